import { isRecord } from '../model/json.ts';
import { type PointerPart, toPointer } from '../model/pointer.ts';
import { isSame } from './json.ts';
import { matchItems, type Pair } from './match/match.ts';
import { type Shape, shapeWithin, VALUE } from './shapes.ts';
import { asMembers, canonical } from './words/canonical.ts';

/** One difference between two documents, not yet weighed. */
export interface Difference {
  /**
   * `item-added`, `item-removed`, `item-edited` (including its key) and `item-moved` are for list entries;
   * `value` for everything else, where `before` or `after` may be absent.
   */
  readonly kind: 'value' | 'item-added' | 'item-removed' | 'item-edited' | 'item-moved';
  /** From the root: property names, and keys of list entries (the newer key if they differ). */
  readonly path: readonly string[];
  /** The path with `*` for every key, as used in `weights.ts`. */
  readonly pattern: string;
  readonly shape: Shape;
  /** As in the files. */
  readonly before: unknown;
  readonly after: unknown;
  readonly pointers: { readonly before?: string; readonly after?: string };
  readonly position?: { readonly before?: string | null; readonly after?: string | null };
}

/**
 * The older document twice: as in the file, and with renamed ids replaced, so that references that merely
 * followed a rename are not differences. Both have the same structure; they are the same object if nothing was
 * renamed.
 */
export interface OlderDocument {
  readonly raw: unknown;
  readonly view: unknown;
}

/** All differences between two documents of one shape, in the order of the newer, removals first. */
export function differences(before: OlderDocument, after: unknown, shape: Shape): Difference[] {
  const found: Difference[] = [];
  walk({ ...before, after, shape, path: [], pattern: [], at: { before: [], after: [] } }, found);
  return found;
}

interface Place {
  readonly raw: unknown;
  readonly view: unknown;
  readonly after: unknown;
  readonly shape: Shape;
  readonly path: readonly string[];
  readonly pattern: readonly string[];
  readonly at: { readonly before: readonly PointerPart[]; readonly after: readonly PointerPart[] };
}

function walk(place: Place, found: Difference[]): void {
  const { view, after, shape } = place;
  if (isSame(view, after)) return;
  if (shape.kind === 'object' && isRecord(view) && isRecord(after)) walkObject(place, found);
  else if (shape.kind === 'list' && isList(view) && isList(after)) walkList(place, shape, found);
  else if (canonical(view, shape) !== canonical(after, shape) && !isForgotten(place)) {
    found.push(difference('value', place));
  }
}

/** A reference that still has the old id of a renamed entry: reported with the rename. */
function isForgotten({ raw, view, after, shape }: Place): boolean {
  return raw !== view && canonical(raw, shape) === canonical(after, shape);
}

function isList(value: unknown): value is readonly unknown[] | undefined {
  return value === undefined || Array.isArray(value);
}

function walkObject(place: Place, found: Difference[]): void {
  const view = recordOf(place.view);
  const after = recordOf(place.after);
  const rawKeys = rawNames(place);
  for (const key of new Set([...Object.keys(after), ...Object.keys(view)])) {
    const shape = shapeWithin(place.shape, key);
    // A name that the newer ids have not is new, whatever stood under it.
    const isOld = place.raw === place.view || rawKeys.has(key);
    const rawKey = rawKeys.get(key) ?? key;
    walk(
      {
        raw: isOld ? recordOf(place.raw)[rawKey] : undefined,
        view: view[key],
        after: after[key],
        shape,
        path: [...place.path, key],
        // The keys of ratings are ids.
        pattern: [...place.pattern, place.pattern.at(-1) === 'ratings' ? '*' : key],
        at: { before: [...place.at.before, rawKey], after: [...place.at.after, key] },
      },
      found,
    );
  }
}

/** Original names of an object's properties: a rename keeps their order. */
function rawNames({ raw, view }: Place): ReadonlyMap<string, string> {
  if (raw === view) return new Map();
  const names = Object.keys(recordOf(raw));
  return new Map(Object.keys(recordOf(view)).map((key, index) => [key, names[index] ?? key]));
}

