import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** For page content as small as level 6, within a few hundredths, in half the time. */
const LEVEL = 3;

/** Most objects in an object stream: a reader that wants one has to decompress all. */
const MAX_IN_STREAM = 500;

/** Object streams came with PDF 1.5; PDF/UA-1 is based on PDF 1.7. */
const HEADER = '%PDF-1.7\n%\u00d3\u00eb\u00e9\u00e1\n';

/** Content between `obj` and `endobj`: bytes, or text with a character for each byte (Latin-1). */
export type Content = string | Buffer;

/** The contents of a file. */
export interface FileContents {
  /** By number; empty if there is none. Number 0 never exists. */
  readonly objects: readonly Content[];
  /** Numbers of the catalog and of the information dictionary. */
  readonly root: number;
  readonly info: number;
}

/**
 * Where an object is, as an entry of a cross-reference stream: kind, then offset or stream, then index in it.
 */
type Entry = readonly [kind: 0 | 1 | 2, where: number, index: number];

/**
 * Writes a PDF. Structure elements, thousands of small objects, go into object streams (ISO 32000-1, 7.5.7),
 * which halves the file; all other objects stay uncompressed, so that links, attachments and metadata can be
 * found without decompressing anything. The file's identifier (14.4) is a hash of its content.
 */
export function writePdf({ objects, root, info }: FileContents): Buffer {
  const entries: Entry[] = objects.map((_, number) => [0, 0, number === 0 ? 65_535 : 0]);
  const out = new Pieces();
  out.add(HEADER);
  const write = (number: number, content: Content) => {
    entries[number] = [1, out.length, 0];
    out.add(`${number} 0 obj\n`);
    out.add(content);
    out.add('\nendobj\n');
  };
  const elements = new Map<number, string>();
  for (const [number, content] of objects.entries()) {
    if (typeof content === 'string' && content.startsWith('<</Type /StructElem\n'))
      elements.set(number, content);
    else if (content.length > 0) write(number, content);
  }
  const packed = [...elements.keys()];
  for (let from = 0; from < packed.length; from += MAX_IN_STREAM) {
    const numbers = packed.slice(from, from + MAX_IN_STREAM);
    const stream = entries.length;
    for (const [index, number] of numbers.entries()) entries[number] = [2, stream, index];
    write(stream, objectStream(numbers, elements));
  }
  const id = out.hash().slice(0, 32).toUpperCase();
  const trailer = `/Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>]`;
  const table = out.length;
  const number = entries.push([1, table, 0]) - 1;
  write(number, crossReferences(entries, trailer));
  out.add(`startxref\n${table}\n%%EOF\n`);
  return out.bytes();
}

/** Collects bytes; adjacent texts become one piece. */
class Pieces {
  /** Bytes so far. */
  length = 0;
  readonly #pieces: Buffer[] = [];
  #text = '';

  add(content: Content): void {
    this.length += content.length;
    if (typeof content === 'string') {
      this.#text += content;
      return;
    }
    this.#close();
    this.#pieces.push(content);
  }

  /** SHA-256 of everything so far. */
  hash(): string {
    this.#close();
    const hash = createHash('sha256');
    for (const piece of this.#pieces) hash.update(piece);
    return hash.digest('hex');
  }

  bytes(): Buffer {
    this.#close();
    return Buffer.concat(this.#pieces, this.length);
  }

  #close(): void {
    if (this.#text !== '') this.#pieces.push(Buffer.from(this.#text, 'latin1'));
    this.#text = '';
  }
}

/** A compressed stream. Dictionary entries and textual content are Latin-1. */
export function packedStream(content: Content, entries = '', level = LEVEL): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const packed = deflateSync(bytes, { level });
  const head = `<<${entries}/Filter /FlateDecode\n/Length ${packed.length}>> stream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream')]);
}

function objectStream(numbers: readonly number[], elements: ReadonlyMap<number, string>): Buffer {
  let index = '';
  let contents = '';
  for (const number of numbers) {
    index += `${number} ${contents.length} `;
    contents += `${elements.get(number)}\n`;
  }
  return packedStream(index + contents, `/Type /ObjStm\n/N ${numbers.length}\n/First ${index.length}\n`);
}

/**
 * A cross-reference stream (7.5.8). Each row is stored as the difference from the one above, which compresses
 * well (7.4.4.4).
 */
function crossReferences(entries: readonly Entry[], trailer: string): Buffer {
  const width = 7;
  const rows = Buffer.alloc(entries.length * width);
  for (const [number, [kind, where, index]] of entries.entries()) {
    rows.writeUInt8(kind, number * width);
    rows.writeUInt32BE(where, number * width + 1);
    rows.writeUInt16BE(index, number * width + 5);
  }
  const predicted = Buffer.alloc(entries.length * (width + 1));
  for (let row = 0; row < entries.length; row += 1) {
    const to = row * (width + 1);
    predicted[to] = 2; // “up”
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      predicted[to + 1 + column] = (rows[at] ?? 0) - (rows[at - width] ?? 0);
    }
  }
  return packedStream(
    predicted,
    `/Type /XRef\n/Size ${entries.length}\n/W [1 4 2]\n${trailer}\n/DecodeParms <</Predictor 12 /Columns ${width}>>\n`,
  );
}
