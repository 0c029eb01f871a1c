import { describe, expect, test } from 'vitest';
import type { PrintablePage } from '../../../src/model/page.ts';
import { connectTo } from '../../../src/pdf/browser/connect.ts';
import { openPage } from '../../../src/pdf/browser/page.ts';
import { startBrowser } from '../../../src/pdf/browser/start-browser.ts';
import { pagesOfDestinations } from '../../../src/pdf/finish/destinations.ts';
import { numbered as numberedPrint, printWithPageNumbers } from '../../../src/pdf/finish/page-numbers.ts';
import { openPrinted } from '../../../src/pdf/finish/repeatable.ts';
import { pagesOf, referenceIn, type SkiaFile } from '../../../src/pdf/finish/skia-file.ts';
import { samplePage } from '../samples.ts';
import { packed, skiaLike } from '../skia-like.ts';

/** Three pages in a tree of two levels, and destinations on them. */
function threePages(destinations: string): Buffer {
  return skiaLike(
    [
      '<</Title (x)>>',
      '<</Type /Page\n/Parent 5 0 R>>',
      '<</Type /Page\n/Parent 5 0 R>>',
      '<</Type /Page\n/Parent 6 0 R>>',
      '<</Type /Pages\n/Count 2\n/Kids [3 0 R 2 0 R]\n/Parent 6 0 R>>',
      '<</Type /Pages\n/Count 3\n/Kids [5 0 R 4 0 R]>>',
      `<<${destinations}>>`,
      '<</Type /Catalog\n/Pages 6 0 R\n/Dests 7 0 R>>',
    ],
    8,
  );
}

const page: PrintablePage = {
  body: '<p><span class="page" data-page-of="a"></span>, <span class="page" data-page-of="b"></span></p>',
  css: '',
  stylesheet: '',
  language: 'en',
  direction: 'ltr',
  title: 'x',
};

describe('destinations', () => {
  test('are on the pages of the page tree, in its order', () => {
    const pdf = threePages('/a [2 0 R /XYZ 1 2 0]\n/b [4 0 R /XYZ 1 2 0]\n/c [3 0 R /XYZ 1 2 0]');
    expect(Object.fromEntries(pagesOfDestinations(openPrinted(pdf)))).toEqual({ a: 2, b: 3, c: 1 });
    expect(pagesOf(openPrinted(pdf))).toEqual([3, 2, 4]);
  });

  test('have names in any script', () => {
    expect([
      ...pagesOfDestinations(openPrinted(threePages('/section-#D0#B0 [3 0 R /XYZ 1 2 0]'))).keys(),
    ]).toEqual(['section-а']);
  });

  test('may be missing', () => {
    const bare = skiaLike(
      [
        '<</Title (x)>>',
        '<</Type /Page\n/Parent 3 0 R>>',
        '<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>',
        '<</Type /Catalog\n/Pages 3 0 R>>',
      ],
      4,
    );
    expect(pagesOfDestinations(openPrinted(bare)).size).toBe(0);
    expect(pagesOf(openPrinted(bare))).toHaveLength(1);
  });
});

/** The print with its numbers, in the end. */
async function printed(
  page: PrintablePage,
  print: (page: PrintablePage) => Promise<Uint8Array>,
): Promise<SkiaFile> {
  const { file } = await printWithPageNumbers(page, print, async (one) => numberedPrint(one));
  return file;
}

/** A page with three numbers. */
const three: PrintablePage = {
  ...page,
  body: ['a', 'b', 'c'].map((id) => `<span data-page-of="${id}"></span>`).join(' '),
};

/** Glyphs of the font below: the digits from 0x2A on. */
const glyphs = (word: string) =>
  [...word].map((digit) => `00${(0x2a + Number(digit)).toString(16).toUpperCase()}`);

/** A text as Skia writes it, each glyph `width` behind the one before. */
function text(word: string, x: number, width: number): string {
  const [first = '', ...others] = glyphs(word).map((glyph) => `<${glyph}> Tj`);
  const shown = [first, ...others.map((show) => `${width} 0 Td ${show}`)];
  return ['BT', '/F9 8 Tf', `1 0 0 -1 ${x} 50 Tm`, ...shown, 'ET'].join('\n');
}

/** Pages with a contents list of these texts, and one with the destinations. */
function withContents(texts: readonly string[], destinations = ['a', 'b', 'c'], first = '2 0 R '): Buffer {
  return skiaLike(
    [
      '<</Title (x)>>',
      '<</Type /Page\n/Resources <</Font <</F9 7 0 R>>>>\n/Contents 6 0 R\n/Parent 4 0 R>>',
      '<</Type /Page\n/Parent 4 0 R>>',
      `<</Type /Pages\n/Count 2\n/Kids [${first}3 0 R]>>`,
      `<<${destinations.map((name) => `/${name} [3 0 R /XYZ 1 2 0]`).join('\n')}>>`,
      packed(texts.join('\n')),
      '<</Type /Font\n/Subtype /Type0\n/ToUnicode 8 0 R>>',
      packed('1 beginbfrange\n<002A> <0033> <0030>\nendbfrange'),
      '<</Type /Catalog\n/Pages 4 0 R\n/Dests 5 0 R>>',
    ],
    9,
  );
}

const holders = [text('012', 30, 4), text('034', 30, 4), text('056', 30, 4)];

/** What is on the first page in the end, and what was printed for it. */
async function numbered(first: Buffer, given = three): Promise<{ content: string; printed: string[] }> {
  const bodies: string[] = [];
  const file = await printed(given, async ({ body }) => {
    bodies.push(body.replace(/<[^>]*>/g, ''));
    return first;
  });
  return { content: file.stream(6) ?? '', printed: bodies };
}