function walkList(place: Place, shape: Shape & { kind: 'list' }, found: Difference[]): void {
  const raw = asMembers(place.raw);
  const view = asMembers(place.view);
  const after = asMembers(place.after);
  const [keyOf] = shape.keys;
  const keys = { before: view.map(keyOf), after: after.map(keyOf) };
  if (shape.ordered && (hasTwice(keys.before) || hasTwice(keys.after))) {
    // Without keys, moves cannot be recognised: the list is compared as one value.
    if (canonical(view, shape) !== canonical(after, shape)) found.push(difference('value', place));
    return;
  }
  const { same, edited, removed, added } = matchItems(view, after, shape.keys, shape.item);
  const placeOf = (before: number | undefined, newer: number | undefined): Place => {
    const key = (newer === undefined ? keys.before[before ?? 0] : keys.after[newer]) ?? '';
    return {
      raw: before === undefined ? undefined : raw[before],
      view: before === undefined ? undefined : view[before],
      after: newer === undefined ? undefined : after[newer],
      shape: shape.item,
      path: [...place.path, key],
      pattern: [...place.pattern, '*'],
      at: { before: [...place.at.before, before ?? 0], after: [...place.at.after, newer ?? 0] },
    };
  };
  const positionOf = (before: number | undefined, newer: number | undefined) =>
    shape.ordered && {
      position: {
        ...(before !== undefined && { before: keys.before[before - 1] ?? null }),
        ...(newer !== undefined && { after: keys.after[newer - 1] ?? null }),
      },
    };
  const push = (kind: Difference['kind'], before: number | undefined, newer: number | undefined) => {
    found.push({ ...difference(kind, placeOf(before, newer)), ...positionOf(before, newer) });
  };
  for (const index of removed) push('item-removed', index, undefined);
  const moved = shape.ordered ? movedPairs(same, keys.after) : [];
  const newer = [
    ...same.map((pair) => ({ ...pair, kind: 'same' as const })),
    ...moved.map((pair) => ({ ...pair, kind: 'item-moved' as const })),
    ...edited.map((pair) => ({ ...pair, kind: 'item-edited' as const })),
    ...added.map((index) => ({ before: undefined, after: index, kind: 'item-added' as const })),
  ].sort((a, b) => a.after - b.after);
  for (const { kind, before, after: index } of newer) {
    if (kind !== 'same') push(kind, before, index);
    else if (!isSame(view[before], after[index])) walk(placeOf(before, index), found);
  }
}

/** The pairs that changed their order among those in both lists. */
function movedPairs(same: readonly Pair[], keys: readonly string[]): Pair[] {
  const keyOf = ({ after }: Pair) => keys[after] ?? '';
  const older = same.toSorted((a, b) => a.before - b.before);
  const newer = same.toSorted((a, b) => a.after - b.after);
  const unmoved = unmovedKeys(older.map(keyOf), newer.map(keyOf));
  return older.filter((pair) => !unmoved.has(keyOf(pair)));
}

function difference(kind: Difference['kind'], place: Place): Difference {
  const { raw, after, path, pattern, shape, at } = place;
  const isMove = kind === 'item-moved';
  return {
    kind,
    path,
    pattern: pattern.join('/'),
    shape: kind === 'value' ? shape : VALUE,
    before: isMove ? placeNumber(at.before) : raw,
    after: isMove ? placeNumber(at.after) : after,
    pointers: {
      ...(raw !== undefined && { before: toPointer(at.before) }),
      ...(after !== undefined && { after: toPointer(at.after) }),
    },
  };
}

/** Positions shown to people count from 1. */
function placeNumber(parts: readonly PointerPart[]): number {
  return Number(parts.at(-1)) + 1;
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function hasTwice(keys: readonly string[]): boolean {
  return new Set(keys).size !== keys.length;
}

/**
 * Which entries of two lists with the same entries keep their order: a longest common subsequence; all others
 * have moved. The same one is chosen whichever list comes first.
 *
 * @returns The keys that stay; each key is unique in either list.
 */
export function unmovedKeys(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  // Computed in one direction only, so that comparing in reverse gives the same moves.
  const [from, to] = before.join('\n') < after.join('\n') ? [before, after] : [after, before];
  const places = new Map(to.map((key, index) => [key, index]));
  return new Set(longestRise(from.map((key) => places.get(key) ?? 0)).map((index) => from[index] ?? ''));
}

/** Indexes of a longest increasing subsequence. Lists of sections are short: quadratic time is fine. */
function longestRise(places: readonly number[]): number[] {
  const best: { length: number; from: number }[] = [];
  let end = -1;
  for (const [index, place] of places.entries()) {
    let length = 1;
    let from = -1;
    for (let before = 0; before < index; before += 1) {
      const known = best[before];
      if (known && (places[before] ?? 0) < place && known.length + 1 > length) {
        length = known.length + 1;
        from = before;
      }
    }
    best.push({ length, from });
    if (end === -1 || length > (best[end]?.length ?? 0)) end = index;
  }
  const run: number[] = [];
  for (let index = end; index !== -1; index = best[index]?.from ?? -1) run.unshift(index);
  return run;
}
