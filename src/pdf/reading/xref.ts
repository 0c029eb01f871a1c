import type { Budget } from './budget.ts';
import { Lexer } from './lexer.ts';
import { type Dictionary, isDictionary, type PdfStream, type PdfValue, Reference } from './values.ts';

/** Where an object is: at an offset in bytes, or inside an object stream. */
export type Entry = { readonly at: number } | { readonly in: number };

/** The objects of a file, and its trailer, which names the catalog. */
export interface CrossReferences {
  readonly trailer: Dictionary;
  readonly entries: ReadonlyMap<number, Entry>;
}

const MAX_OBJECTS = 500_000;
/** Most incremental updates in a file. */
const MAX_SECTIONS = 1_000;

/**
 * Follows the cross-reference tables and streams from the last one back (7.5.4, 7.5.8); newer entries win.
 * `undefined` if the chain is broken.
 */
export function readCrossReferences(
  text: string,
  streamAt: (at: number) => PdfStream | undefined,
  budget: Budget,
): CrossReferences | undefined {
  const entries = new Map<number, Entry>();
  const gone = new Set<number>();
  const seen = new Set<number>();
  const add = (number: number, entry: Entry | undefined): void => {
    if (entries.has(number) || gone.has(number) || entries.size >= MAX_OBJECTS || gone.size >= MAX_OBJECTS)
      return;
    if (entry) entries.set(number, entry);
    else gone.add(number);
  };
  const tail = text.slice(-2048);
  const start = /startxref\s+(\d{1,12})/.exec(tail.slice(Math.max(0, tail.lastIndexOf('startxref'))))?.[1];
  const waiting = start === undefined ? [] : [Number(start)];
  let trailer: Dictionary | undefined;
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (seen.has(at) || seen.size >= MAX_SECTIONS) continue;
    seen.add(at);
    const isTable = /^\s*xref\b/.test(text.slice(at, at + 20));
    const section = isTable ? readTable(text, at, add, budget) : readStream(streamAt(at), add);
    if (!section) return undefined;
    trailer ??= section;
    for (const key of ['XRefStm', 'Prev']) {
      const next = section.get(key);
      if (typeof next === 'number' && next >= 0) waiting.push(next);
    }
  }
  return trailer && { trailer, entries };
}

type Add = (number: number, entry: Entry | undefined) => void;

function readTable(text: string, at: number, add: Add, budget: Budget): Dictionary | undefined {
  const line = /\s*(?:xref\s*)?(\d{1,10}) (\d{1,10})[ \r\n]+/y;
  line.lastIndex = at;
  for (let section = line.exec(text); section; section = line.exec(text)) {
    const first = Number(section[1]);
    const count = Math.min(Number(section[2]), MAX_OBJECTS);
    const body = line.lastIndex;
    for (let index = 0; index < count; index += 1) {
      const entry = /^(\d{10}) \d{5} ([nf])/.exec(text.slice(body + index * 20, body + index * 20 + 20));
      if (!entry) return undefined;
      add(first + index, entry[2] === 'n' ? { at: Number(entry[1]) } : undefined);
    }
    line.lastIndex = body + count * 20;
    if (/^\s*trailer/.test(text.slice(line.lastIndex, line.lastIndex + 20))) {
      const trailer = new Lexer(
        text,
        text.indexOf('trailer', line.lastIndex) + 'trailer'.length,
        budget,
      ).next();
      return isDictionary(trailer) ? trailer : undefined;
    }
  }
  return undefined;
}

function readStream(stream: PdfStream | undefined, add: Add): Dictionary | undefined {
  const bytes = stream?.bytes();
  if (!stream || !bytes) return undefined;
  const widths = numbers(stream.head.get('W'));
  const [w0 = 0, w1 = 0, w2 = 0] = widths;
  const size = stream.head.get('Size');
  const width = w0 + w1 + w2;
  if (widths.length < 3 || width < 1 || [w0, w1, w2].some((each) => each > 8)) return undefined;
  const index = numbers(stream.head.get('Index'));
  const ranges = index.length > 1 ? index : [0, typeof size === 'number' ? size : 0];
  let at = 0;
  let left = MAX_OBJECTS;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [first = 0, count = 0] = ranges.slice(range, range + 2);
    for (let item = 0; item < count && at + width <= bytes.length && left > 0; item += 1, at += width) {
      left -= 1;
      const kind = w0 === 0 ? 1 : integer(bytes, at, w0);
      const second = integer(bytes, at + w0, w1);
      add(first + item, kind === 1 ? { at: second } : kind === 2 ? { in: second } : undefined);
    }
  }
  return stream.head;
}

function numbers(value: PdfValue | undefined): number[] {
  const list = Array.isArray(value) ? value : [];
  return list.map((item) => (typeof item === 'number' && item >= 0 ? Math.floor(item) : 0));
}

function integer(bytes: Buffer, at: number, width: number): number {
  let number = 0;
  for (let index = 0; index < width; index += 1) number = number * 256 + (bytes[at + index] ?? 0);
  return number;
}

/**
 * Finds the objects by scanning the whole file, if its tables no longer match; later ones win.
 *
 * @param inside numbers of the objects in the object stream at an offset
 */
export function findObjects(
  text: string,
  inside: (at: number) => Iterable<number>,
  budget: Budget,
): CrossReferences | undefined {
  const entries = new Map<number, Entry>();
  const trailers: Dictionary[] = [];
  const add = (number: number, entry: Entry): void => {
    if (entries.size < MAX_OBJECTS) entries.set(number, entry);
  };
  const addTrailer = (at: number): void => {
    const trailer = trailers.length < MAX_SECTIONS ? new Lexer(text, at, budget).next() : undefined;
    if (isDictionary(trailer)) trailers.push(trailer);
  };
  const landmarks = /(?<=[\s>]|^)(\d{1,10}) \d{1,5} obj\b|\btrailer\b/g;
  for (const { 0: landmark, 1: number, index } of text.matchAll(landmarks)) {
    const behind = index + landmark.length;
    if (number === undefined) {
      addTrailer(behind);
      continue;
    }
    add(Number(number), { at: index });
    const type = /^\s*<<[^>]{0,200}?\/Type\s*\/(ObjStm|XRef)\b/.exec(text.slice(behind, behind + 300))?.[1];
    if (type === 'XRef') addTrailer(behind);
    if (type === 'ObjStm') for (const one of inside(index)) add(one, { in: Number(number) });
  }
  const trailer = trailers.findLast((one) => one.get('Root') instanceof Reference);
  return trailer && { trailer, entries };
}
