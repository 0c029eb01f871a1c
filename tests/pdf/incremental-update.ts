import { deflateSync } from 'node:zlib';

/** The content of an object between `obj` and `endobj`. */
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

/** The file with a new version of an object appended, as editors do (ISO 32000-1, 7.5.6): the bytes before are unchanged. */
export function withUpdate(pdf: Buffer, { number, content }: PdfObject): Buffer {
  const text = pdf.toString('latin1');
  const trailer = text.slice(text.lastIndexOf('/Type /XRef'));
  const entry = (name: string) => new RegExp(`/${name} \\d+(?: 0 R)?`).exec(trailer)?.[0];
  const before = /startxref\s+(\d+)/.exec(trailer)?.[1];
  const table = Number(/\d+/.exec(entry('Size') ?? '')?.[0]);
  const written = Buffer.concat([Buffer.from(`\n${number} 0 obj\n`), content, Buffer.from('\nendobj\n')]);
  const rows = Buffer.alloc(10);
  rows.writeUInt8(1, 0);
  rows.writeUInt32BE(pdf.length + 1, 1);
  rows.writeUInt8(1, 5);
  rows.writeUInt32BE(pdf.length + written.length, 6);
  const head = `<</Type /XRef /Size ${table + 1} /W [1 4 0] /Index [${number} 1 ${table} 1] ${entry('Root')} ${entry('Info')} /Prev ${before} /Length 10>>`;
  const end = `\nendstream\nendobj\nstartxref\n${pdf.length + written.length}\n%%EOF\n`;
  return Buffer.concat([
    pdf,
    written,
    Buffer.from(`${table} 0 obj\n${head}\nstream\n`),
    rows,
    Buffer.from(end),
  ]);
}
