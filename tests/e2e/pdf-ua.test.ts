import { readdirSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Lexer } from '../../src/pdf/reading/lexer.ts';
import { PdfFile } from '../../src/pdf/reading/pdf-file.ts';
import { type Dictionary, Keyword, Name, type PdfValue, Text, textOf } from '../../src/pdf/reading/values.ts';
import { root, run } from './run.ts';

/**
 * What ISO 14289-1 (PDF/UA-1) asks and can be told by reading a file. Whether alternative texts say the right thing, or
 * the reading order makes sense, a person has to judge.
 */
interface Opened {
  readonly file: PdfFile;
  readonly catalog: Dictionary;
  readonly pages: readonly Dictionary[];
  /** Every element of the structure tree in reading order, parents first. */
  readonly elements: readonly Element[];
}

interface Element {
  readonly type: string;
  readonly dictionary: Dictionary;
  readonly parent: Element | undefined;
  readonly children: readonly Element[];
}

const memos = readdirSync(join(root, 'assessments'))
  .filter((name) => name !== 'register.json')
  .map((name) => name.replace('.json', ''));
const opened = new Map<string, Opened>();

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'threat-memo-test-'));
  try {
    await cp(join(root, 'assessments'), join(folder, 'assessments'), { recursive: true });
    expect((await run(['build', '--format', 'pdf'], folder)).code).toBe(0);
    for (const id of memos) opened.set(id, openPdf(await readFile(join(folder, `out/${id}.pdf`))));
  } finally {
    await rm(folder, { recursive: true });
  }
});

function openPdf(bytes: Buffer): Opened {
  const file = new PdfFile(bytes);
  const catalog = file.dictionary(file.trailer.get('Root'));
  const elements: Element[] = [];
  const visit = (value: PdfValue, parent: Element | undefined): Element[] => {
    const node = file.resolve(value);
    if (Array.isArray(node)) return node.flatMap((kid) => visit(kid, parent));
    const dictionary = file.dictionary(node);
    const type = nameOf(dictionary.get('S'));
    if (type === '') return [];
    const children: Element[] = [];
    const element = { type, dictionary, parent, children };
    elements.push(element);
    children.push(...visit(dictionary.get('K') ?? null, element));
    return [element];
  };
  visit(file.dictionary(catalog.get('StructTreeRoot')).get('K') ?? null, undefined);
  const pagesBelow = (value: PdfValue | undefined): Dictionary[] => {
    const node = file.dictionary(value);
    return node.has('Kids') ? file.list(node.get('Kids')).flatMap(pagesBelow) : [node];
  };
  return { file, catalog, pages: pagesBelow(catalog.get('Pages')), elements };
}

const nameOf = (value: PdfValue | undefined) => (value instanceof Name ? value.name : '');
const ofType = ({ elements }: Opened, ...types: readonly string[]) =>
  elements.filter(({ type }) => types.includes(type));

/** Operators that put something on the page. */
const PAINTS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"']);

/** How much of a page is neither in the structure tree nor marked as an artifact (7.1). */
function untaggedPaints({ file, pages }: Opened): number {
  let untagged = 0;
  for (const page of pages) {
    const lexer = new Lexer(file.stream(page.get('Contents'))?.bytes()?.toString('latin1') ?? '');
    let marked = 0;
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!(token instanceof Keyword)) continue;
      if (token.word === 'BDC' || token.word === 'BMC') marked += 1;
      else if (token.word === 'EMC') marked -= 1;
      else if (PAINTS.has(token.word) && marked === 0) untagged += 1;
    }
  }
  return untagged;
}

/** Cells of a header that do not say what they head (7.5), and tables without any. */
function undescribedTables(pdf: Opened): number {
  const tables = ofType(pdf, 'Table').filter((table) => !below(table).some(({ type }) => type === 'TH'));
  const heads = ofType(pdf, 'TH').filter(({ dictionary }) => {
    const attributes = dictionary.get('A') ?? null;
    const list = Array.isArray(pdf.file.resolve(attributes)) ? pdf.file.list(attributes) : [attributes];
    return !list.some((one) => pdf.file.dictionary(one).has('Scope'));
  });
  return tables.length + heads.length;
}

function below(element: Element): Element[] {
  return element.children.flatMap((child) => [child, ...below(child)]);
}

/** Headings that skip a level (7.4.2); the first has to be the highest. */
function skippedHeadings(pdf: Opened): number {
  const levels = ofType(pdf, 'H1', 'H2', 'H3', 'H4', 'H5', 'H6').map(({ type }) => Number(type.slice(1)));
  return levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1).length;
}

