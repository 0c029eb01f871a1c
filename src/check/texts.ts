import type { PointerPart } from '../model/pointer.ts';

export interface PlacedText {
  readonly text: string;
  /** The way to it from the top of the file. */
  readonly parts: readonly PointerPart[];
}

/** Every text of a file with its place, in the order of the file; bibliographic items (`csl`) are left out. */
export function* eachText(value: unknown, parts: readonly PointerPart[] = []): Generator<PlacedText> {
  if (typeof value === 'string') {
    yield { text: value, parts };
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key !== 'csl') yield* eachText(item, [...parts, key]);
    }
  }
}
