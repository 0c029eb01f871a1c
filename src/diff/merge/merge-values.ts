import { isUnrelated } from '../../derive/analysis/reused-ids.ts';
import { isRecord } from '../../model/json.ts';
import type { PointerPart } from '../../model/pointer.ts';
import { type Shape, shapeWithin, VALUE } from '../shapes.ts';
import { asMembers, canonical } from '../words/canonical.ts';
import { proseOf } from '../words/prose.ts';
import { mergeText } from './merge-text.ts';

/** A field that both sides changed differently. */
export interface MergeConflict {
  /** The path; list entries by key: `['judgments', 'it-goes-on', 'likelihood', 'term']`. */
  readonly path: readonly PointerPart[];
  readonly ours: unknown;
  readonly theirs: unknown;
}

export interface Merged {
  /** The merged file, with our value, or theirs, for fields in conflict. */
  readonly value: unknown;
  readonly conflicts: readonly MergeConflict[];
}

/** Whose value is used for fields in conflict. */
type Side = 'ours' | 'theirs';

/**
 * Merges two files with a common base by meaning: lists by id, sets by member, prose sentence by sentence,
 * everything else field by field. `base` is `undefined` if both files were created independently.
 */
export function mergeValues(
  base: unknown,
  ours: unknown,
  theirs: unknown,
  shape: Shape,
  side: Side = 'ours',
): Merged {
  const conflicts: MergeConflict[] = [];
  return { value: new Merger(side, conflicts).merge({ base, ours, theirs }, shape, []), conflicts };
}

interface Three {
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

interface ThreeLists {
  readonly base: readonly unknown[] | undefined;
  readonly ours: readonly unknown[] | undefined;
  readonly theirs: readonly unknown[] | undefined;
}

class Merger {
  readonly #side: Side;
  readonly #conflicts: MergeConflict[];

  constructor(side: Side, conflicts: MergeConflict[]) {
    this.#side = side;
    this.#conflicts = conflicts;
  }

  merge(three: Three, shape: Shape, path: readonly PointerPart[]): unknown {
    const { base, ours, theirs } = three;
    const [was, mine, yours] = [base, ours, theirs].map((value) => canonical(value, shape));
    if (mine === yours || was === yours) return ours;
    if (was === mine) return theirs;
    switch (shape.kind) {
      case 'prose':
        return this.#prose(three, path);
      case 'set':
        return set(three);
      case 'list':
        return this.#list(three, shape, path);
      case 'object':
        return this.#object(three, shape, path);
      default:
        // An entry that the schema does not describe further may still be an object.
        return isRecord(ours) && isRecord(theirs) && (base === undefined || isRecord(base))
          ? this.#object(three, VALUE, path)
          : this.#conflict(three, path);
    }
  }

  #conflict({ ours, theirs }: Three, path: readonly PointerPart[]): unknown {
    this.#conflicts.push({ path, ours, theirs });
    return this.#side === 'ours' ? ours : theirs;
  }

