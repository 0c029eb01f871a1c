import { type PointerPart, toPointer } from '../model/pointer.ts';

export interface PlacedText {
  readonly text: string;
  readonly pointer: string;
}

/** Every text of a file with its place, in the order of the file; bibliographic items (`csl`) are left out. */
export function* eachText(value: unknown, parts: readonly PointerPart[] = []): Generator<PlacedText> {
  if (typeof value === 'string') {
    yield { text: value, pointer: toPointer(parts) };
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key !== 'csl') yield* eachText(item, [...parts, key]);
    }
  }
}
