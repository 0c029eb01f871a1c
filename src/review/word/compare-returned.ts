import type { Anchor } from '../../docx/anchors.ts';
import { paragraphsOf, textOfRuns } from '../../docx/flow.ts';
import { type ReturnedDocument, type ReturnedParagraph, readingOf } from '../../docx/read/read-docx.ts';
import { addedParagraphs, blockKey, DELETED, type Deleted, deletionOf } from './paragraph-changes.ts';
import { editsIn, type NotCarried, type TermEdit } from './paragraph-edits.ts';
import {
  type Colleague,
  colleagueOf,
  comparable,
  groupedByParagraph,
  NOBODY,
  type Sent,
  type SourceChange,
  trimmed,
} from './returned-text.ts';

/** A text of the assessment changed by a colleague. */
export interface FieldEdit {
  /** With ids in place of list indexes. */
  readonly pointer: string;
  /** In Markdown. */
  readonly before: string;
  readonly after: string;
  readonly by: Colleague;
}

export interface Remarked extends Colleague {
  /** The field it is in, if any. */
  readonly pointer: string | undefined;
  readonly quoted: string;
  readonly text: string;
}

export interface Returned {
  readonly edits: readonly FieldEdit[];
  readonly terms: readonly TermEdit[];
  readonly notCarried: readonly NotCarried[];
  readonly comments: readonly Remarked[];
}

/** Compares what came back with what was sent: changes to fields, and changes that belong to no field. */
export function compareReturned(sent: Sent, document: ReturnedDocument): Returned {
  const byName = new Map<string, ReturnedParagraph>();
  for (const paragraph of document.paragraphs) {
    for (const name of paragraph.bookmarks) if (/^tm\d+$/.test(name)) byName.set(name, paragraph);
  }
  const changes: SourceChange[] = [];
  const terms = new Map<string, TermEdit>();
  const notCarried: NotCarried[] = [];
  const isAnchored = new Set<ReturnedParagraph>();
  const deleted: Deleted[] = [];
  /** Blocks of fields that are still somewhere in the memo. */
  const remaining = new Set<string>();
  for (const [paragraph, own] of groupedByParagraph(sent.anchors)) {
    const returned = own.map(({ name }) => byName.get(name)).find((one) => one !== undefined);
    const printed = textOfRuns(paragraph.runs);
    // Another version of the form printed other words around the field: then the document itself shows what was
    // sent.
    const words = sent.isSameForm || !returned ? printed : readingOf(returned, 'original');
    const anchors = words === printed ? own : relocated(own, printed, words);
    if (returned) isAnchored.add(returned);
    const by = returned ? colleagueOf(returned) : NOBODY;
    const isGone = !returned || returned.mark?.kind === 'deleted';
    const accepted = isGone ? '' : trimmed(readingOf(returned, 'accepted'));
    if (comparable(accepted) === comparable(trimmed(words))) {
      for (const anchor of anchors) remaining.add(blockKey(anchor));
      continue;
    }
    if (accepted === '') {
      deleted.push({ anchors, words, by });
      continue;
    }
    for (const anchor of anchors) remaining.add(blockKey(anchor));
    const parts = editsIn(words, anchors, accepted, returned, sent, by);
    notCarried.push(...parts.notCarried);
    for (const term of parts.terms) terms.set(term.pointer, term);
    changes.push(...parts.changes);
  }
  for (const one of deleted) {
    const change = one.anchors.length === 1 ? deletionOf(one, sent.fields, remaining) : undefined;
    if (change) changes.push(change);
    else notCarried.push({ words: one.words, why: DELETED, by: one.by });
  }
  const added = addedParagraphs(sent, document.paragraphs, isAnchored);
  changes.push(...added.changes);
  const { edits, rivals } = appliedTo(sent.fields, changes);
  notCarried.push(...rivals);
  notCarried.push(
    ...changedElsewhere(
      sent,
      document.paragraphs.filter((one) => !isAnchored.has(one) && !added.taken.has(one)),
    ),
  );
  return {
    edits,
    terms: [...terms.values()],
    notCarried,
    comments: commentsOf(sent.anchors, document),
  };
}

/**
 * Anchors moved to where their words are in a paragraph as it was sent; those whose words are missing are left
 * out.
 */
