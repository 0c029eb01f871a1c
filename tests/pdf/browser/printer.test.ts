import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPrinter, type Printer } from '../../../src/pdf/browser/printer.ts';
import { readDrawnPdf, readPdf } from '../read-pdf.ts';
import { sampleMetadata, samplePage } from '../samples.ts';

const OUR_FONTS =
  /^[A-Z]{6}\+(SourceSerif4|SourceSans3|NotoNaskhArabic|NotoSansArabic|NotoSerifHebrew|NotoSansHebrew)/;

let printer: Printer;

beforeAll(async () => {
  printer = await openPrinter({ concurrency: 2, env: process.env });
});

afterAll(async () => {
  await printer?.close();
});

async function printed(...args: Parameters<typeof samplePage>) {
  return readDrawnPdf(await printer.print(samplePage(...args), sampleMetadata()));
}

describe('a printed memo', () => {
  test('has text, marking and page numbers', async () => {
    const pdf = await printed();
    expect(pdf.pages).toHaveLength(1);
    expect(pdf.pages[0]).toContain('We judge it likely.');
    expect(pdf.pages[0]).toContain('TLP:AMBER');
    expect(pdf.pages[0]).toContain('1 of 1');
  });

  test('is tagged, has an outline and a language', async () => {
    const pdf = await printed({ language: 'de-AT' });
    expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TH', 'TD']));
    expect(pdf.outline).toEqual(['Bombing at the border', 'Outlook']);
    expect(pdf.language).toBe('de-AT');
  });

  test('has its metadata, the same twice', async () => {
    const { info, xmp } = await printed();
    expect(info).toMatchObject({
      Title: 'Bombing at the border',
      Author: 'A. Analyst; B. Łukasz',
      Subject: 'Who did it, and what follows?',
      Keywords: 'Khorasan; attribution',
      Creator: 'threat-memo',
      CreationDate: "D:20240322000000+00'00'",
      ModDate: "D:20240322000000+00'00'",
      Custom: { Marking: 'TLP:AMBER' },
    });
    expect(xmp).toContain('<rdf:li>B. Łukasz</rdf:li>');
    expect(xmp).toContain('<xmp:CreateDate>2024-03-22T00:00:00Z</xmp:CreateDate>');
    expect(xmp).toContain('<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">TLP:AMBER</rdf:li>');
  });

  test('contains the files attached to it', async () => {
    const assessment = {
      name: 'border–bombing.json',
      mediaType: 'application/json',
      description: 'Assessment',
    };
    const metadata = sampleMetadata({
      attachments: [{ ...assessment, bytes: Buffer.from('{"id": "ä"}'), relationship: 'Source' }],
    });
    const pdf = await readPdf(await printer.print(samplePage(), metadata));
    expect([...pdf.attachments]).toEqual([['border–bombing.json', '{"id": "ä"}']]);
  });

  test.each([
    ['A4', 594.96, 841.92],
    ['Letter', 612, 792],
  ])('has the size set by its style: %s', async (name, width, height) => {
    const { size } = await printed({ css: `@page { size: ${name}; margin: 20mm }` });
    expect(size[0]).toBeCloseTo(width, 0);
    expect(size[1]).toBeCloseTo(height, 0);
  });
});

describe('fonts', () => {
  const scripts = [
    [
      'Latin with diacritics',
      'ltr',
      'Łódź, Štip, Gümüşhane, Đặng, ʿAbd al-Ḥamīd, Āzād',
      'ʿAbd al-Ḥamīd, Āzād',
    ],
    ['Cyrillic with Tajik letters', 'ltr', 'Душанбе: ҷ ӣ ӯ қ ғ ҳ Ҷ Ӣ Ӯ Қ Ғ Ҳ', 'ҷ ӣ ӯ қ ғ ҳ'],
    ['Greek', 'ltr', 'Ελλάδα, Αθήνα', 'Αθήνα'],
    ['Arabic', 'rtl', 'دار ولاية خراسان ١٤٥', 'دار'],
    ['Persian', 'rtl', 'گل وادی', 'اد'],
    ['Hebrew', 'rtl', 'שלום עולם', 'שלום'],
  ] as const;
  const styles = ['', 'font-style:italic', 'font-weight:600', 'font-weight:700;font-style:italic'];

  test.each(scripts)(
    '%s is set in embedded faces of ours, with no glyph missing',
    async (_, direction, text, found) => {
      const body = ['Memo Serif', 'Memo Sans']
        .flatMap((family) => styles.map((style) => `<p style="font-family:'${family}';${style}">${text}</p>`))
        .join('');
      const pdf = await printed({ body, direction });
      expect(pdf.fonts.length).toBeGreaterThan(0);
      for (const font of pdf.fonts) {
        expect(font).toMatchObject({ name: expect.stringMatching(OUR_FONTS), embedded: true, type3: false });
      }
      expect(pdf.missingGlyphs).toBe(0);
      // Without spaces: where the font changes within a word, the reader guesses at one.
      expect((pdf.pages[0] ?? '').normalize('NFKC').replace(/\s/g, '')).toContain(found.replace(/\s/g, ''));
    },
  );

  test('a margin box has its own font at the first print, also in a script that is not in the text', async () => {
    const fresh = await openPrinter({ concurrency: 1, env: process.env });
    try {
      const css = `@page { size: A4; margin: 25mm; @top-right { content: 'Гуриҳ'; font: 600 12pt 'Memo Sans' } @bottom-right { content: '\\5E9\\5DC'; font: italic 700 9pt 'Memo Serif' } }`;
      const bytes = await fresh.print(samplePage({ css, body: '<p>text</p>' }), sampleMetadata());
      const pdf = await readDrawnPdf(bytes);
      expect(pdf.pages[0]).toContain('Гуриҳ');
      expect(pdf.missingGlyphs).toBe(0);
      expect(pdf.fonts.map((font) => font.name).join()).toMatch(/SourceSans3\w*-SemiBold.*NotoSerifHebrew/);
    } finally {
      await fresh.close();
    }
  });
});

