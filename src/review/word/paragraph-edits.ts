import { alignWords } from '../../diff/words/align.ts';
import type { Anchor } from '../../docx/anchors.ts';
import type { ReturnedParagraph } from '../../docx/read/read-docx.ts';
import { type Colleague, comparable, escaped, type Sent, type SourceChange } from './returned-text.ts';

/** A term that a colleague replaced: `/judgments/x/likelihood`, `very likely` to `likely`. */
export interface TermEdit {
  readonly pointer: string;
  readonly phrase: string;
  readonly by: Colleague;
}

/** A change that cannot be carried over, with its words. */
export interface NotCarried {
  readonly words: string;
  readonly why: string;
  readonly by: Colleague;
}

/** A replacement for a range of the text that was sent, as character offsets. */
interface Hunk {
  readonly start: number;
  end: number;
  text: string;
}

const WORDS = /[\p{L}\p{N}\p{M}]+(?:[.,'’-][\p{L}\p{N}\p{M}]+)*|[\t\n]|[^\S\t\n]+|./gsu;

function hunksOf(before: string, after: string): Hunk[] {
  const [from, to] = [before.match(WORDS) ?? [], after.match(WORDS) ?? []];
  const hunks: Hunk[] = [];
  let at = 0;
  let open: Hunk | undefined;
  for (const step of alignWords(from.map(comparable), to.map(comparable))) {
    if (step.kind === 'both') {
      at += from[step.before]?.length ?? 0;
      open = undefined;
      continue;
    }
    if (!open) {
      open = { start: at, end: at, text: '' };
      hunks.push(open);
    }
    if (step.kind === 'deleted') {
      at += from[step.before]?.length ?? 0;
      open.end = at;
    } else open.text += to[step.after] ?? '';
  }
  return hunks;
}

/** Whether exactly this change was tracked. */
function isTracked({ text }: Hunk, returned: ReturnedParagraph | undefined): boolean {
  const words = text.trim();
  const tracked = (returned?.pieces ?? []).filter((piece) => piece.tracked);
  return words === ''
    ? tracked.some((piece) => piece.tracked?.kind === 'deleted')
    : tracked.some(({ text: piece, tracked: how }) => {
        const put = piece.trim();
        return how?.kind === 'inserted' && put !== '' && (words.includes(put) || put.includes(words));
      });
}

/**
 * The changes of a paragraph by the anchors they are in: texts and terms of the assessment; and changes that
 * are in no anchor, or that a text cannot take.
 */
export function editsIn(
  sent: string,
  anchors: readonly Anchor[],
  accepted: string,
  returned: ReturnedParagraph | undefined,
  { fields, isSameForm }: Sent,
  by: Colleague,
) {
  const lead = sent.length - sent.replace(/^[ \u00a0]+/, '').length;
  const hunks = hunksOf(sent, sent.slice(0, lead) + accepted);
  const notCarried: NotCarried[] = [];
  const terms: TermEdit[] = [];
  const changes = new Map<Anchor, Hunk[]>();
  for (const hunk of hunks) {
    const holds = ({ start, end }: Anchor) => start <= hunk.start && hunk.end <= end;
    // A term first: the text around it may begin or end at the same place.
    const anchor =
      anchors.find((one) => !one.offsets && holds(one) && hunk.end > hunk.start) ??
      anchors.find((one) => one.offsets && holds(one)) ??
      anchors.find(holds);
    if (anchor) changes.set(anchor, [...(changes.get(anchor) ?? []), hunk]);
    else if (isTracked(hunk, returned) || isSameForm)
      notCarried.push(
        loss(
          sent,
          hunk,
          'These words are worked out by the program, or stand outside of any text of the file.',
          by,
        ),
      );
  }
  const made: SourceChange[] = [];
  for (const [anchor, own] of changes) {
    if (!anchor.offsets) {
      terms.push({ pointer: anchor.pointer, phrase: replaced(sent, anchor, own), by });
      continue;
    }
    for (const hunk of own) {
      const change = sourceChange(fields.get(anchor.pointer) ?? '', anchor, hunk);
      const lost = loss(
        sent,
        hunk,
        'The change cuts through emphasis, a link or a citation of the text.',
        by,
      );
      if (change) made.push({ ...change, by, words: lost.words });
      else notCarried.push(lost);
    }
  }
  return { changes: made, terms, notCarried };
}

function loss(sent: string, { start, end, text }: Hunk, why: string, by: Colleague): NotCarried {
  const old = sent.slice(start, end).trim();
  const fresh = text.trim();
  const words = old === '' ? `+ ${fresh}` : fresh === '' ? `- ${old}` : `${old} → ${fresh}`;
  return { words, why, by };
}

function replaced(sent: string, { start, end }: Anchor, hunks: readonly Hunk[]): string {
  let text = sent.slice(start, end);
  for (const hunk of hunks.toReversed()) {
    text = text.slice(0, hunk.start - start) + hunk.text + text.slice(hunk.end - start);
  }
  return text.trim();
}

function sourceChange(markdown: string, { pointer, start, offsets = [] }: Anchor, hunk: Hunk) {
  const [from, to] = [hunk.start - start, hunk.end - start];
  const last = offsets[offsets.length - 1] ?? markdown.length;
  const first = to > from ? (offsets[from] ?? last) : placeOf(markdown, offsets, from, hunk.text);
  const end = to > from ? (offsets[to - 1] ?? last - 1) + 1 : first;
  const gone = markdown.slice(first, end);
  const isWhole = [/\*\*|__/g, /[[\]]/g].every((mark) => (gone.match(mark) ?? []).length % 2 === 0);
  return isWhole && !/\]\(/.test(gone) ? { pointer, start: first, end, text: escaped(hunk.text) } : undefined;
}

/**
 * Where words are inserted: after the citations of the sentence before, if they begin with a space or follow
 * one.
 */
function placeOf(markdown: string, offsets: readonly number[], at: number, words: string): number {
  const before = at > 0 ? (offsets[at - 1] ?? 0) + 1 : (offsets[0] ?? 0);
  if (at === 0) return before;
  const isApart = /^\s/.test(words) || /\s/.test(markdown[before - 1] ?? '');
  const citations = /^(?:\s*\[@[^\]\n]*\])+/.exec(markdown.slice(before));
  return isApart && citations ? before + citations[0].length : before;
}
