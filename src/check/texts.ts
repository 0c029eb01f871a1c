import type { PointerPart } from '../model/pointer.ts';

export interface PlacedText {
  readonly text: string;
  /** Path from the top of the file. */
  readonly parts: readonly PointerPart[];
}

const known = new WeakMap<object, readonly PlacedText[]>();

/**
 * Every text of a file with its path, in the order of the file; bibliographic items (`csl`) are left out.
 * Cached for a file, since many rules ask.
 */
export function textsOf(file: object): readonly PlacedText[] {
  const found = known.get(file) ?? gather(file, [], []);
  known.set(file, found);
  return found;
}

/** `parts` is the path to the value: one shared array, longer by one at each level. */
function gather(value: unknown, parts: PointerPart[], found: PlacedText[]): PlacedText[] {
  if (typeof value === 'string') found.push({ text: value, parts: [...parts] });
  else if (typeof value === 'object' && value !== null) {
    const depth = parts.length;
    for (const key of Object.keys(value)) {
      parts[depth] = key;
      if (key !== 'csl') gather((value as Record<string, unknown>)[key], parts, found);
    }
    parts.length = depth;
  }
  return found;
}