function fontsOf({ file, pages }: Opened): Dictionary[] {
  const fonts = pages.flatMap((page) => [
    ...file.dictionary(file.dictionary(page.get('Resources')).get('Font')).values(),
  ]);
  return [...new Set(fonts.map((font) => file.dictionary(font)))];
}

function isEmbedded({ file }: Opened, font: Dictionary): boolean {
  if (nameOf(font.get('Subtype')) === 'Type3') return true;
  const [descendant] = file.list(font.get('DescendantFonts'));
  const descriptor = file.dictionary(
    file.dictionary(descendant ?? null).get('FontDescriptor') ?? font.get('FontDescriptor'),
  );
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(key));
}

const annotations = ({ file, pages }: Opened) =>
  pages.flatMap((page) => file.list(page.get('Annots')).map((annotation) => file.dictionary(annotation)));

/** The checks: how often each fails. */
const checks: Readonly<Record<string, (pdf: Opened) => number>> = {
  'the file says that it is tagged (7.1)': ({ file, catalog }) =>
    Number(file.dictionary(catalog.get('MarkInfo')).get('Marked') !== true),
  'the window shows the title (7.1)': ({ file, catalog }) =>
    Number(file.dictionary(catalog.get('ViewerPreferences')).get('DisplayDocTitle') !== true),
  'the metadata have a title (7.1)': ({ file, catalog }) =>
    Number(
      !/<dc:title>.*<rdf:li[^>]*>[^<]+</.test(
        file.stream(catalog.get('Metadata'))?.bytes()?.toString('utf8') ?? '',
      ),
    ),
  'the language is known (7.2)': ({ catalog }) => Number(textOf(catalog.get('Lang')) === ''),
  'types that are no standard ones are mapped (7.1)': (pdf) => {
    const roles = pdf.file.dictionary(pdf.file.dictionary(pdf.catalog.get('StructTreeRoot')).get('RoleMap'));
    return pdf.elements.filter(({ type }) => ['Em', 'Strong'].includes(type) && !roles.has(type)).length;
  },
  'headings skip no level (7.4)': skippedHeadings,
  'there are bookmarks (7.17)': ({ file, catalog }) =>
    Number(!file.dictionary(catalog.get('Outlines')).has('First')),
  'header cells say what they head (7.5)': undescribedTables,
  'rows are in tables, cells in rows (7.5)': (pdf) =>
    ofType(pdf, 'TD', 'TH').filter(({ parent }) => parent?.type !== 'TR').length,
  'items are in lists (7.6)': (pdf) => ofType(pdf, 'LI').filter(({ parent }) => parent?.type !== 'L').length,
  'figures have an alternative text (7.3)': (pdf) =>
    ofType(pdf, 'Figure').filter(({ dictionary }) => textOf(pdf.file.resolve(dictionary.get('Alt'))) === '')
      .length,
  'the order of tabs is that of the tags (7.18.3)': ({ pages }) =>
    pages.filter((page) => page.has('Annots') && nameOf(page.get('Tabs')) !== 'S').length,
  'links are tagged (7.18.5)': (pdf) =>
    annotations(pdf).filter((annotation) => !annotation.has('StructParent')).length,
  'fonts are embedded (7.21.4)': (pdf) => fontsOf(pdf).filter((font) => !isEmbedded(pdf, font)).length,
  'glyphs have characters (7.21.7)': (pdf) => fontsOf(pdf).filter((font) => !font.has('ToUnicode')).length,
  'links are described (7.18.5)': (pdf) =>
    annotations(pdf).filter((annotation) => !(annotation.get('Contents') instanceof Text)).length,
  'everything is tagged or an artifact (7.1)': untaggedPaints,
};

/** Chrome does neither; a file is PDF/UA when nothing fails. */
const NOT_YET = ['links are described (7.18.5)', 'everything is tagged or an artifact (7.1)'];

describe.each(memos)('%s', (id) => {
  test.each(Object.keys(checks).filter((name) => !NOT_YET.includes(name)))('%s', (name) => {
    const pdf = opened.get(id);
    expect(pdf && checks[name]?.(pdf)).toBe(0);
  });

  test('is called PDF/UA only if nothing fails', () => {
    const pdf = opened.get(id);
    if (!pdf) throw new Error(`${id} was not built`);
    const failing = Object.entries(checks).filter(([, check]) => check(pdf) > 0);
    expect(failing.map(([name]) => name)).toEqual(NOT_YET);
    expect(pdf.file.stream(pdf.catalog.get('Metadata'))?.bytes()?.toString('utf8')).not.toContain('pdfuaid');
  });
});
