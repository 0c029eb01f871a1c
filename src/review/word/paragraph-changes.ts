import type { Anchor } from '../../docx/anchors.ts';
import { paragraphsOf, textOfRuns } from '../../docx/flow.ts';
import { type ReturnedParagraph, readingOf } from '../../docx/read/read-docx.ts';
import {
  type Colleague,
  colleagueOf,
  comparable,
  escaped,
  groupedByParagraph,
  type Sent,
  type SourceChange,
  trimmed,
} from './returned-text.ts';

/** Why a deleted paragraph is not removed. */
export const DELETED =
  'The whole paragraph was deleted, and it is all that its place in the file says, or stands in other places too: take it out of the file if it is to go.';

export interface Deleted {
  readonly anchors: readonly Anchor[];
  readonly words: string;
  readonly by: Colleague;
}

/**
 * Start and end of the paragraph of a field's Markdown that contains a block, including the citations after it.
 */
function paragraphAround(markdown: string, offset: number): { readonly start: number; readonly end: number } {
  const before = markdown.lastIndexOf('\n\n', Math.max(0, offset - 1));
  const after = markdown.indexOf('\n\n', offset);
  return { start: before < 0 ? 0 : before + 2, end: after < 0 ? markdown.length : after };
}

/** Matches a paragraph with markup: a list item, heading, quotation or table. */
const MARKED = /^[ \t]*(?:[-*+>#|]|\d+[.)]\s|<!--|```|~~~)/m;

/**
 * Whether a field's paragraph is to be deleted: if the field has other text, and no other place of the memo
 * still has it.
 */
export function deletionOf(
  { anchors, words, by }: Deleted,
  fields: ReadonlyMap<string, string>,
  remaining: ReadonlySet<string>,
): SourceChange | undefined {
  const [anchor] = anchors;
  const first = anchor?.offsets?.[0];
  if (!anchor || first === undefined || remaining.has(blockKey(anchor))) return undefined;
  const markdown = fields.get(anchor.pointer) ?? '';
  const { start, end } = paragraphAround(markdown, first);
  const isAll = start === 0 && end === markdown.length;
  const isWhole = anchor.start === 0 && anchor.end >= words.replace(/[\d\s]+$/, '').length; // note numbers
  if (isAll || !isWhole || MARKED.test(markdown.slice(start, end))) return undefined;
  return { pointer: anchor.pointer, start, end, text: '', isParagraph: true, by, words: `- ${words}` };
}

/** New paragraphs after one of a field with several paragraphs: they belong to that field. */
export function addedParagraphs(
  { flow, anchors, fields, isSameForm }: Sent,
  paragraphs: readonly ReturnedParagraph[],
  isAnchored: ReadonlySet<ReturnedParagraph>,
): { readonly changes: readonly SourceChange[]; readonly taken: ReadonlySet<ReturnedParagraph> } {
  const ends = new Map<string, Anchor>();
  for (const [, own] of groupedByParagraph(anchors)) {
    const last = own.at(-1);
    if (last?.offsets && RUNNING.includes(last.paragraph.style)) ends.set(last.name, last);
  }
  const known = new Set(paragraphsOf(flow).map(({ runs }) => comparable(textOfRuns(runs)).trim()));
  const texts = new Map<Anchor, { words: string[]; by: Colleague }>();
  const taken = new Set<ReturnedParagraph>();
  let behind: Anchor | undefined;
  for (const paragraph of paragraphs) {
    const words = paragraph.mark?.kind === 'deleted' ? '' : trimmed(readingOf(paragraph, 'accepted'));
    if (isAnchored.has(paragraph)) {
      behind = paragraph.bookmarks.map((name) => ends.get(name)).find((anchor) => anchor !== undefined);
      continue;
    }
    if (words === '') continue;
    const isTracked = paragraph.pieces.some(({ tracked }) => tracked?.kind === 'inserted');
    const isNew =
      (isSameForm || isTracked) &&
      !known.has(comparable(words).trim()) &&
      !/^(?:TOC|heading|title)/i.test(paragraph.style);
    if (!isNew || !behind) {
      behind = undefined;
      continue;
    }
    const found = texts.get(behind) ?? { words: [], by: colleagueOf(paragraph) };
    found.words.push(words);
    texts.set(behind, found);
    taken.add(paragraph);
  }
  const changes = [...texts].map(([anchor, { words, by }]): SourceChange => {
    const { end } = paragraphAround(fields.get(anchor.pointer) ?? '', anchor.offsets?.[0] ?? 0);
    const text = words
      .map((one) => `\n\n${escaped(one).replace(/^(?:[-+#]|\d+(?=[.)]))/, atStart)}`)
      .join('');
    return {
      pointer: anchor.pointer,
      start: end,
      end,
      text,
      isParagraph: true,
      by,
      words: words.map((one) => `+ ${one}`).join('\n'),
    };
  });
  return { changes, taken };
}

/** Styles of running text: after such a paragraph, another can be inserted. */
const RUNNING: readonly string[] = ['body', 'bottomLine'];

/** Escapes Markdown markup at the beginning of a paragraph. */
function atStart(mark: string): string {
  return /^\d/.test(mark) ? `${mark}\\` : `\\${mark}`;
}

/** Identifies a block of a field, wherever it is printed. */
export function blockKey({ pointer, offsets }: Anchor): string {
  return `${pointer} ${offsets?.[0] ?? 'term'}`;
}
