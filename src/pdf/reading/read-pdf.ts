import { createHash } from 'node:crypto';
import { COST_OF_VALUE, type Limits } from './budget.ts';
import { PageReader } from './page-text.ts';
import { PdfFile } from './pdf-file.ts';
import { type Dictionary, Name, type PdfValue, Text, textOf, UnreadablePdf } from './values.ts';

export { isPdf, MAX_PDF_BYTES } from './pdf-file.ts';
export { UnreadablePdf } from './values.ts';

/** A file embedded in a PDF. Its name may be any text: it may come from a stranger. */
export interface CarriedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface ReadPage {
  /** Width and height in points. */
  readonly size: readonly [number, number];
  /** In drawing order. */
  readonly words: readonly string[];
  /** A hash of its drawing and its annotations. */
  readonly drawing: string;
}

/** The parts of a PDF that are compared. */
export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  /** The Info dictionary. */
  readonly info: ReadonlyMap<string, string>;
  readonly xmp: string;
  /** In the order of the file. */
  readonly attachments: readonly CarriedFile[];
  /** All of its objects. */
  readonly file: PdfFile;
}

const MAX_PAGES = 5_000;
const MAX_ATTACHMENTS = 200;
/** Deepest nesting of page and name trees. */
const MAX_LEVELS = 32;

/** Reads a PDF from anybody, within limits. Throws UnreadablePdf. */
export function readPdf(bytes: Uint8Array, limits?: Limits): ReadPdf {
  const file = new PdfFile(bytes, limits);
  const catalog = file.dictionary(file.trailer.get('Root'));
  const pages = pagesOf(file, catalog);
  if (pages.length === 0) throw new UnreadablePdf('It has no pages.');
  const reader = new PageReader(file);
  const info = [...file.dictionary(file.trailer.get('Info'))].map(
    ([key, value]) => [key, textOf(file.resolve(value))] as const,
  );
  return {
    pages: pages.map((page) => readPage(file, reader, page)),
    info: new Map(info),
    xmp: file.stream(catalog.get('Metadata'))?.bytes()?.toString('utf8') ?? '',
    attachments: attachmentsOf(file, catalog),
    file,
  };
}

/** The pages in order, each with its inherited attributes (7.7.3.4). */
function pagesOf(file: PdfFile, catalog: Dictionary): Dictionary[] {
  const pages: Dictionary[] = [];
  const seen = new Set<Dictionary>();
  const visit = (value: PdfValue | undefined, inherited: Dictionary, level: number): void => {
    const node = file.dictionary(value);
    if (seen.has(node) || level > MAX_LEVELS || pages.length >= MAX_PAGES) return;
    seen.add(node);
    const whole = new Map([...inherited, ...node]);
    const kids = node.get('Kids');
    if (kids === undefined) {
      if (node.size > 0) pages.push(whole);
      return;
    }
    const passed = new Map([...whole].filter(([key]) => key === 'Resources' || key === 'MediaBox'));
    for (const kid of file.list(kids)) visit(kid, passed, level + 1);
  };
  visit(catalog.get('Pages'), new Map(), 0);
  return pages;
}

function readPage(file: PdfFile, reader: PageReader, page: Dictionary): ReadPage {
  const content = reader.content(page);
  const resources = file.dictionary(page.get('Resources'));
  const [left = 0, bottom = 0, right = 0, top = 0] = file.list(page.get('MediaBox')).map(Number);
  const hash = createHash('sha256').update(content);
  for (const annotation of file.list(page.get('Annots'))) {
    for (const [key, value] of file.dictionary(annotation)) {
      if (['Rect', 'Dest', 'A', 'Subtype', 'Contents'].includes(key)) hash.update(plain(file, value, 0));
    }
  }
  return {
    size: [right - left, top - bottom],
    words: reader.words(content, resources),
    drawing: hash.digest('hex'),
  };
}

/** A small value as text, for comparison; not for streams. */
function plain(file: PdfFile, value: PdfValue | undefined, level: number): string {
  const found = file.resolve(value);
  file.work.spend(COST_OF_VALUE);
  if (level > 6) return '';
  if (found instanceof Name) return `/${found.name} `;
  file.work.spend(found instanceof Text ? found.bytes.length : 0);
  if (found instanceof Map)
    return [...found].map(([key, item]) => `${key}=${plain(file, item, level + 1)}`).join(';');
  if (Array.isArray(found)) return found.map((item) => plain(file, item, level + 1)).join(' ');
  return typeof found === 'number' || typeof found === 'boolean' ? `${found} ` : `${textOf(found)} `;
}

/** Embedded files, from the name tree of the catalog (7.11.4). */
function attachmentsOf(file: PdfFile, catalog: Dictionary): CarriedFile[] {
  const found: CarriedFile[] = [];
  const seen = new Set<Dictionary>();
  const visit = (value: PdfValue | undefined, level: number): void => {
    if (level > MAX_LEVELS || found.length >= MAX_ATTACHMENTS) return;
    const node = file.dictionary(value);
    if (seen.has(node)) return;
    seen.add(node);
    const names = file.list(node.get('Names'));
    for (let index = 1; index < names.length && found.length < MAX_ATTACHMENTS; index += 2) {
      const carried = carriedFile(file, names[index]);
      if (carried) found.push(carried);
    }
    for (const kid of file.list(node.get('Kids')).slice(0, MAX_ATTACHMENTS)) visit(kid, level + 1);
  };
  visit(file.dictionary(catalog.get('Names')).get('EmbeddedFiles'), 0);
  return found;
}

function carriedFile(file: PdfFile, value: PdfValue | undefined): CarriedFile | undefined {
  const specification = file.dictionary(value);
  const embedded = file.dictionary(specification.get('EF'));
  const bytes = file.stream(embedded.get('F') ?? embedded.get('UF'))?.bytes();
  const name = textOf(file.resolve(specification.get('UF') ?? specification.get('F')));
  return bytes && { name, bytes };
}
