import { fromPointer, type PointerPart, toPointer } from '../model/pointer.ts';

/** What is left of a file when its mistakes are taken out. */
export interface Salvage<T> {
  readonly data: T;
  /** Ids of things that were taken out: they exist, so that references to them do not dangle. */
  readonly lostIds: ReadonlySet<string>;
  /** The place in the file of a place in `data`. */
  readonly originalPointer: (pointer: string) => string;
}

/** Taking something out may uncover that something else is now missing; after so many rounds it is given up. */
const MAX_ROUNDS = 6;

/**
 * Takes the values at the given pointers out of a file, and what then lacks something, until the rest is valid:
 * so that references can be checked in a file that has a mistake elsewhere. `mistakesIn` gives the pointers of what
 * is wrong with data, or nothing when it is valid. `undefined` when too little is left.
 */
export function salvage(
  file: unknown,
  mistakesIn: (data: unknown) => readonly string[],
): Salvage<unknown> | undefined {
  const out = new Set<string>();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const indices = new Map<string, readonly number[]>();
    const lostIds = new Set<string>();
    const data = copyWithout(file, [], out, indices, lostIds);
    const originalPointer = (pointer: string) => originalOf(pointer, indices);
    const mistakes = mistakesIn(data);
    if (mistakes.length === 0) return { data, lostIds, originalPointer };
    for (const pointer of mistakes) out.add(originalPointer(pointer));
    if (out.has('')) return undefined;
  }
  return undefined;
}

/** A copy without some places; for each list that lost members, the indices that its members had. */
function copyWithout(
  value: unknown,
  parts: readonly PointerPart[],
  out: ReadonlySet<string>,
  indices: Map<string, readonly number[]>,
  lostIds: Set<string>,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const keeps = (key: PointerPart) => !out.has(toPointer([...parts, key]));
  if (Array.isArray(value)) {
    const kept = value.map((_, index) => index).filter(keeps);
    if (kept.length < value.length) indices.set(toPointer(parts), kept);
    for (const [index, member] of value.entries()) if (!keeps(index)) noteId(member, lostIds);
    return kept.map((index) => copyWithout(value[index], [...parts, index], out, indices, lostIds));
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => keeps(key))
      .map(([key, member]) => [key, copyWithout(member, [...parts, key], out, indices, lostIds)]),
  );
}

function noteId(member: unknown, ids: Set<string>): void {
  if (typeof member !== 'object' || member === null) return;
  for (const key of ['id', 'ref']) {
    const id: unknown = Object.getOwnPropertyDescriptor(member, key)?.value;
    if (typeof id === 'string') ids.add(id);
  }
}

/** Walks down a pointer into the copy, and up the same way in the file. */
function originalOf(pointer: string, indices: ReadonlyMap<string, readonly number[]>): string {
  let original = '';
  for (const part of fromPointer(pointer)) {
    const kept = indices.get(original);
    original += toPointer([kept ? (kept[Number(part)] ?? part) : part]);
  }
  return original;
}
