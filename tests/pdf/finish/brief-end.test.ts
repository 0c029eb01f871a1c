import { describe, expect, test } from 'vitest';
import type { PrintablePage } from '../../../src/model/page.ts';
import { withAnnexEnding, withBriefEnding } from '../../../src/pdf/finish/brief-end.ts';
import { openPrinted } from '../../../src/pdf/finish/repeatable.ts';
import { packed, skiaLike } from '../skia-like.ts';

/** Pages of A4 with one heading, on the page named; on the last, lines this far down, in CSS pixels. */
function endingAt(lines: readonly number[], { pages = 2, headingOn = 1 } = {}): Buffer {
  const texts = lines.map((y) => `/P <</MCID 0 >>BDC\nBT\n/F9 8 Tf\n1 0 0 -1 0 ${y} Tm\nET\nEMC`);
  const foot = '1 0 0 -1 83 1092 Tm';
  const first = 7;
  const numbers = Array.from({ length: pages }, (_, index) => first + index);
  const box = '/MediaBox [0 0 595 842]\n';
  return skiaLike(
    [
      '<</Title (x)>>',
      `<</Type /Pages\n/Count ${pages}\n/Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}]>>`,
      '<</Type /Outlines\n/First 4 0 R\n/Last 4 0 R>>',
      `<</Title (Annex)\n/Dest [${first + headingOn - 1} 0 R /XYZ 1 2 0]>>`,
      packed(['.24 0 0 -.24 0 842 cm', '3.125 0 0 3.125 0 0 cm', foot, ...texts].join('\n')),
      '<</Type /Catalog\n/Pages 2 0 R\n/Outlines 3 0 R>>',
      ...numbers.map((number) => {
        const contents = number === numbers.at(-1) ? '/Contents 5 0 R\n' : '';
        return `<</Type /Page\n${box}${contents}/Parent 2 0 R>>`;
      }),
    ],
    6,
  );
}

const brief = {
  headings: 0,
  closer: ' closer',
  closest: ' closest',
  looser: ' looser',
  closerAnnex: ' annex',
  end: 6,
  figures: [
    { from: 12, to: 15, height: 350 },
    { from: 6, to: 11, height: 700 },
  ],
};
const page: PrintablePage = {
  body: 'brief annex map',
  css: 'rules',
  stylesheet: '',
  language: 'en',
  direction: 'ltr',
  title: 'x',
  brief,
};

/** What is printed in the end, after prints of the brief that end so. */
async function settled(prints: readonly Buffer[], given = page) {
  const tried: string[] = [];
  const { body, css } = await withBriefEnding(given, async (one) => {
    tried.push(`${one.css}: ${one.body.replace(/\s+/g, ' ').trim()}`);
    return prints[tried.length - 1] ?? expect.fail();
  });
  return { body: body.replace(/\s+/g, ' '), css, tried };
}

