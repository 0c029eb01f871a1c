import type { PointerPart } from '../model/pointer.ts';

export interface PlacedText {
  readonly text: string;
  /** The way to it from the top of the file. */
  readonly parts: readonly PointerPart[];
}

const known = new WeakMap<object, readonly PlacedText[]>();

/**
 * Every text of a file with its place, in the order of the file; bibliographic items (`csl`) are left out. Gathered once
 * for a file, since many rules ask.
 */
export function textsOf(file: object): readonly PlacedText[] {
  const found = known.get(file) ?? gather(file, [], []);
  known.set(file, found);
  return found;
}

function gather(value: unknown, parts: readonly PointerPart[], found: PlacedText[]): PlacedText[] {
  if (typeof value === 'string') found.push({ text: value, parts });
  else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      if (key !== 'csl') gather((value as Record<string, unknown>)[key], [...parts, key], found);
    }
  }
  return found;
}
