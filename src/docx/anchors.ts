import { plainBlocksOf } from './field-text.ts';
import { type Flow, type FlowParagraph, paragraphsOf, textOfRuns } from './flow.ts';

/** A text of the assessment that a memo prints. */
export interface WordField {
  /** JSON pointer with ids in place of list indexes: `/judgments/it-goes-on/statement`. */
  readonly pointer: string;
  /** In Markdown. */
  readonly text: string;
}

/** The term of a judgment, printed near the judgment's statement. */
export interface WordTerm {
  readonly pointer: string;
  /** As printed in the memo: `very likely`. */
  readonly phrase: string;
  /** Pointer of the statement. */
  readonly of: string;
}

/** The place of an assessment's field in the memo. */
export interface Anchor {
  /** Name of its bookmark: Word allows 40 characters. */
  readonly name: string;
  readonly pointer: string;
  readonly paragraph: FlowParagraph;
  /** Start and end in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** For each character its offset in the field's Markdown, and one for the end; `undefined` for a term. */
  readonly offsets: readonly number[] | undefined;
}

/** Shortest text recognised as a field if it is only part of a paragraph. */
const SHORTEST_PART = 16;

/**
 * Finds each field in the memo by its words; a field printed twice has two anchors. In the order of the memo.
 */
export function anchorsOf(
  flow: Flow,
  fields: readonly WordField[],
  terms: readonly WordTerm[],
): readonly Anchor[] {
  const paragraphs = paragraphsOf(flow);
  const texts = paragraphs.map(({ runs }) => textOfRuns(runs));
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + 1;
  }
  const whole = texts.join('\u0000');
  const found: { at: number; anchor: Omit<Anchor, 'name'> }[] = [];
  for (const { pointer, text } of fields) {
    for (const block of plainBlocksOf(text)) {
      // Some forms print a text without its full stop.
      const shown = whole.includes(block.text) ? block.text : block.text.replace(/[.。]$/, '');
      if (shown === '') continue;
      for (let at = whole.indexOf(shown); at >= 0; at = whole.indexOf(shown, at + shown.length)) {
        const index = lastAtOrBefore(starts, at);
        const paragraph = paragraphs[index];
        const start = at - (starts[index] ?? 0);
        const isWhole = start === 0 && texts[index]?.length === shown.length;
        if (!paragraph || (!isWhole && shown.length < SHORTEST_PART)) continue;
        const offsets = [...block.offsets.slice(0, shown.length), block.offsets[shown.length] ?? 0];
        found.push({ at, anchor: { pointer, paragraph, start, end: start + shown.length, offsets } });
      }
    }
  }
  found.push(...termsIn(flow, paragraphs, starts, found, terms));
  return found.sort((a, b) => a.at - b.at).map(({ anchor }, at) => ({ name: `tm${at + 1}`, ...anchor }));
}

function lastAtOrBefore(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Terms are in the facts below a statement, or in its table row. */
function termsIn(
  { blocks }: Flow,
  paragraphs: readonly FlowParagraph[],
  starts: readonly number[],
  found: readonly { readonly anchor: Omit<Anchor, 'name'> }[],
  terms: readonly WordTerm[],
) {
  const places = new Map(paragraphs.map((paragraph, index) => [paragraph, starts[index] ?? 0]));
  const near = neighboursIn(blocks);
  const statements = new Map<string, FlowParagraph[]>();
  for (const { anchor } of found) {
    statements.set(anchor.pointer, [...(statements.get(anchor.pointer) ?? []), anchor.paragraph]);
  }
  return terms.flatMap(({ pointer, phrase, of }) =>
    (statements.get(of) ?? []).flatMap((statement) => {
      for (const paragraph of near.get(statement) ?? []) {
        const start = boldStart(paragraph, phrase);
        if (start === undefined) continue;
        const at = (places.get(paragraph) ?? 0) + start;
        return [
          { at, anchor: { pointer, paragraph, start, end: start + phrase.length, offsets: undefined } },
        ];
      }
      return [];
    }),
  );
}

/** The paragraphs related to a paragraph: facts after a judgment, the other cells of a row. */
function neighboursIn(blocks: Flow['blocks']): ReadonlyMap<FlowParagraph, readonly FlowParagraph[]> {
  const near = new Map<FlowParagraph, FlowParagraph[]>();
  let facts: FlowParagraph[] | undefined;
  for (const block of blocks) {
    if (block.type === 'table') {
      for (const { cells } of block.rows) {
        for (const cell of cells)
          near.set(
            cell,
            cells.filter((other) => other !== cell),
          );
      }
    } else if (block.type === 'paragraph' && block.style === 'judgment') {
      facts = [];
      near.set(block, facts);
    } else if (block.type === 'paragraph' && block.style === 'judgmentFact') facts?.push(block);
    else facts = undefined;
  }
  return near;
}

/** Offset of a bold run with exactly this text in its paragraph. */
function boldStart({ runs }: FlowParagraph, phrase: string): number | undefined {
  let at = 0;
  for (const run of runs) {
    if (run.type === 'text' && run.bold && run.text === phrase) return at;
    at += textOfRuns([run]).length;
  }
  return undefined;
}
