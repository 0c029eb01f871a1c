import { COST_OF_VALUE } from './budget.ts';
import type { PdfFile } from './pdf-file.ts';
import { isDictionary, Name, type PdfValue, Reference, Text } from './values.ts';

/** A part of a document that differs, in words, and its page if it belongs to one. */
export interface DifferingPart {
  readonly part: string;
  /** Counted from 1. */
  readonly page?: number;
}

const PAGES = 'the pages';
/** The content of pages. */
export const DRAWN = 'what is drawn';

/** Descriptions of the entries of a catalog and of a page, by key (ISO 32000-1, 7.7.2, 7.7.3.3, 7.8.3). */
const PARTS: Readonly<Record<string, string>> = {
  Pages: PAGES,
  Outlines: 'the outline',
  StructTreeRoot: 'the tags that reading aloud goes by',
  MarkInfo: 'the tags that reading aloud goes by',
  OpenAction: 'what is done when it is opened',
  AA: 'what is done when something happens to it',
  JavaScript: 'scripts',
  AcroForm: 'fields to fill in',
  Dests: 'the places that links lead to',
  PageLabels: 'the numbers of pages',
  ViewerPreferences: 'how it is shown',
  PageMode: 'how it is shown',
  PageLayout: 'how it is shown',
  OCProperties: 'layers that can be hidden',
  MediaBox: 'the size of the page',
  CropBox: 'the part of the page that is shown (CropBox)',
  TrimBox: 'the boxes of the page',
  BleedBox: 'the boxes of the page',
  ArtBox: 'the boxes of the page',
  Rotate: 'how the page is turned',
  UserUnit: 'the size of the page',
  Annots: 'annotations and links',
  Font: 'fonts',
  ExtGState: 'the state of drawing (transparency and the like)',
  XObject: 'pictures and drawings',
  ColorSpace: 'colours',
  Pattern: 'patterns',
  Shading: 'shadings',
  Contents: DRAWN,
  AP: 'how an annotation looks',
  ActualText: 'what is read aloud in the place of what is drawn',
  Alt: 'what is read aloud in the place of what is drawn',
};

/** Inside one of these, these keys describe a difference better than the part they are in. */
const WITHIN = new Set([
  'AP',
  'AA',
  'ActualText',
  'Alt',
  'Font',
  'ExtGState',
  'XObject',
  'OpenAction',
  'JavaScript',
]);

/** Compared elsewhere, in words. */
const COMPARED_ELSEWHERE = new Set(['Metadata', 'EmbeddedFiles', 'AF']);

interface Pair {
  readonly given: PdfValue | undefined;
  readonly expected: PdfValue | undefined;
  readonly part: string;
  readonly page: number | undefined;
}

/**
 * Compares two documents part by part: everything reachable from their catalogs, whatever its name, and streams
 * by their content. So nothing a reader could show, say or do is missed.
 */
export function differingParts(given: PdfFile, expected: PdfFile): DifferingPart[] {
  const found = new Map<string, DifferingPart>();
  const seen = new Map<unknown, Set<unknown>>();
  const pages = pagesIn(given);
  const open: Pair[] = [
    {
      given: given.trailer.get('Root'),
      expected: expected.trailer.get('Root'),
      part: 'its catalog',
      page: undefined,
    },
  ];
  const differs = ({ part, page }: Pair) =>
    found.set(`${part} ${page}`, { part, ...(page !== undefined && { page }) });

  for (let pair = open.pop(); pair; pair = open.pop()) {
    given.work.spend(COST_OF_VALUE);
    const [one, other] = [given.resolve(pair.given), expected.resolve(pair.expected)];
    if (typeof one === 'object' && one !== null) {
      const partners = seen.get(one) ?? new Set();
      seen.set(one, partners);
      if (partners.has(other)) continue;
      partners.add(other);
    }
    if (isDictionary(one) && isDictionary(other)) {
      if (!sameStream(given, expected, pair)) differs(pair);
      const page = pages.get(one) ?? pair.page;
      const outer = pages.has(one) ? PAGES : pair.part;
      for (const key of new Set([...one.keys(), ...other.keys()])) {
        if (COMPARED_ELSEWHERE.has(key) || isOfStorage(key)) continue;
        const part = partOf(key, outer);
        open.push({ given: one.get(key), expected: other.get(key), part, page });
      }
    } else if (Array.isArray(one) && Array.isArray(other)) {
      if (one.length !== other.length) differs(pair);
      const length = Math.min(one.length, other.length);
      for (let index = length - 1; index >= 0; index -= 1) {
        open.push({ ...pair, given: one[index], expected: other[index] });
      }
    } else if (!sameValue(one, other)) differs(pair);
  }
  return [...found.values()].sort((a, b) => (a.page ?? 0) - (b.page ?? 0));
}

/** Whether a key describes only how a stream is stored, not its content. */
function isOfStorage(key: string): boolean {
  return /^(?:Length\d?|Filter|DecodeParms|DL)$/.test(key);
}

function partOf(key: string, outer: string): string {
  const named = Object.hasOwn(PARTS, key) ? PARTS[key] : undefined;
  if (named === undefined)
    return outer === 'its catalog' ? `what its catalog says of ${printable(key)}` : outer;
  const isOuter = outer === 'its catalog' || outer.startsWith('what its catalog says');
  return isOuter || WITHIN.has(key) || outer === PAGES ? named : outer;
}

function printable(key: string): string {
  return key.replace(/[^\w.-]/g, '\ufffd').slice(0, 40);
}

/** Deepest nesting of the tree of pages. */
const MAX_LEVELS = 32;

/** The pages of a file, counted from 1. */
function pagesIn(file: PdfFile): ReadonlyMap<unknown, number> {
  const pages = new Map<unknown, number>();
  const visited = new Set<unknown>();
  const visit = (value: PdfValue | undefined, level: number): void => {
    const node = file.dictionary(value);
    if (visited.has(node) || level > MAX_LEVELS) return;
    visited.add(node);
    if (node.has('Kids')) for (const kid of file.list(node.get('Kids'))) visit(kid, level + 1);
    else pages.set(node, pages.size + 1);
  };
  visit(file.dictionary(file.trailer.get('Root')).get('Pages'), 0);
  return pages;
}

function sameStream(given: PdfFile, expected: PdfFile, pair: Pair): boolean {
  const bytes = (file: PdfFile, value: PdfValue | undefined) =>
    value instanceof Reference ? file.stream(value)?.bytes() : undefined;
  const [one, other] = [bytes(given, pair.given), bytes(expected, pair.expected)];
  if (!one || !other) return one === other;
  given.work.spend(one.length);
  return one.equals(other);
}

function sameValue(one: PdfValue, other: PdfValue): boolean {
  if (one instanceof Name) return other instanceof Name && one.name === other.name;
  if (one instanceof Text) return other instanceof Text && one.bytes === other.bytes;
  return one === other;
}
