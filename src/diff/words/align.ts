import { diffArrays } from 'diff';
import { likeness, type WordBag, wordsIn } from '../match/similarity.ts';

/** What happened to one item of a sequence: `before` and `after` are indexes, counted from 0. */
export type AlignStep =
  | {
      readonly kind: 'both';
      readonly before: number;
      readonly after: number;
      /** Whether its position among its neighbours changed. */
      readonly moved: boolean;
    }
  | { readonly kind: 'deleted'; readonly before: number }
  | { readonly kind: 'inserted'; readonly after: number };

/** An item of a sequence, as needed for aligning. */
export interface AlignItem {
  /** Only items of one kind can match. */
  readonly kind: string;
  /** Its text, for comparison. */
  readonly text: string;
  /** Identifies it among its neighbours whatever else it says: a heading, the first cell of a row. */
  readonly lead?: string;
}

/** Similarity from which two items are one that was changed. */
const SAME = 0.45;
/** Similarity from which a removed and an added item are one that was moved. */
const MOVED = 0.75;
/**
 * The similarity that a common lead gives: more than any words between neighbours, half of it over a distance.
 */
const LEAD = 0.9;
const LEAD_ELSEWHERE = 0.5;
/** With fewer words than this, items are similar by chance: they are not matched over a distance. */
const FEWEST_WORDS = 5;
/** With more pairs than this between two unchanged items, none are compared: it is another text. */
const MAX_PAIRS = 20_000;

export interface AlignOptions {
  /**
   * Whether a text removed in one place and added, nearly the same, in another counts as moved. Default true.
   */
  readonly moves?: boolean;
}

/**
 * Aligns two sequences of texts. Unchanged items anchor the alignment; between them the pairs are chosen, in
 * order, with the greatest total similarity (Needleman and Wunsch 1970); of the rest, items with nearly the
 * same text were moved. The steps contain every item of both sequences once, in the order of the newer; a
 * deleted item follows what it followed before.
 */
export function alignItems(
  before: readonly AlignItem[],
  after: readonly AlignItem[],
  { moves = true }: AlignOptions = {},
): AlignStep[] {
  const known = new Map<AlignItem, WordBag>();
  const score = (old: AlignItem | undefined, fresh: AlignItem | undefined, weightOfLead: number) =>
    old && fresh ? likenessOf(old, fresh, known, weightOfLead) : 0;
  const found: AlignStep[] = [];
  let [i, j] = [0, 0];
  let [gone, come] = [0, 0];
  const pair = () => found.push({ kind: 'both', before: i++, after: j++, moved: false });
  const flush = () => {
    const [fromI, fromJ] = [i, j];
    const scoreOf = (a: number, b: number) => {
      const value = score(before[fromI + a], after[fromJ + b], LEAD);
      return value >= SAME ? value : 0;
    };
    const skipTo = (a: number, b: number) => {
      while (i < fromI + a) found.push({ kind: 'deleted', before: i++ });
      while (j < fromJ + b) found.push({ kind: 'inserted', after: j++ });
    };
    for (const [a, b] of gone * come > MAX_PAIRS ? [] : bestPairs(gone, come, scoreOf)) {
      skipTo(a, b);
      pair();
    }
    skipTo(gone, come);
    [gone, come] = [0, 0];
  };
  for (const { count, added, removed } of diffArrays(before.map(keyOf), after.map(keyOf))) {
    if (removed) gone += count;
    else if (added) come += count;
    else {
      flush();
      for (let left = count; left > 0; left -= 1) pair();
    }
  }
  flush();
  if (!moves) return found;
  return withMoves(found, (a, b) => {
    const [old, fresh] = [before[a], after[b]];
    const bag = old && bagOf(old, known);
    return bag && bag.size >= FEWEST_WORDS ? score(old, fresh, LEAD_ELSEWHERE) : 0;
  });
}

/**
 * Aligns two texts word by word (following Myers 1986) in a readable way: deletions come before the insertions
 * that replace them, and a space or a short word between two changed ones is part of the change. Words are
 * never reported as moved.
 */
