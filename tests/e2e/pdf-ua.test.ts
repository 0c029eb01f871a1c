import { readdirSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintablePage } from '../../src/model/page.ts';
import { openPrinter } from '../../src/pdf/browser/printer.ts';
import { Budget, MAX_WORK } from '../../src/pdf/reading/budget.ts';
import { readCharacterMap } from '../../src/pdf/reading/character-map.ts';
import { Lexer } from '../../src/pdf/reading/lexer.ts';
import { PdfFile } from '../../src/pdf/reading/pdf-file.ts';
import {
  type Dictionary,
  isDictionary,
  Keyword,
  Name,
  type PdfValue,
  Text,
  textOf,
} from '../../src/pdf/reading/values.ts';
import { archiveFaults } from '../pdf/archive-faults.ts';
import { sampleMetadata, samplePage } from '../pdf/samples.ts';
import { root, run } from './run.ts';
import { shippedBuild } from './shipped-build.ts';

/**
 * Requirements of ISO 14289-1 (PDF/UA-1) that can be checked by reading a file. Whether alternative texts say the right thing, or
 * the reading order makes sense, a person has to judge.
 */
interface Opened {
  readonly bytes: Buffer;
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

/** A picture of one pixel. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const memos = readdirSync(join(root, 'assessments'))
  .filter((name) => name !== 'register.json')
  .map((name) => name.replace(/\.(json|yaml)$/, ''));
/** Documents of other kinds, with what makes them. */
const OTHERS: Readonly<Record<string, { readonly args: readonly string[]; readonly path: string }>> = {
  'one-pager': {
    args: ['build', 'isis-moscow-2024', '--form', 'one-pager'],
    path: 'out/isis-moscow-2024.one-pager.pdf',
  },
  'briefing pack': {
    args: ['build', 'isis-moscow-2024', 'dagestan-attacks-2016', '--form', 'briefing-pack'],
    path: 'out/briefing-pack.pdf',
  },
  'empty cells': { args: ['build', 'russian'], path: 'out/russian.pdf' },
  redline: {
    args: ['diff', 'before.json', 'assessments/dagestan-attacks-2016.json'],
    path: 'out/redline/dagestan-attacks-2016.redline.pdf',
  },
};
/** A memo whose table has a column that nobody filled. */
const EMPTY_CELLS = 'tests/fixtures/memos/russian/assessment.json';
const opened = new Map<string, Opened>();
const printer = openPrinter({ concurrency: 1, env: process.env });

afterAll(async () => (await printer).close());

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'threat-memo-test-'));
  try {
    await cp(join(root, 'assessments'), join(folder, 'assessments'), { recursive: true });
    const shipped = await shippedBuild();
    for (const id of memos) opened.set(id, openPdf(await readFile(join(shipped, `out/${id}.pdf`))));
    await cp(join(root, EMPTY_CELLS), join(folder, 'assessments/russian.json'));
    const now = await readFile(join(folder, 'assessments/dagestan-attacks-2016.json'), 'utf8');
    await writeFile(join(folder, 'before.json'), now.replaceAll('"likely"', '"roughly even chance"'));
    for (const [name, { args, path }] of Object.entries(OTHERS)) {
      expect(await run([...args, '--format', 'pdf'], folder)).toMatchObject({ code: 0 });
      opened.set(name, openPdf(await readFile(join(folder, path))));
    }
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
  return { bytes, file, catalog, pages: pagesBelow(catalog.get('Pages')), elements };
}

const xmpOf = ({ file, catalog }: Opened) =>
  file.stream(catalog.get('Metadata'))?.bytes()?.toString('utf8') ?? '';
const nameOf = (value: PdfValue | undefined) => (value instanceof Name ? value.name : '');
const ofType = ({ elements }: Opened, ...types: readonly string[]) =>
  elements.filter(({ type }) => types.includes(type));

/** Operators that put something on the page. */
const PAINTS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"']);

