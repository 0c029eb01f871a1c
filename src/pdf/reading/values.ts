/** Values as they stand in a PDF (ISO 32000-1, 7.3). A dictionary is a Map, so that no key of a stranger's is special. */
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

/** A word that is no value: an operator of a content stream, `obj`, `stream`, `R`. */
export class Keyword {
  constructor(readonly word: string) {}
}

/** A PDF that is broken, encrypted, or larger than what is read. The message is for a person. */
export class UnreadablePdf extends Error {
  override readonly name = 'UnreadablePdf';
}

export function isDictionary(value: unknown): value is Dictionary {
  return value instanceof Map;
}

/** A text string as text: UTF-16 with its mark, UTF-8 with its mark, else one character a byte (7.9.2.2). */
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

/** An object that is a stream: its dictionary and its bytes, unpacked when they are asked for. */
export interface PdfStream {
  readonly head: Dictionary;
  /** `undefined` when its filter is one that the program does not write. Throws UnreadablePdf when it is broken. */
  bytes(): Buffer | undefined;
}