  #prose(three: Three, path: readonly PointerPart[]): unknown {
    const [base, ours, theirs] = [three.base, three.ours, three.theirs].map((value) => proseOf(value));
    const text =
      base === undefined || ours === undefined || theirs === undefined
        ? undefined
        : mergeText(base, ours, theirs);
    if (text === undefined) return this.#conflict(three, path);
    return Array.isArray(three.ours) || Array.isArray(three.theirs) ? text.split('\n') : text;
  }

  #object({ base, ours, theirs }: Three, shape: Shape, path: readonly PointerPart[]): unknown {
    if (!isRecord(ours) || !isRecord(theirs)) return this.#conflict({ base, ours, theirs }, path);
    const before = isRecord(base) ? base : {};
    const merged: Record<string, unknown> = {};
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const own = (from: Record<string, unknown>) => (Object.hasOwn(from, key) ? from[key] : undefined);
      const three = { base: own(before), ours: own(ours), theirs: own(theirs) };
      const value = this.merge(three, shapeWithin(shape, key), [...path, key]);
      // `__proto__` is an ordinary name in a file.
      if (value !== undefined) {
        Object.defineProperty(merged, key, { value, enumerable: true, writable: true, configurable: true });
      }
    }
    return merged;
  }

  #list(three: Three, shape: Extract<Shape, { kind: 'list' }>, path: readonly PointerPart[]): unknown {
    const [base, ours, theirs] = [three.base ?? [], three.ours ?? [], three.theirs ?? []].map((list) =>
      keyed(list, shape),
    );
    if (!base || !ours || !theirs) return this.#conflict(three, path);
    const values = new Map<string, readonly unknown[]>();
    for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
      const members = { base: base.get(key), ours: ours.get(key), theirs: theirs.get(key) };
      values.set(key, this.#members(members, shape.item, [...path, key]));
    }
    const order = orderOf([...base.keys()], [...ours.keys()], [...theirs.keys()]);
    if (shape.ordered && order.isDisputed) this.#conflict(three, path);
    return order.keys.flatMap((key) => values.get(key) ?? []);
  }

  /** The entries with one key, of which there may be several: two reasons for one judgment stay together. */
  #members(three: ThreeLists, shape: Shape, path: readonly PointerPart[]): readonly unknown[] {
    const { base = [], ours = [], theirs = [] } = three;
    if (base.length <= 1 && ours.length <= 1 && theirs.length <= 1) {
      const value = this.#member({ base: base[0], ours: ours[0], theirs: theirs[0] }, shape, path);
      return value === undefined ? [] : [value];
    }
    const [was, mine, yours] = [base, ours, theirs].map((list) =>
      list.map((member) => canonical(member, shape)).join('\n'),
    );
    if (mine === yours || was === yours) return ours;
    if (was === mine) return theirs;
    this.#conflict({ base, ours, theirs }, path);
    return this.#side === 'ours' ? ours : theirs;
  }

  /** An entry removed by one side is gone, unless the other changed it. */
  #member(three: Three, shape: Shape, path: readonly PointerPart[]): unknown {
    const { base, ours, theirs } = three;
    if (base !== undefined && (ours === undefined || theirs === undefined)) {
      const isChanged = canonical(ours ?? theirs, shape) !== canonical(base, shape);
      return isChanged ? this.#conflict(three, path) : undefined;
    }
    if (ours === undefined) return theirs;
    if (theirs === undefined) return ours;
    const isOther = (one: unknown, other: unknown) =>
      path.length === 2 && isUnrelated(String(path[0]), one, other);
    const [mine, yours] = [isOther(base, ours), isOther(base, theirs)];
    if (mine === yours && !isOther(ours, theirs)) {
      // Both use the id for the same new thing: what it was before does not count.
      return this.merge(mine ? { ...three, base: undefined } : three, shape, path);
    }
    // One side, or each, uses the id for something else: the parts of two things are not mixed.
    const [was, is, other] = [base, ours, theirs].map((value) => canonical(value, shape));
    if (is === other || was === other) return ours;
    return was === is ? theirs : this.#conflict(three, path);
  }
}

/** What either side removed is gone, what either added is present. */
function set({ base, ours, theirs }: Three): unknown {
  const text = (member: unknown) => canonical(member, VALUE) ?? 'null';
  const [before, mine, yours] = [base, ours, theirs].map((value) => asMembers(value));
  const was = new Set(before?.map(text));
  const has = [new Set(mine?.map(text)), new Set(yours?.map(text))] as const;
  const merged = new Map<string, unknown>();
  for (const member of [...(mine ?? []), ...(yours ?? [])]) {
    const key = text(member);
    if (was.has(key) ? has[0].has(key) && has[1].has(key) : true) merged.set(key, member);
  }
  const members = [...merged.values()];
  if (members.length === 0) return undefined;
  return members.length === 1 && !Array.isArray(ours) && !Array.isArray(theirs) ? members[0] : members;
}

/** Entries by key; `undefined` if one has none. */
function keyed(
  list: unknown,
  { keys: [keyOf] }: Extract<Shape, { kind: 'list' }>,
): ReadonlyMap<string, readonly unknown[]> | undefined {
  if (!Array.isArray(list)) return undefined;
  const members = new Map<string, unknown[]>();
  for (const item of list) {
    const key = keyOf(item);
    if (key === '') return undefined;
    members.set(key, [...(members.get(key) ?? []), item]);
  }
  return members;
}

/** Our order, unless only theirs was changed; an added entry goes after the one it follows on its own side. */
function orderOf(base: readonly string[], ours: readonly string[], theirs: readonly string[]) {
  const isMoved = (side: readonly string[]) => {
    const common = side.filter((key) => base.includes(key));
    const before = base.filter((key) => side.includes(key));
    return common.some((key, at) => key !== before[at]);
  };
  const shared = (side: readonly string[], other: readonly string[]) =>
    side.filter((key) => other.includes(key));
  const [oursMoved, theirsMoved] = [isMoved(ours), isMoved(theirs)];
  const isDisputed =
    oursMoved && theirsMoved && shared(ours, theirs).join('\n') !== shared(theirs, ours).join('\n');
  const [spine, other] = theirsMoved && !oursMoved ? [theirs, ours] : [ours, theirs];
  const keys = [...spine];
  const known = new Set(keys);
  for (const [at, key] of other.entries()) {
    if (known.has(key)) continue;
    known.add(key);
    const before = other.slice(0, at).findLast((one) => known.has(one));
    // Of two entries added at the same place, the one from the side whose order is used comes first.
    let place = before === undefined ? 0 : keys.indexOf(before) + 1;
    while (place < keys.length && !base.includes(keys[place] ?? '') && !other.includes(keys[place] ?? ''))
      place += 1;
    keys.splice(place, 0, key);
  }
  return { keys, isDisputed };
}