/** How much of a page is neither in the structure tree nor marked as an artifact, or is both (7.1). */
function wronglyMarked({ file, pages }: Opened): number {
  let wrong = 0;
  for (const page of pages) {
    const lexer = new Lexer(file.stream(page.get('Contents'))?.bytes()?.toString('latin1') ?? '');
    const marks: ('tag' | 'artifact' | 'other')[] = [];
    const operands: PdfValue[] = [];
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!(token instanceof Keyword)) {
        operands.push(token);
        continue;
      }
      const [mark, properties] = [operands.at(-2) ?? operands.at(-1), operands.at(-1)];
      if (token.word === 'BDC' || token.word === 'BMC') {
        const isTag = isDictionary(properties ?? null) && (properties as Dictionary).has('MCID');
        marks.push(isTag ? 'tag' : nameOf(mark) === 'Artifact' ? 'artifact' : 'other');
        if (marks.includes('tag') && marks.includes('artifact')) wrong += 1;
      } else if (token.word === 'EMC') marks.pop();
      else if (PAINTS.has(token.word) && !marks.some((one) => one !== 'other')) wrong += 1;
      operands.length = 0;
    }
    if (marks.length > 0) wrong += 1;
  }
  return wrong;
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

/** Types of structure that ISO 32000-1, 14.8.4 knows and Chrome writes. */
const STANDARD = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Code Link Figure Form'.split(
    ' ',
  ),
);

/** Rows that are shorter or longer than the first row of their table, columns counted as often as they span. */
function unevenTables(pdf: Opened): number {
  const span = ({ dictionary }: Element) => {
    const attributes = pdf.file.resolve(dictionary.get('A') ?? null);
    const list = Array.isArray(attributes) ? attributes : [attributes];
    return Number(
      list.map((one) => pdf.file.dictionary(one).get('ColSpan')).find((one) => one !== undefined) ?? 1,
    );
  };
  return ofType(pdf, 'Table').flatMap((table) => {
    const widths = below(table)
      .filter(({ type }) => type === 'TR')
      .map(({ children }) => children.reduce((sum, cell) => sum + span(cell), 0));
    return widths.filter((width) => width !== widths[0]);
  }).length;
}

/** Marked content whose page does not lead to an element, or to one that does not know of it. */
function lostContent(pdf: Opened): number {
  const { file, pages } = pdf;
  const parents = parentTree(pdf);
  const known = new Map(
    pdf.elements.map((element) => [element.dictionary, new Set(contentOf(pdf, element))]),
  );
  return pages.flatMap((page) => {
    const content = file.stream(page.get('Contents'))?.bytes()?.toString('latin1') ?? '';
    const elements = file.list(parents.get(Number(page.get('StructParents'))));
    return Array.from(content.matchAll(/\/MCID (\d+)/g), ([, number]) => Number(number)).filter(
      (number) => !known.get(file.dictionary(elements[number]))?.has(number),
    );
  }).length;
}

/** Numbers of marked content in an element itself. */
function contentOf({ file }: Opened, { dictionary }: Element): number[] {
  const kids = file.resolve(dictionary.get('K') ?? null);
  return (Array.isArray(kids) ? kids : [kids]).flatMap((kid) => {
    const found = file.resolve(kid);
    if (typeof found === 'number') return [found];
    const number = file.dictionary(found).get('MCID');
    return typeof number === 'number' ? [number] : [];
  });
}

/** The number tree from a page, by its number in it, to the elements of its content. */
function parentTree({ file, catalog }: Opened): ReadonlyMap<number, PdfValue> {
  const numbersIn = (node: Dictionary): [number, PdfValue][] => {
    const numbers = file.list(node.get('Nums'));
    const own = numbers.flatMap((key, index): [number, PdfValue][] =>
      index % 2 === 0 ? [[Number(key), numbers[index + 1] ?? null]] : [],
    );
    return [...own, ...file.list(node.get('Kids')).flatMap((kid) => numbersIn(file.dictionary(kid)))];
  };
  const root = file.dictionary(catalog.get('StructTreeRoot'));
  return new Map(numbersIn(file.dictionary(root.get('ParentTree'))));
}

/** Annotations that the tree does not know, or knows as part of something that is no link. */
function looseLinks(pdf: Opened): number {
  const { file } = pdf;
  const parents = parentTree(pdf);
  return annotations(pdf).filter((annotation) => {
    const element = file.dictionary(parents.get(Number(annotation.get('StructParent'))));
    const kids = file.resolve(element.get('K') ?? null);
    const objects = (Array.isArray(kids) ? kids : [kids]).map((kid) => file.dictionary(kid).get('Obj'));
    return (
      nameOf(element.get('S')) !== 'Link' || !objects.some((one) => file.resolve(one ?? null) === annotation)
    );
  }).length;
}