function relocated(anchors: readonly Anchor[], printed: string, words: string): readonly Anchor[] {
  return anchors.flatMap((anchor) => {
    const start = words.indexOf(printed.slice(anchor.start, anchor.end));
    return start < 0 ? [] : [{ ...anchor, start, end: start + anchor.end - anchor.start }];
  });
}

/** Whether two changes exclude one another; a new paragraph goes after whatever was changed before it. */
function isNear(a: SourceChange, b: SourceChange): boolean {
  if (a.isParagraph && b.isParagraph && a.start === b.start) return true;
  if (a.isParagraph || b.isParagraph) return a.start < b.end && b.start < a.end;
  return a.start <= b.end && b.start <= a.end;
}

/** Applies changes to fields. The same text may be printed twice: an equal change in both counts once. */
function appliedTo(fields: ReadonlyMap<string, string>, changes: readonly SourceChange[]) {
  const rivals: NotCarried[] = [];
  const chosen = new Map<string, SourceChange[]>();
  for (const change of changes) {
    const own = chosen.get(change.pointer) ?? [];
    const near = own.find((other) => isNear(other, change));
    if (!near) chosen.set(change.pointer, [...own, change]);
    else if (near.start !== change.start || near.end !== change.end || near.text !== change.text) {
      const why = 'The same text stands in two places of the memo and was changed differently in each.';
      rivals.push({ words: change.words, why, by: change.by });
    }
  }
  const edits = [...chosen].flatMap(([pointer, own]): FieldEdit[] => {
    const before = fields.get(pointer) ?? '';
    let after = before;
    // From the last to the first, so that offsets stay valid.
    for (const { start, end, text } of own.toSorted((a, b) => b.start - a.start)) {
      after = after.slice(0, start) + text + after.slice(end);
    }
    // A deleted paragraph leaves the empty lines around it.
    if (own.some(({ isParagraph }) => isParagraph))
      after = after.replace(/\n{3,}/g, '\n\n').replace(/^\n+|\n+$/g, '');
    const [first] = own;
    return first && after !== before ? [{ pointer, before, after, by: first.by }] : [];
  });
  return { edits, rivals };
}

/** Changes in paragraphs without text from the file. */
function changedElsewhere(
  { flow, isSameForm }: Sent,
  paragraphs: readonly ReturnedParagraph[],
): NotCarried[] {
  const known = new Map<string, number>();
  const entries = flow.blocks.flatMap((block) =>
    block.type === 'contents' ? block.entries.map(({ words }) => words) : [],
  );
  for (const text of [...paragraphsOf(flow).map(({ runs }) => textOfRuns(runs)), ...entries]) {
    const key = comparable(text).trim();
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  return paragraphs.flatMap((paragraph): NotCarried[] => {
    const by = colleagueOf(paragraph);
    const tracked = paragraph.pieces.filter((piece) => piece.tracked && piece.text.trim() !== '');
    if (tracked.length > 0) {
      return tracked.map(({ text, tracked: how }) => ({
        words: `${how?.kind === 'deleted' ? '-' : '+'} ${text.trim()}`,
        why: 'The paragraph is worked out by the program, or is new: no text of the file belongs to it.',
        by: how ? { author: how.author, date: how.date } : by,
      }));
    }
    // Another version of the form prints other words, which nobody has changed.
    if (!isSameForm) return [];
    const text = comparable(readingOf(paragraph, 'accepted'))
      .replace(/ \d+$/, (number) => (/^TOC/i.test(paragraph.style) ? '' : number))
      .trim();
    if (
      text === '' ||
      known.has(text) ||
      known.has(text.replace(/^\d+ /, '')) ||
      /^TOC/i.test(paragraph.style)
    )
      return [];
    if ([...known.keys()].some((one) => one !== '' && one === text.replace(/^ +/, ''))) return [];
    return [{ words: text, why: 'The paragraph is new, or no text of the file belongs to it.', by }];
  });
}

function commentsOf(anchors: readonly Anchor[], { paragraphs, comments }: ReturnedDocument): Remarked[] {
  const pointers = new Map(anchors.map(({ name, pointer }) => [name, pointer]));
  return comments.map(({ id, author, date, text, quoted }) => {
    const own = paragraphs.filter((paragraph) => paragraph.comments.includes(id));
    const pointer = own
      .flatMap(({ bookmarks }) => bookmarks.map((name) => pointers.get(name)))
      .find((one) => one !== undefined);
    return { pointer, author, date, text, quoted };
  });
}