describe('a brief before an annex', () => {
  const stub = endingAt([1000, 1018]);
  const full = endingAt([100, 118, 1000]);
  const halfEmpty = endingAt([100, 300, 500]);

  test('is printed with closer lines if its last page has a few lines', async () => {
    const { css, tried } = await settled([stub, full]);
    expect(css).toBe('rules closer');
    expect(tried).toEqual(['rules: brief', 'rules closer: brief']);
  });

  test('is tried with closer lines once, and stays so', async () => {
    const third = endingAt([1000, 1018], { pages: 3 });
    const { css, tried } = await settled([third, third], { ...page, brief: { ...brief, figures: [] } });
    expect(css).toBe('rules closer');
    expect(tried).toHaveLength(2);
  });

  test('is set closer still where that makes one page of two', async () => {
    const given = { ...page, brief: { ...brief, figures: [] } };
    const one = await settled([stub, stub, endingAt([100, 1000], { pages: 1 })], given);
    expect([one.css, one.tried.length]).toEqual(['rules closer closest', 3]);
    expect((await settled([stub, stub, stub], given)).css).toBe('rules closer');
  });

  test('is unchanged if that page is full', async () => {
    expect(await settled([full])).toEqual({ body: page.body, css: 'rules', tried: ['rules: brief'] });
  });

  test('takes the figures of its annex that fit on its last page', async () => {
    const { body, css, tried } = await settled([halfEmpty, full]);
    const figures = '<section class="figures"> map </section>';
    expect(tried).toEqual(['rules: brief', `rules: brief ${figures}`]);
    expect(body).toBe(`brief ${figures} annex `);
    expect(css).toBe('rules');
  });

  test('is printed as before if the figures take another page', async () => {
    const { body } = await settled([halfEmpty, endingAt([100], { pages: 3 })]);
    expect(body).toBe(page.body);
  });

  test('is set looser if none of them fits, and the last page stays the last', async () => {
    const given = { ...page, brief: { ...brief, figures: [{ from: 6, to: 11, height: 700 }] } };
    const { body, css, tried } = await settled([halfEmpty, full], given);
    expect(tried).toEqual(['rules: brief', 'rules looser: brief']);
    expect([body, css]).toEqual([page.body, 'rules looser']);
    expect((await settled([halfEmpty, endingAt([100], { pages: 3 })], given)).css).toBe('rules');
  });

  test('is set looser with a figure that leaves much of the page white, or takes the figure alone', async () => {
    const given = { ...page, brief: { ...brief, figures: [{ from: 12, to: 15, height: 200 }] } };
    const next = endingAt([100], { pages: 3 });
    const figures = '<section class="figures"> map </section>';
    const both = await settled([halfEmpty, full], given);
    expect([both.body, both.css]).toEqual([`brief ${figures} annex `, 'rules looser']);
    const alone = await settled([halfEmpty, next, full], given);
    expect([alone.body, alone.css]).toEqual([`brief ${figures} annex `, 'rules']);
  });

  test('takes figures under the heading of their section, once for two of one, or without it if there is no room', async () => {
    const heading = '<h2>Places</h2>';
    const figures = [
      { from: 6, to: 11, height: 100, heading },
      { from: 12, to: 15, height: 100, heading },
    ];
    const given = { ...page, brief: { ...brief, looser: '', figures } };
    const headed = await settled([halfEmpty, full], given);
    expect(headed.body).toBe(`brief <section class="figures"> ${heading}annex map </section> `);
    const next = endingAt([100], { pages: 3 });
    const bare = await settled([halfEmpty, next, full], given);
    expect(bare.body).toBe('brief <section class="figures"> annex map </section> ');
    expect((await settled([halfEmpty, next, next], given)).body).toBe(page.body);
  });

  test('that is too long is printed with closer lines, and takes no figures', async () => {
    const long = endingAt([100, 300, 500], { pages: 7 });
    const { body, css } = await settled([long, long, long]);
    expect([body, css]).toEqual([page.body, 'rules closer']);
  });

  test('that is a page too long is printed closer still if that saves the page', async () => {
    const long = endingAt([100, 118], { pages: 7 });
    const { css, tried } = await settled([long, long, endingAt([100, 1000], { pages: 6 })]);
    expect(css).toBe('rules closer closest');
    expect(tried).toHaveLength(3);
  });

  test('takes a section that is nothing but a figure with its heading, behind which the annex now begins', async () => {
    const body = 'brief annex <section><h2>Map</h2>map</section>';
    const figures = [{ from: 12, to: body.length, height: 200 }];
    const given = { ...page, body, brief: { ...brief, looser: '', figures } };
    const ended = await withBriefEnding(given, async (one) => (one.body === 'brief ' ? halfEmpty : full));
    expect(ended.body.replace(/\s+/g, ' ')).toBe(
      'brief <section class="figures"> <section><h2>Map</h2>map</section> </section> annex ',
    );
    expect(ended.brief?.headings).toBe(brief.headings + 1);
  });

  test('is not printed if nothing can be arranged, or if there is none', async () => {
    const { brief: _, ...alone } = page;
    const fixed = {
      ...alone,
      brief: { headings: 0, closer: '', closest: '', looser: '', closerAnnex: '', end: 6, figures: [] },
    };
    expect((await settled([], fixed)).tried).toEqual([]);
    expect((await settled([], alone)).tried).toEqual([]);
  });
});

describe('an annex', () => {
  const few = endingAt([100, 280], { pages: 3, headingOn: 2 });

  test('is printed with closer lines, once, if its last page has a few lines', () => {
    const closer = withAnnexEnding(openPrinted(few), page);
    expect(closer?.css).toBe('rules annex');
    expect(closer && withAnnexEnding(openPrinted(few), closer)).toBeUndefined();
  });

  test('of many pages is, if these can take in a third of the last', () => {
    const third = endingAt([100, 420], { pages: 7, headingOn: 2 });
    expect(withAnnexEnding(openPrinted(third), page)?.css).toBe('rules annex');
    const short = endingAt([100, 420], { pages: 4, headingOn: 2 });
    expect(withAnnexEnding(openPrinted(short), page)).toBeUndefined();
  });

  test('is unchanged if its last page is full, and if it has one page', () => {
    const filled = endingAt([100, 900], { pages: 3, headingOn: 2 });
    expect(withAnnexEnding(openPrinted(filled), page)).toBeUndefined();
    const one = endingAt([100, 280], { pages: 2, headingOn: 2 });
    expect(withAnnexEnding(openPrinted(one), page)).toBeUndefined();
  });
});
