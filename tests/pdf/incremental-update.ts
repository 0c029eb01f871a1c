import { deflateSync } from 'node:zlib';

/** An object as it stands between `obj` and `endobj`. */
export interface PdfObject {
  readonly number: number;
  readonly content: Buffer;
}

/** The content of an object that is a compressed stream. */
export function streamObject(number: number, bytes: Buffer): PdfObject {
  const packed = deflateSync(bytes);
  const head = `<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n`;
  return { number, content: Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]) };
}

/** The file with an object written anew behind it, as editors do it (ISO 32000-1, 7.5.6): the bytes before stay. */
export function withUpdate(pdf: Buffer, { number, content }: PdfObject): Buffer {
  const text = pdf.toString('latin1');
  const trailer = text.slice(text.lastIndexOf('trailer'));
  const entry = (name: string) => new RegExp(`/${name} \\d+(?: 0 R)?`).exec(trailer)?.[0];
  const before = /startxref\s+(\d+)/.exec(trailer)?.[1];
  const written = Buffer.concat([Buffer.from(`\n${number} 0 obj\n`), content, Buffer.from('\nendobj\n')]);
  const offset = String(pdf.length + 1).padStart(10, '0');
  const table = `xref\n${number} 1\n${offset} 00000 n \ntrailer\n<<${['Size', 'Root', 'Info'].map(entry).join(' ')} /Prev ${before}>>\n`;
  const end = `startxref\n${pdf.length + written.length}\n%%EOF\n`;
  return Buffer.concat([pdf, written, Buffer.from(table + end)]);
}
