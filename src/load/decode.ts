import type { Place } from '../model/finding.ts';
import { indexLines } from './line-index.ts';

/** The text of a file, or the place of the first byte that is not valid UTF-8. */
export type Decoded =
  | { readonly text: string }
  | {
      readonly text?: undefined;
      readonly place: Place;
      /** The byte at that place; absent when the file ends inside a character. */
      readonly byte?: number;
      readonly utf16: boolean;
    };

/** Decodes UTF-8; a byte-order mark at the beginning is left out. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const before = wellFormedBeginning(bytes);
    const at = indexLines(before).place(before.length, before.length);
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const byte = bytes[mark + new TextEncoder().encode(before).length];
    return {
      place: { ...at, endColumn: at.endColumn + 1 },
      ...(byte !== undefined && { byte }),
      utf16: (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff),
    };
  }
}

/** The text before the first malformed sequence. */
function wellFormedBeginning(bytes: Uint8Array): string {
  let low = 0; // nothing malformed in the first `low` bytes, though they may end inside a character
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decodeBeginning(bytes.subarray(0, middle)) === undefined) high = middle - 1;
    else low = middle;
  }
  return decodeBeginning(bytes.subarray(0, low)) ?? '';
}

/**
 * The complete characters of the bytes; `undefined` if anything is malformed; a truncated last character is
 * left out.
 */
function decodeBeginning(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
