import { splitSentences } from '../../model/sentences.ts';
import { plain, shorten } from './labels.ts';
import { readingOf } from './prose.ts';

/** Longest beginning of a sentence or paragraph that is quoted, in characters. */
const MAX_LENGTH = 48;

/**
 * What happened to a text with unchanged words: a citation, sentence, paragraph or item was moved, added or
 * removed; or only punctuation changed. `undefined` if words were added or removed.
 */
export function rearranged(
  before: string,
  after: string,
  nameOf: (id: string) => string = (id) => id,
): string | undefined {
  const [old, fresh] = [readingOf(before), readingOf(after)];
  const [oldBlocks, freshBlocks] = [old.split('\n\n'), fresh.split('\n\n')];
  return (
    ofLevels(oldBlocks, freshBlocks) ??
    ofBlocks(oldBlocks, freshBlocks) ??
    ofSentences(old, fresh) ??
    ofBreaks(oldBlocks, freshBlocks) ??
    ofCitations(old, fresh, nameOf) ??
    ofPunctuation(old, fresh)
  );
}

/** List items with a new nesting level. */
function ofLevels(old: readonly string[], fresh: readonly string[]): string | undefined {
  if (
    old.map((block) => block.trimStart()).join('\n') !== fresh.map((block) => block.trimStart()).join('\n')
  ) {
    return undefined;
  }
  const moved = fresh.flatMap((block, index) => {
    const steps = (levelOf(block) - levelOf(old[index] ?? '')) / 2;
    const way = steps > 0 ? 'in' : 'out';
    const count = Math.abs(steps) === 1 ? 'one level' : `${Math.abs(steps)} levels`;
    return steps === 0 ? [] : [`list item “${beginning(block)}” moved ${count} ${way}`];
  });
  return moved.length === 0 ? undefined : moved.join('; ');
}

function levelOf(block: string): number {
  return block.length - block.trimStart().length;
}

/** The same paragraphs or items in another order. */
function ofBlocks(old: readonly string[], fresh: readonly string[]): string | undefined {
  if (!isSameBag(old, fresh)) return undefined;
  const isItem = (block: string) => /^\s*(?:[-*+]|\d+[.)]) /.test(block);
  return movedOne(old, fresh, (blocks) => (blocks.every(isItem) ? 'list item' : 'paragraph'));
}

/** The same sentences in another order, ignoring paragraph breaks. */
function ofSentences(old: string, fresh: string): string | undefined {
  const [before, after] = [sentencesOf(old), sentencesOf(fresh)];
  return isSameBag(before, after) ? movedOne(before, after, () => 'sentence') : undefined;
}

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end).trim());
}

/** The same sentences in the same order, with other paragraph breaks. */
function ofBreaks(old: readonly string[], fresh: readonly string[]): string | undefined {
  if (old.join(' ') !== fresh.join(' ')) return undefined;
  const begins = (blocks: readonly string[], others: readonly string[]) => {
    const known = new Set(offsetsOf(others));
    return offsetsOf(blocks).flatMap((offset, index) => (known.has(offset) ? [] : [blocks[index] ?? '']));
  };
  const [come, gone] = [begins(fresh, old), begins(old, fresh)];
  return [
    ...come.map((block) => `paragraph begins before “${beginning(block)}”`),
    ...gone.map((block) => `no paragraph begins any more before “${beginning(block)}”`),
  ].join('; ');
}

/** The offset of each block when all are joined. */
function offsetsOf(blocks: readonly string[]): number[] {
  let offset = 0;
  return blocks.map((block) => {
    const start = offset;
    offset += block.length + 1;
    return start;
  });
}

const CITATION = /\[@[^[\]\n]{0,500}\]/g;

/** Other citations after the same words. */
function ofCitations(old: string, fresh: string, nameOf: (id: string) => string): string | undefined {
  if (lettersAndDigits(old.replace(CITATION, '')) !== lettersAndDigits(fresh.replace(CITATION, '')))
    return undefined;
  const [before, after] = [citationsIn(old, nameOf), citationsIn(fresh, nameOf)];
  const added = without(after, before);
  const removed = without(before, after);
  if (added.length + removed.length === 0)
    return lettersAndDigits(old) === lettersAndDigits(fresh)
      ? undefined
      : 'citations in another order or place';
  const say = (citations: readonly string[], verb: string) => {
    if (citations.length === 0) return [];
    return [`citation${citations.length === 1 ? '' : 's'} ${verb}: ${citations.join('; ')}`];
  };
  return [...say(added, 'added'), ...say(removed, 'removed')].join('; ');
}

/** What each citation refers to, without markup: `Kolotilov 2016, para. 20`. */
function citationsIn(text: string, nameOf: (id: string) => string): string[] {
  return [...text.matchAll(CITATION)].flatMap(([bracket]) =>
    bracket
      .slice(1, -1)
      .split(';')
      .map((part) => part.trim().replace(/^@([^\s,]+)/, (_, id: string) => nameOf(id))),
  );
}

function ofPunctuation(old: string, fresh: string): string | undefined {
  return lettersAndDigits(old) === lettersAndDigits(fresh) ? 'punctuation or marks changed' : undefined;
}

function lettersAndDigits(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The single piece whose move turns one order into the other; otherwise, that the order changed. */
function movedOne(
  old: readonly string[],
  fresh: readonly string[],
  kindOf: (pieces: readonly string[]) => string,
): string | undefined {
  if (old.join('\n') === fresh.join('\n')) return undefined;
  const piece = fresh.find((candidate) => isSameOrder(dropped(old, candidate), dropped(fresh, candidate)));
  if (piece === undefined) return `order of ${kindOf(fresh)}s changed`;
  const at = fresh.indexOf(piece);
  const before = fresh[at - 1];
  const where = before === undefined ? 'to the beginning' : `behind “${beginning(before)}”`;
  return `${kindOf([piece])} “${beginning(piece)}” moved ${where}`;
}

function dropped(pieces: readonly string[], piece: string): string[] {
  const at = pieces.indexOf(piece);
  return pieces.filter((_, index) => index !== at);
}

function isSameOrder(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((piece, index) => piece === other[index]);
}

function isSameBag(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && without(one, other).length === 0;
}

/** Members of a list that another lacks, counting repetitions. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((member) => {
    const at = left.indexOf(member);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

function beginning(text: string): string {
  return shorten(plain(text.replace(/^\s*(?:[-*+]|\d+[.)]|#+)\s+/, '')), MAX_LENGTH);
}
