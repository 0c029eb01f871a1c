import { fromPointer, type PointerPart, toPointer } from '../model/pointer.ts';

/** A file without its mistakes. */
export interface Salvage<T> {
  readonly data: T;
  /** Ids of removed entries: they exist, so that references to them are not reported as dangling. */
  readonly lostIds: ReadonlySet<string>;
  /** The pointer in the file for a pointer in `data`. */
  readonly originalPointer: (pointer: string) => string;
}

/** Most rounds: removing something may reveal that something else is now missing. */
const MAX_ROUNDS = 6;

/**
 * Removes the values at the given pointers from a file, and then whatever is incomplete without them, until the
 * rest is valid: so references can be checked in a file with a mistake elsewhere. `mistakesIn` returns the
 * pointers of what is invalid, or nothing if all is valid. `undefined` if too little is left.
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

/** A copy without some values; for each shortened list, the original indexes of its entries. */
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
    const remaining = value.map((_, index) => index).filter(keeps);
    if (remaining.length < value.length) indices.set(toPointer(parts), remaining);
    for (const [index, member] of value.entries()) if (!keeps(index)) noteId(member, lostIds);
    return remaining.map((index) => copyWithout(value[index], [...parts, index], out, indices, lostIds));
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

/** Follows a pointer in the copy, and returns the corresponding one in the file. */
function originalOf(pointer: string, indices: ReadonlyMap<string, readonly number[]>): string {
  let original = '';
  for (const part of fromPointer(pointer)) {
    const kept = indices.get(original);
    original += toPointer([kept ? (kept[Number(part)] ?? part) : part]);
  }
  return original;
}