describe('page numbers are inserted into the print', () => {
  test('at the left of their places', async () => {
    const { content, printed } = await numbered(withContents([...holders, text('202', 5, 4)]));
    expect(printed).toEqual(['012 034 056']);
    expect(content.split('\nBT').map((one) => one.replace(/^BT/, ''))).toEqual([
      ...Array(3).fill('\n/F9 8 Tf\n1 0 0 -1 30 50 Tm\n<002C> Tj\nET'),
      text('202', 5, 4).slice(2),
    ]);
  });

  test('at the right in text from right to left', async () => {
    const { content } = await numbered(withContents(holders), { ...three, direction: 'rtl' });
    expect(content.match(/-1 (\d+) 50 Tm/g)).toEqual(Array(3).fill('-1 38 50 Tm'));
  });

  test('and omitted if a place is on no page', async () => {
    const { content } = await numbered(withContents(holders, ['b']));
    expect(content.match(/Tj/g)).toHaveLength(1);
  });

  test.each([
    ['a text of the memo is like one', [...holders, text('034', 90, 4)]],
    ['one is missing', holders.slice(1)],
    ['they are in another order', [...holders].reverse()],
    ['digits have widths of their own', holders.map((holder) => holder.replace('4 0 Td', '3 0 Td'))],
  ])('but not if %s', async (_, texts) => {
    const { content, printed } = await numbered(withContents(texts));
    expect(printed).toEqual(['012 034 056', '2 2 2']);
    expect(content).toBe(texts.join('\n'));
  });

  test('but not if a digit is missing', async () => {
    const two = { ...three, body: three.body.replace(/ <span data-page-of="c"><.span>/, '') };
    const { printed } = await numbered(
      withContents(holders.slice(0, 2), ['a', 'b'], '2 0 R '.repeat(6)),
      two,
    );
    expect(printed).toEqual(['012 034', '7 7']);
  });
});

describe.each(['ltr', 'rtl'] as const)('in the output of Chrome (%s)', (direction) => {
  const places = ['a', 'b', 'c', 'd'];
  const entries = places.map((id) => `<li><a href="#${id}">Part</a> <span data-page-of="${id}"></span></li>`);
  const parts = places.map((id) => `<h2 id="${id}" style="break-before: page">Part</h2>`);
  const given = samplePage({
    direction,
    body: `<ul>${entries.join('')}</ul>${parts.join('')}`,
    stylesheet: `body { font: 10pt 'Memo Sans' } li { display: flex } [data-page-of] { flex: 0 0 18pt; text-align: start; font-variant-numeric: tabular-nums }`,
  });

  test('the numbers are inserted into the first print', async () => {
    const browser = startBrowser({ env: process.env });
    try {
      const connection = await connectTo(await browser.ready, 60_000);
      const page = await openPage(await connection.newSession());
      const prints: Uint8Array[] = [];
      const print = async (one: PrintablePage) => {
        prints.push(await page.print(one));
        return prints.at(-1) ?? new Uint8Array();
      };
      const file = await printed(given, print);
      expect(prints).toHaveLength(1);
      const numbers = (body: string) =>
        body.replace(/(data-page-of="(.)">)/g, (open, _, id) => `${open}${'.abcd'.indexOf(id) + 1}`);
      const again = openPrinted(await print({ ...given, body: numbers(given.body) }));
      const contents = (one: SkiaFile) =>
        one.stream(referenceIn(one.dictionary(pagesOf(one)[0] ?? 0), 'Contents') ?? 0);
      expect(drawn(contents(file))).toEqual(drawn(contents(again)));
      expect(drawn(contents(file)).length).toBeGreaterThan(20);
    } finally {
      await browser.close();
    }
  });
});

/** What a content draws, and where: to a tenth of a pixel, since a number put in is placed from the left. */
function drawn(content = ''): string[] {
  return content.split('\n').map((line) => line.replace(/\d+\.\d+/g, (number) => Number(number).toFixed(1)));
}

describe('page numbers that cannot be inserted', () => {
  test('are printed by a second print', async () => {
    const bodies: string[] = [];
    const bytes = threePages('/a [3 0 R /XYZ 1 2 0]\n/b [4 0 R /XYZ 1 2 0]');
    const result = await printed(page, async ({ body }) => {
      bodies.push(body.replace(/<[^>]*>/g, ''));
      return bytes;
    });
    expect(bodies).toEqual(['012, 034', '1, 3']);
    expect(pagesOf(result)).toHaveLength(3);
  });

  test('are inserted again if they move something', async () => {
    const bodies: string[] = [];
    await printed(page, async ({ body }) => {
      bodies.push(body.replace(/<[^>]*>/g, ''));
      return threePages(bodies.length < 2 ? '/a [3 0 R /XYZ 1 2 0]' : '/a [2 0 R /XYZ 1 2 0]');
    });
    expect(bodies).toEqual(['012, 034', '1, ', '2, ']);
  });

  test('that never become stable are a fault', async () => {
    let count = 0;
    const print = async () => {
      count += 1;
      return threePages(`/a [${2 + (count % 2)} 0 R /XYZ 1 2 0]`);
    };
    await expect(printed(page, print)).rejects.toThrow('do not come to rest');
  });

  test('cost nothing if there are none', async () => {
    let count = 0;
    const print = async () => {
      count += 1;
      return threePages('');
    };
    await printed({ ...page, body: '<p>Text.</p>' }, print);
    expect(count).toBe(1);
  });
});