/** Headers that cells name and no header cell has as its id. */
function missingHeaders(pdf: Opened): number {
  const ids = new Set(ofType(pdf, 'TH').map(({ dictionary }) => textOf(dictionary.get('ID'))));
  return ofType(pdf, 'TD', 'TH').flatMap(({ dictionary }) => {
    const attributes = pdf.file.resolve(dictionary.get('A') ?? null);
    const list = Array.isArray(attributes) ? attributes : [attributes];
    const named = list.flatMap((one) => pdf.file.list(pdf.file.dictionary(one).get('Headers')));
    return named.filter((one) => !ids.has(textOf(one)));
  }).length;
}

/** Glyphs on the pages for which neither the font's map nor the text around them gives a character. */
function namelessGlyphs({ file, pages }: Opened): number {
  let nameless = 0;
  let shown = 0;
  for (const page of pages) {
    const fonts = file.dictionary(file.dictionary(page.get('Resources')).get('Font'));
    const maps = new Map(
      [...fonts].map(([name, font]) => {
        const map = file.stream(file.dictionary(font).get('ToUnicode'))?.bytes();
        return [name, map ? readCharacterMap(map, new Budget(MAX_WORK)) : new Map<number, string>()];
      }),
    );
    let map: ReadonlyMap<number, string> | undefined;
    const spoken: boolean[] = [];
    const content = file.stream(page.get('Contents'))?.bytes()?.toString('latin1') ?? '';
    for (const line of content.split('\n')) {
      const font = /^\/(\w+) \S+ Tf$/.exec(line)?.[1];
      if (font !== undefined) map = maps.get(font);
      if (/(?:BDC|BMC)$/.test(line)) spoken.push(line.includes('/ActualText'));
      if (line === 'EMC') spoken.pop();
      const glyph = Number.parseInt(/<([0-9A-F]{4})> Tj$/.exec(line)?.[1] ?? '-1', 16);
      if (glyph >= 0) shown += 1;
      if (glyph === 0 || (glyph > 0 && !spoken.includes(true) && !map?.get(glyph))) nameless += 1;
    }
  }
  return shown === 0 ? 1 : nameless;
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
  'the metadata have a title (7.1)': (pdf) => Number(!/<dc:title>.*<rdf:li[^>]*>[^<]+</.test(xmpOf(pdf))),
  'the language is known (7.2)': ({ catalog }) => Number(textOf(catalog.get('Lang')) === ''),
  'headings skip no level (7.4)': skippedHeadings,
  'there are bookmarks (7.17)': ({ file, catalog }) =>
    Number(!file.dictionary(catalog.get('Outlines')).has('First')),
  'header cells say what they head (7.5)': undescribedTables,
  'rows are in tables, cells in rows (7.5)': (pdf) =>
    ofType(pdf, 'TD', 'TH').filter(({ parent }) => parent?.type !== 'TR').length,
  'items are in lists, and lists hold only items (7.6)': (pdf) =>
    ofType(pdf, 'LI').filter(({ parent }) => parent?.type !== 'L').length +
    ofType(pdf, 'L').flatMap(({ children }) => children.filter(({ type }) => type !== 'LI')).length,
  'items hold only a label and a body (7.6)': (pdf) =>
    ofType(pdf, 'LI').flatMap(({ children }) =>
      children.filter(({ type }) => !['Lbl', 'LBody'].includes(type)),
    ).length + ofType(pdf, 'LBody').filter(({ parent }) => parent?.type !== 'LI').length,
  'every element knows the one it is in (14.7.2 of ISO 32000-1)': (pdf) =>
    pdf.elements.filter(
      ({ dictionary, parent }) =>
        parent !== undefined && pdf.file.resolve(dictionary.get('P')) !== parent.dictionary,
    ).length,
  'rows of a table have as many cells as its head (7.5)': unevenTables,
  'types are standard ones or mapped to one (7.1)': (pdf) => {
    const roles = pdf.file.dictionary(pdf.file.dictionary(pdf.catalog.get('StructTreeRoot')).get('RoleMap'));
    return pdf.elements.filter(({ type }) => !STANDARD.has(type) && !roles.has(type)).length;
  },
  'what is tagged is in the tree, and its page knows where (14.7.4.4 of ISO 32000-1)': lostContent,
  'figures have an alternative text (7.3)': (pdf) =>
    ofType(pdf, 'Figure').filter(({ dictionary }) => textOf(pdf.file.resolve(dictionary.get('Alt'))) === '')
      .length,
  'the order of tabs is that of the tags (7.18.3)': ({ pages }) =>
    pages.filter((page) => page.has('Annots') && nameOf(page.get('Tabs')) !== 'S').length,
  'links are tagged (7.18.5)': (pdf) =>
    annotations(pdf).filter((annotation) => !annotation.has('StructParent')).length,
  'a link leads to the element that holds it (7.18.5)': looseLinks,
  'cells name headers that are there (7.5)': missingHeaders,
  'every glyph that is shown has a character, none is the empty box (7.21.7, 7.21.8)': namelessGlyphs,
  'fonts are embedded (7.21.4)': (pdf) => fontsOf(pdf).filter((font) => !isEmbedded(pdf, font)).length,
  'glyphs have characters (7.21.7)': (pdf) => fontsOf(pdf).filter((font) => !font.has('ToUnicode')).length,
  'links are described (7.18.5)': (pdf) =>
    annotations(pdf).filter((annotation) => !(annotation.get('Contents') instanceof Text)).length,
  'everything is tagged or an artifact (7.1)': wronglyMarked,
};