test('a character without a font is reported', async () => {
  const pdf = await printed({ title: 'Boxes', body: '<p>中</p>' });
  expect(pdf.missingGlyphs).toBe(1);
  expect(
    printer.notices.filter((notice) => notice.includes('"Boxes": no font of the PDF has 中')),
  ).toHaveLength(1);
});

test('a font that does not load is a fault, and no other font replaces it', async () => {
  const missing = 'https://fonts.threat-memo.invalid/source-serif-4/none.woff2';
  const stylesheet = `@font-face { font-family: 'Memo Serif'; src: url(${missing}) } body { font-family: 'Memo Serif' }`;
  await expect(printed({ stylesheet })).rejects.toThrow(/The font "?Memo Serif"? normal normal did not load/);
});

describe('the same memo gives the same bytes', () => {
  const table = `<table><thead><tr><th id="a">A</th></tr></thead><tr><td headers="a">1</td></tr></table>`;
  const page = samplePage({ body: `<h1>Again</h1>${'<p>Some text, <b>bold</b>.</p>'.repeat(90)}${table}` });

  test('after other memos on the same pages, and with another printer', async () => {
    const first = await printer.print(page, sampleMetadata());
    const others = ['Қазоқ', 'שלום', 'two'].map((text) =>
      samplePage({ body: `<h1>${text}</h1>`, language: 'fr' }),
    );
    await Promise.all(others.map((other) => printer.print(other, sampleMetadata())));
    const again = await Promise.all([1, 2, 3, 4].map(() => printer.print(page, sampleMetadata())));
    const fresh = await openPrinter({ concurrency: 1, env: process.env });
    try {
      again.push(await fresh.print(page, sampleMetadata()));
    } finally {
      await fresh.close();
    }
    expect(await readPdf(first)).toMatchObject({ outline: ['Again'] });
    for (const bytes of again) expect(Buffer.compare(bytes, first)).toBe(0);
  });

  test('also after its pages, or those of another memo, were counted', async () => {
    const page = samplePage();
    const bytes = await printer.print(page, sampleMetadata());
    const longer = samplePage({ body: page.body + '<p style="break-before: page">More</p>'.repeat(2) });
    const counted = [page, longer, page, longer].map((one) => printer.countPages(one));
    expect(await Promise.all(counted)).toEqual([1, 3, 1, 3]);
    expect(await printer.print(page, sampleMetadata())).toEqual(bytes);
  });

  test('also with another style sheet in between, and prepared ahead', async () => {
    const first = await printer.print(page, sampleMetadata());
    await printer.print(samplePage({ stylesheet: 'body { font-size: 30pt }' }), sampleMetadata());
    await printer.prepare(page.stylesheet);
    expect(Buffer.compare(await printer.print(page, sampleMetadata()), first)).toBe(0);
  });
});

describe('a page is isolated', () => {
  test('it reaches no server, not even on this machine, and does not navigate', async () => {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(request.url ?? '');
      response.end('body { color: red }');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const body = `<p>still here</p><img src="${origin}/img"><link rel="stylesheet" href="${origin}/link">
        <iframe src="${origin}/frame"></iframe><object data="${origin}/object"></object>
        <style>@import url(${origin}/import); p { background: url(${origin}/background) }
        @font-face { font-family: X; src: url(${origin}/font) } p { font-family: X, 'Memo Serif' }</style>
        <svg><image href="${origin}/svg"/></svg><meta http-equiv="refresh" content="0;url=${origin}/refresh">
        <img src="https://fonts.threat-memo.invalid/../../etc/passwd">`;
      const css = `@page { size: A4 } body { list-style: url(${origin}/css) }`;
      const stylesheet = `@import url(${origin}/sheet); h1 { color: black }`;
      const pdf = await printed({ body, css, stylesheet });
      expect(pdf.pages.join()).toContain('still here');
      const next = await printed({ stylesheet });
      expect(next.pages.join()).toContain('We judge it likely.');
      expect(requests).toEqual([]);
      // The server would have seen it:
      await fetch(`${origin}/seen`);
      expect(requests).toEqual(['/seen']);
    } finally {
      server.close();
    }
  });

  test('no script in it runs', async () => {
    const run = `document.body.append('script ran')`;
    const pdf = await printed({
      body: `<p>quiet</p><script>${run}</script><img src="x" onerror="${run}"><svg onload="${run}"></svg>`,
      stylesheet: `</style><script>${run}</script>`,
    });
    expect(pdf.pages.join()).toContain('quiet');
    expect(pdf.pages.join()).not.toContain('script ran');
  });
});