export function alignWords(before: readonly string[], after: readonly string[]): AlignStep[] {
  const groups: { readonly changed: boolean; deleted: number[]; inserted: number[] }[] = [];
  let [i, j] = [0, 0];
  for (const { count, added, removed } of diffArrays([...before], [...after])) {
    const changed = added || removed;
    const last = groups.at(-1);
    const group = last?.changed === changed ? last : { changed, deleted: [], inserted: [] };
    if (group !== last) groups.push(group);
    for (let left = count; left > 0; left -= 1) {
      if (!added) group.deleted.push(i++);
      if (!removed) group.inserted.push(j++);
    }
  }
  const joined: typeof groups = [];
  for (const [index, group] of groups.entries()) {
    const last = joined.at(-1);
    const next = groups[index + 1];
    const isBridge = !group.changed && last?.changed && next && bridges(last, group, next);
    if (last?.changed && (isBridge || group.changed)) {
      last.deleted.push(...group.deleted);
      last.inserted.push(...group.inserted);
    } else joined.push({ ...group, deleted: [...group.deleted], inserted: [...group.inserted] });
  }
  return joined.flatMap(({ changed, deleted, inserted }): AlignStep[] =>
    changed
      ? [
          ...deleted.map((at): AlignStep => ({ kind: 'deleted', before: at })),
          ...inserted.map((at): AlignStep => ({ kind: 'inserted', after: at })),
        ]
      : deleted.map((at, n) => ({ kind: 'both', before: at, after: inserted[n] ?? 0, moved: false })),
  );

  /** Whether unchanged words are too few to separate two changes. */
  function bridges(last: WordGroup, group: WordGroup, next: WordGroup): boolean {
    const words = group.deleted.map((at) => before[at] ?? '').filter((word) => word.trim() !== '');
    // A space is part of the change only if both sides changed around it.
    if (words.length === 0) return isTwoSided(last) || isTwoSided(next) || sameSides(last, next);
    const around = sizeOf(last) + sizeOf(next);
    return (
      words.length <= 2 && words.join('').length <= 3 && around >= 6 && isTwoSided(last) && isTwoSided(next)
    );
  }

  function sizeOf({ deleted, inserted }: WordGroup): number {
    const real = (words: readonly string[], places: readonly number[]) =>
      places.filter((at) => (words[at] ?? '').trim() !== '').length;
    return real(before, deleted) + real(after, inserted);
  }
}

interface WordGroup {
  readonly deleted: readonly number[];
  readonly inserted: readonly number[];
}

function isTwoSided({ deleted, inserted }: WordGroup): boolean {
  return deleted.length > 0 && inserted.length > 0;
}

function sameSides(a: WordGroup, b: WordGroup): boolean {
  return a.deleted.length > 0 === b.deleted.length > 0;
}

function keyOf({ kind, text, lead }: AlignItem): string {
  return `${kind}\n${lead ?? ''}\n${text}`;
}

function bagOf(item: AlignItem, known: Map<AlignItem, WordBag>): WordBag {
  const bag = known.get(item) ?? wordsIn(item.text);
  known.set(item, bag);
  return bag;
}

/**
 * Similarity from 0 to 1. Items with the same lead match whatever they say, unless others with that lead are
 * more similar.
 */
function likenessOf(
  old: AlignItem,
  fresh: AlignItem,
  known: Map<AlignItem, WordBag>,
  weightOfLead: number,
): number {
  if (old.kind !== fresh.kind) return 0;
  if (keyOf(old) === keyOf(fresh)) return 1;
  const alike = likeness(bagOf(old, known), bagOf(fresh, known));
  return isLedAlike(old, fresh) ? weightOfLead + alike * (1 - weightOfLead) : alike * LEAD;
}

function isLedAlike(old: AlignItem, fresh: AlignItem): boolean {
  return old.lead !== undefined && old.lead === fresh.lead;
}

/** Pairs in order with the greatest total score; a score of 0 is not a pair. */
function bestPairs(
  gone: number,
  come: number,
  scoreOf: (a: number, b: number) => number,
): (readonly [number, number])[] {
  const width = come + 1;
  const scores = new Float64Array(gone * come);
  const best = new Float64Array((gone + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = gone - 1; i >= 0; i -= 1) {
    for (let j = come - 1; j >= 0; j -= 1) {
      const score = scoreOf(i, j);
      scores[i * come + j] = score;
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), score > 0 ? score + at(i + 1, j + 1) : 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < gone && j < come) {
    const score = scores[i * come + j] ?? 0;
    if (score > 0 && at(i, j) === score + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Joins an item removed in one place and added in another into a move, at its new place. */
function withMoves(steps: readonly AlignStep[], scoreOf: (a: number, b: number) => number): AlignStep[] {
  const deleted = steps.flatMap((step) => (step.kind === 'deleted' ? [step.before] : []));
  const inserted = steps.flatMap((step) => (step.kind === 'inserted' ? [step.after] : []));
  if (deleted.length * inserted.length === 0 || deleted.length * inserted.length > MAX_PAIRS)
    return [...steps];
  const likest = deleted
    .flatMap((a) => inserted.map((b) => ({ a, b, score: scoreOf(a, b) })))
    .filter(({ score }) => score >= MOVED)
    .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const from = new Map<number, number>();
  const taken = new Set<number>();
  for (const { a, b } of likest) {
    if (from.has(b) || taken.has(a)) continue;
    from.set(b, a);
    taken.add(a);
  }
  return steps.flatMap((step): AlignStep[] => {
    if (step.kind === 'deleted') return taken.has(step.before) ? [] : [step];
    const old = step.kind === 'inserted' ? from.get(step.after) : undefined;
    return old === undefined || step.kind !== 'inserted'
      ? [step]
      : [{ kind: 'both', before: old, after: step.after, moved: true }];
  });
}
