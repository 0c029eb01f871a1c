import { inflateSync } from 'node:zlib';
import { type Content, packedStream, writePdf } from './write-pdf.ts';

/**
 * A PDF as Skia writes it (PDF 1.4, one classic cross-reference table, no object streams), open for changes:
 * objects are read and replaced as text, and the file is written again. Parsing all of it into values would
 * cost more than printing. Each character is one byte (Latin-1), so offsets in the text are offsets in the
 * file.
 *
 * Throws an Error if the file is not structured as Skia's are. References are to ISO 32000-1.
 */
export class SkiaFile {
  /** Number of the catalog (7.7.2). */
  readonly root: number;
  /** Number of the information dictionary (14.3.3). */
  readonly info: number;
  readonly #text: string;
  /** Offset of each object, by number; 0 if there is none. */
  readonly #begins: readonly number[];
  readonly #ends: ReadonlyMap<number, number>;
  /** New content between `obj` and `endobj`, by number. */
  readonly #changed = new Map<number, Content>();
  /** Streams that were read or changed, decompressed. */
  readonly #streams = new Map<number, string>();
  /** Streams that were changed: compressed when the file is written, each once. */
  readonly #changedStreams = new Set<number>();
  #size: number;

  constructor(text: string) {
    this.#text = text;
    const trailerAt = text.lastIndexOf('trailer');
    const trailer = text.slice(trailerAt);
    this.#size = numberIn(trailer, /\/Size (\d+)/, 'Size');
    this.root = numberIn(trailer, /\/Root (\d+) 0 R/, 'Root');
    this.info = numberIn(trailer, /\/Info (\d+) 0 R/, 'Info');
    const xref = numberIn(trailer, /startxref\s+(\d+)/, 'startxref');
    this.#begins = offsetsIn(text.slice(xref, trailerAt), this.#size);
    const sorted = this.#begins.filter((offset) => offset > 0).sort((a, b) => a - b);
    this.#ends = new Map(sorted.map((offset, index) => [offset, sorted[index + 1] ?? xref]));
  }

  /** Whether a pattern matches anywhere in the file as Skia wrote it. */
  matches(pattern: RegExp): boolean {
    return pattern.test(this.#text);
  }

  /** All matches in the file as Skia wrote it. Nothing inside compressed streams is found. */
  matchAll(pattern: RegExp): Iterable<RegExpExecArray> {
    return this.#text.matchAll(pattern);
  }

  /** Objects that were changed or added, if they are text. */
  changes(): string[] {
    return [...this.#changed.values()].filter((content) => typeof content === 'string');
  }

  /** The inside of a dictionary object, with its changes: what is between its outer `<<` and `>>`. */
  dictionary(number: number): string {
    const whole = this.#written(number);
    const from = whole.indexOf('<<');
    const to = whole.lastIndexOf('>>');
    if (from === -1 || to < from || whole.includes('stream\n')) throw notSkia(`object ${number}`);
    return whole.slice(from + 2, to);
  }

  /** The content of a compressed stream, with its changes; `undefined` if it is not one that Skia writes. */
  stream(number: number): string | undefined {
    const known = this.#streams.get(number);
    if (known !== undefined) return known;
    const begin = this.#begins[number] ?? 0;
    const head = /^\d+ 0 obj\s*<<([^>]*)>> stream\r?\n/.exec(this.#text.slice(begin, begin + 300));
    const length = /\/Length (\d+)/.exec(head?.[1] ?? '')?.[1];
    if (!head?.[1]?.includes('/FlateDecode') || length === undefined) return undefined;
    const start = begin + head[0].length;
    const packed = Buffer.from(this.#text.slice(start, start + Number(length)), 'latin1');
    const unpacked = inflateSync(packed).toString('latin1');
    this.#streams.set(number, unpacked);
    return unpacked;
  }

  /** Replaces a dictionary; `inside` is Latin-1. */
  setDictionary(number: number, inside: string): void {
    this.#changed.set(number, `<<${inside}>>`);
  }

  setStream(number: number, bytes: string): void {
    this.#streams.set(number, bytes);
    this.#changedStreams.add(number);
  }

  /** Adds an object and returns its number. `content` is what is between `obj` and `endobj`. */
  add(content: Content): number {
    const number = this.#size;
    this.#size += 1;
    this.#changed.set(number, content);
    return number;
  }

  /** The whole file with its changes. */
  bytes(): Buffer {
    const objects = Array.from({ length: this.#size }, (_, number) => this.#content(number));
    return writePdf({ objects, root: this.root, info: this.info });
  }

  /** An object's content between `obj` and `endobj`, with its changes; empty if there is none. */
  #content(number: number): Content {
    if (this.#changedStreams.has(number)) return packedStream(this.#streams.get(number) ?? '');
    return this.#changed.get(number) ?? this.#written(number);
  }

  /** The same as text, without changes of streams. */
  #written(number: number): string {
    const changed = this.#changed.get(number);
    if (changed !== undefined) return typeof changed === 'string' ? changed : changed.toString('latin1');
    const begin = this.#begins[number] ?? 0;
    if (begin === 0) return '';
    const written = this.#text.slice(begin, this.#ends.get(begin));
    return written.slice(written.indexOf('obj') + 3, written.lastIndexOf('endobj')).trim();
  }
}

/** The object number that a key refers to, such as `/Parent 3 0 R`. */
export function referenceIn(dictionary: string, key: string): number | undefined {
  const found = new RegExp(String.raw`/${key} (\d+) 0 R`).exec(dictionary)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Object numbers of the pages in order, from the page tree (7.7.3). */
export function pagesOf(file: SkiaFile): number[] {
  const below = (object: number): number[] => {
    const node = file.dictionary(object);
    if (!/\/Type \/Pages\b/.test(node)) return [object];
    const kids = /\/Kids \[([^\]]*)\]/.exec(node)?.[1] ?? '';
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => below(Number(kid)));
  };
  const root = referenceIn(file.dictionary(file.root), 'Pages');
  if (root === undefined) throw notSkia('no pages');
  return below(root);
}

function numberIn(text: string, pattern: RegExp, what: string): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw notSkia(`no ${what}`);
  return Number(found);
}

/** Offsets of objects: one section from 0, each entry 20 bytes long (7.5.4). */
function offsetsIn(table: string, size: number): number[] {
  const head = /^xref\s+0 \d+\s*?\n/.exec(table)?.[0];
  if (head === undefined) throw notSkia('its xref has sections');
  return Array.from({ length: size }, (_, number) => {
    const entry = table.slice(head.length + number * 20, head.length + (number + 1) * 20);
    return entry[17] === 'n' ? Number.parseInt(entry.slice(0, 10), 10) : 0;
  });
}

function notSkia(what: string): Error {
  return new Error(`This PDF is not as Skia writes it: ${what}.`);
}