describe.each([...memos, ...Object.keys(OTHERS)])('%s', (id) => {
  test.each(Object.keys(checks))('%s', (name) => {
    const pdf = opened.get(id);
    expect(pdf && checks[name]?.(pdf)).toBe(0);
  });

  test('is labelled PDF/UA-1', () => {
    const pdf = opened.get(id);
    if (!pdf) throw new Error(`${id} was not built`);
    expect(xmpOf(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  test('is PDF/A-3a, clause by clause', () => {
    const pdf = opened.get(id);
    expect(pdf && archiveFaults(pdf.bytes)).toEqual([]);
  });
});

test('a file with content that archives do not accept gives the reason, and is PDF/UA but not PDF/A', async () => {
  const one = await openPrinter({ concurrency: 1, env: process.env });
  try {
    const body = '<h1>A</h1><div style="opacity: 0.5"><p>Behind</p><p>glass</p></div>';
    const pdf = openPdf(Buffer.from(await one.print(samplePage({ body }), sampleMetadata())));
    expect(xmpOf(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmpOf(pdf)).not.toContain('pdfaid:');
    expect(one.notices.join()).toContain(
      'does not say that it is PDF/A-3a: it has drawings within drawings.',
    );
  } finally {
    await one.close();
  }
});

describe('a memo that fails a check is not labelled PDF/UA', () => {
  test.each<[string, Partial<PrintablePage>]>([
    ['a heading skips a level', { body: '<h1>A</h1><h3>B</h3>' }],
    [
      'a table has no head',
      {
        body: '<h1>A</h1><table><caption>C</caption><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e</td><td>f</td></tr></tbody></table>',
      },
    ],
    ['a picture is not described', { body: `<h1>A</h1><img src="${PIXEL}">` }],
    ['a character has no glyph', { body: '<h1>A \u{1FA7B}</h1>' }],
    ['there is no heading for a bookmark', { body: '<p>Text.</p>' }],
    ['it has no title', { title: ' ' }],
  ])('%s', async (_, changes) => {
    const pdf = openPdf(Buffer.from(await (await printer).print(samplePage(changes), sampleMetadata())));
    expect(xmpOf(pdf)).not.toMatch(/pdfuaid|pdfaid/);
  });

  test('and the unchanged page is', async () => {
    const pdf = openPdf(Buffer.from(await (await printer).print(samplePage(), sampleMetadata())));
    expect(xmpOf(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(Object.entries(checks).filter(([, check]) => check(pdf) > 0)).toEqual([]);
    expect(archiveFaults(pdf.bytes)).toEqual([]);
  });
});
