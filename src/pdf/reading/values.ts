/**
 * Values of a PDF (ISO 32000-1, 7.3). A dictionary is a Map, so that no key in a stranger's file is special.
 */
export type PdfValue = null | boolean | number | Name | Text | Reference | readonly PdfValue[] | Dictionary;

export type Dictionary = ReadonlyMap<string, PdfValue>;

export class Name {
  constructor(readonly name: string) {}
}

/** A string: one character for each byte. */
export class Text {
  constructor(readonly bytes: string) {}
}

export class Reference {
  constructor(readonly object: number) {}
}

/** A word that is not a value: an operator of a content stream, `obj`, `stream`, `R`. */
export class Keyword {
  constructor(readonly word: string) {}
}

/** A PDF is broken, encrypted, or exceeds a limit. The message is for people. */
export class UnreadablePdf extends Error {
  override readonly name = 'UnreadablePdf';
}

export function isDictionary(value: unknown): value is Dictionary {
  return value instanceof Map;
}

/**
 * Decodes a text string: UTF-16 or UTF-8 with its byte order mark, otherwise one character per byte (7.9.2.2).
 */
export function textOf(value: PdfValue | undefined): string {
  if (value instanceof Name) return value.name;
  if (!(value instanceof Text)) return '';
  const bytes = Buffer.from(value.bytes, 'latin1');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
    return Buffer.from(even).swap16().toString('utf16le');
  }
  return bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))
    ? bytes.subarray(3).toString('utf8')
    : value.bytes;
}

/** A stream object: its dictionary and its bytes, decompressed on demand. */
export interface PdfStream {
  readonly head: Dictionary;
  /** `undefined` if it uses a filter the program does not write. Throws UnreadablePdf if it is broken. */
  bytes(): Buffer | undefined;
}
