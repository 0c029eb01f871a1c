import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPrinter } from '../../src/pdf/browser/printer.ts';
import { readProvenance } from '../../src/pdf/finish/xmp.ts';
import { comparePdfs } from '../../src/pdf/reading/compare-pdfs.ts';
import { readPdf, UnreadablePdf } from '../../src/pdf/reading/read-pdf.ts';
import { SOAK_TIMEOUT, sampled, seeded } from '../support/soak.ts';
import { readPdf as readWithLibrary } from './read-pdf.ts';
import { sampleMetadata, samplePage } from './samples.ts';

const provenance = {
  program: '1.2.3',
  form: 'policy-memo',
  formHash: 'ab',
  sourceHashes: ['c1', 'c2'],
  edition: '2',
  informationCutOff: '2024-05?',
  leftOut: 2,
  sourceRegisters: ['register.json', ''],
};

let pdf: Buffer;

beforeAll(async () => {
  const printer = await openPrinter({ concurrency: 1, env: process.env });
  const assessment = {
    name: 'ä.json',
    mediaType: 'application/json',
    description: 'x',
    bytes: Buffer.from('{}'),
  };
  const page = samplePage({ body: `${samplePage().body}<p dir="rtl">שלום</p><p>Łódź, Душанбе</p>` });
  const metadata = sampleMetadata({ provenance, attachments: [{ ...assessment, relationship: 'Source' }] });
  try {
    pdf = Buffer.from(await printer.print(page, metadata));
  } finally {
    await printer.close();
  }
});

describe('our reader of PDFs', () => {
  test('reads the same words as a library', async () => {
    const library = await readWithLibrary(pdf);
    const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('');
    expect(readPdf(pdf).pages.map(({ words }) => letters(words.join('')))).toEqual(
      library.pages.map(letters),
    );
  });

  test('reads properties, attachments and provenance', () => {
    const read = readPdf(pdf);
    expect(read.info.get('Author')).toBe('A. Analyst; B. Łukasz');
    expect(read.attachments).toEqual([{ name: 'ä.json', bytes: Buffer.from('{}') }]);
    expect(read.pages[0]?.size).toEqual([594.95996, 841.91998]);
    expect(readProvenance(read.xmp)).toEqual(provenance);
  });

  test('finds the objects of a file whose tables are wrong', () => {
    const shifted = Buffer.from(pdf.toString('latin1').replace('%PDF-1.7', '%PDF-1.7 and more'), 'latin1');
    expect(shifted).toHaveLength(pdf.length + ' and more'.length);
    expect(comparePdfs(readPdf(shifted), readPdf(pdf))).toEqual([]);
  });
});

/** A PDF of these objects, numbered from 1; the first is the catalog. */
function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const xref = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Root 1 0 R /Size ${objects.length + 1} ${trailer}>>\nstartxref\n${xref}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

const stream = (bytes: Buffer, more = '') =>
  `<</Filter /FlateDecode /Length ${bytes.length} ${more}>>\nstream\n${bytes.toString('latin1')}\nendstream`;
const page = '<</Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 9 9]>>';
const catalog = '<</Type /Catalog /Pages 2 0 R>>';
const bomb = deflateSync(Buffer.alloc(200_000_000));

