import { Budget, type Limits, MAX_CACHED, MAX_WORK } from './budget.ts';
import { Inflater } from './inflate.ts';
import { Lexer } from './lexer.ts';
import {
  type Dictionary,
  isDictionary,
  Keyword,
  Name,
  type PdfStream,
  type PdfValue,
  Reference,
  UnreadablePdf,
} from './values.ts';
import { type Entry, findObjects, readCrossReferences } from './xref.ts';

/** Largest PDF read, in bytes. The longest memo of ours has one million. */
export const MAX_PDF_BYTES = 100_000_000;

/** Most objects in one object stream. */
const MAX_IN_STREAM = 100_000;
/** Longest chain of references from a reference to a value. */
const MAX_HOPS = 16;

/** Whether a file claims to be a PDF: readers look for that in its first kilobyte. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

/**
 * The objects of a PDF from anybody: ours, written by Skia and `finish`, or one rewritten by another program
 * (cross-reference streams, object streams). All reading is limited. Throws UnreadablePdf.
 */
export class PdfFile {
  readonly trailer: Dictionary;
  /** Budget for callers that process its content. */
  readonly work: Budget;
  readonly #cached: Budget;
  readonly #text: string;
  readonly #inflater = new Inflater();
  /** Empty while it is being built: a stream whose length is a reference then has none. */
  #entries: ReadonlyMap<number, Entry> = new Map();
  readonly #known = new Map<number, PdfValue>();
  readonly #streams = new Map<number, PdfStream>();
  /** Objects in object streams, by the stream's offset. */
  readonly #packed = new Map<number, Map<number, PdfValue>>();
  readonly #opening = new Set<number>();

  constructor(bytes: Uint8Array, { work, cached }: Limits = { work: MAX_WORK, cached: MAX_CACHED }) {
    this.work = new Budget(work);
    this.#cached = new Budget(cached);
    if (bytes.length > MAX_PDF_BYTES) throw new UnreadablePdf('It is larger than what is read.');
    this.#text = Buffer.from(bytes).toString('latin1');
    const { trailer, entries } = this.#findObjects();
    this.#entries = entries;
    this.trailer = trailer;
    if (trailer.has('Encrypt')) throw new UnreadablePdf('It is encrypted.');
  }

  /** The value a reference leads to, or the value itself; `null` if there is none. */
  resolve = (value: PdfValue | undefined): PdfValue => {
    let found = value ?? null;
    for (let hop = 0; found instanceof Reference; hop += 1) {
      if (hop === MAX_HOPS) return null;
      found = this.#object(found.object);
    }
    return found;
  };

  /** The dictionary that a value is or refers to; an empty one if there is none. */
  dictionary(value: PdfValue | undefined): Dictionary {
    const found = this.resolve(value);
    return isDictionary(found) ? found : new Map();
  }

  list(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value);
    return Array.isArray(found) ? found : [];
  }

  /** The stream that a reference leads to. */
  stream(value: PdfValue | undefined): PdfStream | undefined {
    if (!(value instanceof Reference)) return undefined;
    this.#object(value.object);
    return this.#streams.get(value.object);
  }

  #findObjects() {
    const found = readCrossReferences(this.#text, (at) => this.#streamAt(at), this.#cached);
    const isWhole = found && this.#isThere(found.trailer, found.entries);
    const used = isWhole ? found : findObjects(this.#text, (at) => this.#objectsAt(at).keys(), this.#cached);
    if (!used) throw new UnreadablePdf('It has no list of its objects.');
    return used;
  }

  /** Whether the catalog is where the table says; in a file edited by hand it may not be. */
  #isThere(trailer: Dictionary, entries: ReadonlyMap<number, Entry>): boolean {
    const root = trailer.get('Root');
    const entry = root instanceof Reference ? entries.get(root.object) : undefined;
    if (entry === undefined || !(root instanceof Reference)) return false;
    return (
      'in' in entry ||
      new RegExp(`^\\s*${root.object} \\d+ obj\\b`).test(this.#text.slice(entry.at, entry.at + 40))
    );
  }

  #object(number: number): PdfValue {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const entry = this.#entries.get(number);
    if (entry === undefined || this.#opening.has(number)) return null;
    this.#opening.add(number);
    try {
      const value =
        'in' in entry ? (this.#objectsIn(entry.in).get(number) ?? null) : this.#read(number, entry.at);
      this.#known.set(number, value);
      return value;
    } finally {
      this.#opening.delete(number);
    }
  }

  #read(number: number, at: number): PdfValue {
    const lexer = new Lexer(this.#text, at, this.#cached);
    if (lexer.next() !== number) return null;
    lexer.next(); // generation
    const word = lexer.next();
    if (!(word instanceof Keyword) || word.word !== 'obj') return null;
    const value = lexer.next();
    if (value === undefined || value instanceof Keyword) return null;
    if (isDictionary(value)) {
      const stream = this.#streamBehind(lexer, value);
      if (stream) this.#streams.set(number, stream);
    }
    return value;
  }

  #streamAt(at: number): PdfStream | undefined {
    const lexer = new Lexer(this.#text, at, this.#cached);
    lexer.next();
    lexer.next();
    lexer.next();
    const head = lexer.next();
    return isDictionary(head) ? this.#streamBehind(lexer, head) : undefined;
  }

  #streamBehind(lexer: Lexer, head: Dictionary): PdfStream | undefined {
    const word = lexer.next();
    if (!(word instanceof Keyword) || word.word !== 'stream') return undefined;
    const start = lexer.at + (this.#text.startsWith('\r\n', lexer.at) ? 2 : 1);
    return { head, bytes: () => this.#unpack(head, start) };
  }

  #unpack(head: Dictionary, start: number): Buffer | undefined {
    const length = this.resolve(head.get('Length'));
    const stated = typeof length === 'number' && length >= 0 ? start + length : -1;
    const isRight = stated > 0 && /^\s*endstream/.test(this.#text.slice(stated, stated + 20));
    const end = isRight ? stated : this.#text.indexOf('endstream', start);
    if (end < start) throw new UnreadablePdf('A part of it has no end.');
    this.work.spend(end - start);
    return this.#inflater.unpack(head, Buffer.from(this.#text.slice(start, end), 'latin1'), this.resolve);
  }

  #objectsIn(container: number): Map<number, PdfValue> {
    const entry = this.#entries.get(container);
    return entry && 'at' in entry ? this.#objectsAt(entry.at) : new Map();
  }

  /** The objects inside an object stream (7.5.7). */
  #objectsAt(at: number): Map<number, PdfValue> {
    const known = this.#packed.get(at);
    if (known) return known;
    const found = new Map<number, PdfValue>();
    this.#packed.set(at, found);
    const stream = this.#streamAt(at);
    const type = stream?.head.get('Type');
    const bytes = type instanceof Name && type.name === 'ObjStm' ? stream?.bytes() : undefined;
    const count = this.resolve(stream?.head.get('N'));
    const first = this.resolve(stream?.head.get('First'));
    if (!bytes || typeof count !== 'number' || typeof first !== 'number') return found;
    const text = bytes.toString('latin1');
    const index = new Lexer(text, 0, this.#cached);
    for (let item = 0; item < Math.min(count, MAX_IN_STREAM); item += 1) {
      const number = index.next();
      const offset = index.next();
      if (typeof number !== 'number' || typeof offset !== 'number') break;
      const value = new Lexer(text, Math.max(0, first + offset), this.#cached).next();
      if (value !== undefined && !(value instanceof Keyword)) found.set(number, value);
    }
    return found;
  }
}
