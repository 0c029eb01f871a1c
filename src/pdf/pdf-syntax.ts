import { deflateSync, inflateSync } from 'node:zlib';

/** Values in PDF syntax (ISO 32000-1, 7.3) and the few places of Skia's plain files that we read. */

/** A text string: as it is when ASCII, else UTF-16 with a byte order mark (7.9.2.2). */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, String.raw`\$&`)})`;
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}

/** A name (7.3.5): everything but plain letters, digits, dot, dash and underscore as `#xx`. */
export function pdfName(text: string): string {
  const escaped = [...Buffer.from(text, 'utf8')].map((byte) => {
    const char = String.fromCharCode(byte);
    return /[A-Za-z0-9._-]/.test(char) ? char : `#${byte.toString(16).padStart(2, '0').toUpperCase()}`;
  });
  return `/${escaped.join('')}`;
}

/** A date (7.9.4): midnight UTC of a day given as YYYY-MM-DD. As long as Skia's own dates. */
export function pdfDate(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`Not a day as YYYY-MM-DD: ${day}`);
  return `D:${day.replaceAll('-', '')}000000+00'00'`;
}

/** What an incremental update has to know of the file it is appended to. */
export interface Trailer {
  /** Number of objects, that is, the first free object number. */
  readonly size: number;
  readonly root: number;
  readonly info: number;
  /** Offset of the cross-reference table, in bytes. */
  readonly xref: number;
}

function numberIn(text: string, pattern: RegExp, what: string): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`This PDF is not as Skia writes it: no ${what}.`);
  return Number(found);
}

/** Reads the trailer of a file with one classic cross-reference table. `pdf` has one character for each byte. */
export function readTrailer(pdf: string): Trailer {
  const trailer = pdf.slice(pdf.lastIndexOf('trailer'));
  return {
    size: numberIn(trailer, /\/Size (\d+)/, 'Size'),
    root: numberIn(trailer, /\/Root (\d+) 0 R/, 'Root'),
    info: numberIn(trailer, /\/Info (\d+) 0 R/, 'Info'),
    xref: numberIn(trailer, /startxref\s+(\d+)/, 'startxref'),
  };
}

/** Where an object begins, in bytes. */
function offsetOf(pdf: string, trailer: Trailer, object: number): number {
  const table = pdf.slice(trailer.xref, pdf.lastIndexOf('trailer'));
  // One section from 0, each entry 20 bytes long (7.5.4).
  const head = /^xref\s+0 \d+\s*?\n/.exec(table)?.[0];
  if (head === undefined) throw new Error('This PDF is not as Skia writes it: its xref has sections.');
  return Number.parseInt(table.slice(head.length + object * 20, head.length + object * 20 + 10), 10);
}

/** The inside of an object that is a dictionary: what stands between its outer `<<` and `>>`. */
export function readDictionary(pdf: string, trailer: Trailer, object: number): string {
  const offset = offsetOf(pdf, trailer, object);
  const body = pdf.slice(offset, pdf.indexOf('endobj', offset));
  const match = new RegExp(String.raw`^${object} 0 obj\s*<<([\s\S]*)>>\s*$`).exec(body)?.[1];
  if (match === undefined) throw new Error(`This PDF is not as Skia writes it: object ${object}.`);
  return match;
}

/** The bytes of an object that is a compressed stream; undefined when it is none that Skia would write. */
export function readStream(pdf: string, trailer: Trailer, object: number): Buffer | undefined {
  const offset = offsetOf(pdf, trailer, object);
  const head = /^\d+ 0 obj\s*<<([^>]*)>> stream\r?\n/.exec(pdf.slice(offset, offset + 300));
  const length = /\/Length (\d+)/.exec(head?.[1] ?? '')?.[1];
  if (!head?.[1]?.includes('/FlateDecode') || length === undefined) return undefined;
  const start = offset + head[0].length;
  return inflateSync(Buffer.from(pdf.slice(start, start + Number(length)), 'latin1'));
}

/** The content of an object that is a compressed stream. */
export function streamObject(number: number, bytes: Buffer): PdfObject {
  const packed = deflateSync(bytes);
  return {
    number,
    content: Buffer.concat([
      Buffer.from(`<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n`),
      packed,
      Buffer.from('\nendstream'),
    ]),
  };
}

/** An object to be written: its number, and what stands between `obj` and `endobj`. */
export interface PdfObject {
  readonly number: number;
  readonly content: Buffer;
}

/** Appends objects as an incremental update (7.5.6): the bytes before stay as they are. */
export function appendUpdate(
  pdf: Buffer,
  trailer: Trailer,
  objects: readonly PdfObject[],
  fileId: string,
): Buffer {
  const ordered = [...objects].sort((a, b) => a.number - b.number);
  const parts: Buffer[] = [pdf, Buffer.from('\n')];
  let offset = pdf.length + 1;
  const entries: string[] = [];
  for (const { number, content } of ordered) {
    const written = Buffer.concat([Buffer.from(`${number} 0 obj\n`), content, Buffer.from('\nendobj\n')]);
    entries.push(`${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
    parts.push(written);
    offset += written.length;
  }
  const size = Math.max(trailer.size, ...ordered.map(({ number }) => number + 1));
  parts.push(
    Buffer.from(
      `xref\n${entries.join('')}trailer\n<</Size ${size} /Root ${trailer.root} 0 R /Info ${trailer.info} 0 R ` +
        `/Prev ${trailer.xref} /ID [<${fileId}> <${fileId}>]>>\nstartxref\n${offset}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