describe("a stranger's PDF is read or refused", () => {
  test.each<readonly [string, () => Buffer]>([
    ['a stream that unpacks to 200 MB', () => pdfOf([catalog, '<</Kids [3 0 R]>>', page, stream(bomb)])],
    ['nested arrays', () => pdfOf(['['.repeat(100_000)])],
    ['nested dictionaries', () => pdfOf(['<</A '.repeat(100_000)])],
    ['encrypted', () => pdfOf([catalog, '<</Kids [3 0 R]>>', page], '/Encrypt 9 0 R')],
    ['no pages', () => pdfOf([catalog, '<</Kids []>>'])],
    ['pages inside themselves', () => pdfOf([catalog, '<</Kids [2 0 R 2 0 R]>>'])],
    ['a catalog that is itself', () => pdfOf(['1 0 R'])],
    ['references in a circle', () => pdfOf(['2 0 R', '1 0 R'])],
    ['nothing but a name', () => Buffer.from('%PDF-1.4')],
    ['a table that leads to itself', () => pdfOf([catalog, '<</Kids []>>'], '/Prev 0')],
    [
      'a list of objects that is as long as one of them says',
      () =>
        Buffer.from(
          '%PDF-1.7\n1 0 obj\n<</Type /XRef /Size 2 /W [1 1 1] /Root 1 0 R /Length 2 0 R>>\nstream\nabcdef\nendstream\nendobj\n2 0 obj\n6\nendobj\nstartxref\n9\n%%EOF',
        ),
    ],
    [
      'objects packed in one of them',
      () =>
        pdfOf([
          '<</Type /ObjStm /N 2 /First 8 /Length 2 0 R>>\nstream\n1 0 2 0 <<>>\nendstream',
          '7',
        ]).subarray(0, -40),
    ],
    ['ten thousand unclosed brackets', () => pdfOf([`${'('.repeat(10_000)}`])],
  ])('refused: %s', (_, made) => {
    expect(() => readPdf(made())).toThrow(UnreadablePdf);
  });

  test.each<readonly [string, () => Buffer]>([
    [
      'a length that lies',
      () =>
        pdfOf([
          catalog,
          '<</Kids [3 0 R]>>',
          page,
          stream(deflateSync('BT ET')).replace(/Length \d+/, 'Length 99999999'),
        ]),
    ],
    [
      'a drawing that draws itself',
      () => {
        const form = '/Subtype /Form /Resources <</XObject <</X 4 0 R>>>>';
        return pdfOf([
          catalog,
          '<</Kids [3 0 R]>>',
          page.replace('/Contents', '/Resources <</XObject <</X 4 0 R>>>> /Contents'),
          stream(deflateSync('/X Do /X Do'), form),
        ]);
      },
    ],
    [
      'a million operators',
      () => pdfOf([catalog, '<</Kids [3 0 R]>>', page, stream(deflateSync('q Q '.repeat(1_000_000)))]),
    ],
    [
      'one page a thousand times',
      () => pdfOf([catalog, `<</Kids [${'3 0 R '.repeat(1000)}]>>`, page, stream(deflateSync('BT ET'))]),
    ],
    [
      'files named after nothing',
      () =>
        pdfOf([
          '<</Pages 2 0 R /Names <</EmbeddedFiles <</Names [(a) <</EF <</F 4 0 R>>>>] /Kids [1 0 R 1 0 R]>>>>>>',
          '<</Kids [3 0 R]>>',
          page,
          stream(deflateSync('x')),
        ]),
    ],
    [
      'a size that is no number',
      () =>
        pdfOf([
          catalog,
          '<</Kids [3 0 R]>>',
          page.replace('[0 0 9 9]', '[/a (b) null [] 1 2]'),
          stream(deflateSync('BT')),
        ]),
    ],
  ])('read: %s', (_, made) => {
    expect(readPdf(made()).pages).toHaveLength(1);
  });

  const many = (count: number, text: string) => text.repeat(count);
  const pageWith = (more: string) => page.replace('/Contents', `${more} /Contents`);
  const raw = (text: string) => `<</Length ${text.length}>>\nstream\n${text}\nendstream`;
  const pages = Array.from({ length: 400 }, (_, index) => `${index + 5} 0 R`).join(' ');
  const fonts = Array.from({ length: 50 }, (_, index) => `/F${index} ${index + 6} 0 R`).join(' ');
  const font = '<</Type /Font /Subtype /Type0 /ToUnicode 5 0 R>>';
  const letter = '/F 1 Tf <0041> Tj';

  // Small files that name the same thing again and again.
  test.each<readonly [string, () => Buffer]>([
    [
      'a list of a million',
      () => pdfOf([catalog, '<</Kids [3 0 R]>>', pageWith(`/X [${many(1e6, '1 ')}]`), raw('')]),
    ],
    [
      'a million names',
      () => pdfOf([catalog, '<</Kids [3 0 R]>>', pageWith(`/X [${many(1e6, '/a')}]`), raw('')]),
    ],
    ['a long text', () => pdfOf([catalog, '<</Kids [3 0 R]>>', pageWith(`/X (${many(3e6, 'a')})`), raw('')])],
    [
      'one content for all pages',
      () =>
        pdfOf([
          catalog,
          `<</Kids [${pages}]>>`,
          page,
          raw(many(20_000, '(a) Tj ')),
          ...Array(400).fill(page),
        ]),
    ],
    [
      'one content a thousand times',
      () =>
        pdfOf([
          catalog,
          '<</Kids [3 0 R]>>',
          page.replace('4 0 R', `[${many(1000, '4 0 R ')}]`),
          raw(many(20_000, ' ')),
        ]),
    ],
    [
      'annotations without end',
      () =>
        pdfOf([
          catalog,
          '<</Kids [3 0 R]>>',
          pageWith(`/Annots [${many(10_000, '5 0 R ')}]`),
          raw(''),
          `<</Rect [${many(1000, '1 ')}]>>`,
        ]),
    ],
    [
      'lists of lists of lists',
      () =>
        pdfOf([
          ...[catalog, '<</Kids [3 0 R]>>', pageWith('/Annots [5 0 R]'), raw('')],
          ...[
            `<</A [${many(100, '6 0 R ')}]>>`,
            `[${many(100, '7 0 R ')}]`,
            `[${many(100, '8 0 R ')}]`,
            `[${many(100, '1 ')}]`,
          ],
        ]),
    ],
    [
      'maps of every character',
      () =>
        pdfOf([
          ...[catalog, '<</Kids [3 0 R]>>', pageWith(`/Resources <</Font <<${fonts}>>>>`)],
          raw(Array.from({ length: 50 }, (_, index) => letter.replace('F', `F${index}`)).join('\n')),
          ...[raw('1 beginbfrange <0000> <FFFF> <0041>'), ...Array(50).fill(font)],
        ]),
    ],
    [
      'a letter that is a book',
      () =>
        pdfOf([
          ...[
            catalog,
            '<</Kids [3 0 R]>>',
            pageWith('/Resources <</Font <</F 6 0 R>>>>'),
            raw(many(1000, letter)),
          ],
          ...[raw(`1 beginbfchar <0041> <${many(10_000, '0041')}>`), font],
        ]),
    ],
  ])('refused, for what it would cost: %s', (_, made) => {
    expect(() => readPdf(made(), { work: 20_000_000, cached: 1_000_000 })).toThrow(/more in it than is read/);
  });

  test('a name tree that branches without end is walked once', () => {
    const node = (next: number) => `<</Kids [${next} 0 R ${next} 0 R]>>`;
    const tree = Array.from({ length: 30 }, (_, index) => node(index + 6));
    const root = '<</Pages 2 0 R /Names <</EmbeddedFiles 5 0 R>>>>';
    expect(readPdf(pdfOf([root, '<</Kids [3 0 R]>>', page, raw(''), ...tree])).attachments).toEqual([]);
  });

  test('with any bytes changed or missing', { timeout: SOAK_TIMEOUT }, () => {
    const random = seeded(11);
    const any = (below: number) => Math.floor(random() * below);
    for (let run = 0; run < sampled(60, 2000); run += 1) {
      const changed = Buffer.from(pdf.subarray(0, random() < 0.2 ? any(pdf.length) : pdf.length));
      for (let byte = any(20); byte > 0 && changed.length > 0; byte -= 1)
        changed[any(changed.length)] = any(256);
      let fault: unknown;
      try {
        comparePdfs(readPdf(changed), readPdf(pdf));
      } catch (error) {
        fault = error;
      }
      if (fault !== undefined) expect(fault).toBeInstanceOf(UnreadablePdf);
    }
  });
});
