import { describe, expect, it } from 'vitest';
import { columnShares } from '../../src/html/tables.ts';
import { slug } from '../../src/model/slug.ts';
import { bodyOf } from './page.ts';

const figures = new Map([
  [
    'figures/x/bar.svg',
    '<?xml version="1.0"?>\n<svg role="img" aria-label="old" width="100"><path d="M0 0"/></svg>',
  ],
]);

describe('the parts of a page', () => {
  it('exclude the front matter, but only at the top', () => {
    expect(bodyOf('---\ntitle: Secret\n---\n\nText')).toBe('<header><p>Text</p></header>');
    expect(bodyOf('Text\n\n---\ntitle: shown\n\n---')).toContain('title: shown');
  });

  it('are a header before the first section, and an element for each section', () => {
    expect(bodyOf('# T\n\nlede\n\n## A\n\na\n\n### A1\n\n## B\n\nb')).toBe(
      '<header><h1 id="section-t">T</h1><p>lede</p></header>' +
        '<section><h2 id="section-a">A</h2><p>a</p><h3 id="section-a1">A1</h3></section>' +
        '<section><h2 id="section-b">B</h2><p>b</p></section>',
    );
  });

  it('apply the role of a section heading to the section', () => {
    expect(bodyOf('<!-- role: scale-note -->\n## Terms\n\nSmall.')).toBe(
      '<section class="scale-note"><h2 id="section-terms">Terms</h2><p>Small.</p></section>',
    );
  });

  it('have stable ids, distinct for equal headings and for notes', () => {
    const body = bodyOf('## Иран\n\n## الأمن\n\n## Иран\n\n## notes\n\n## fn-a\n\nText[^a]\n\n[^a]: note');
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.slice(0, 4)).toEqual(['section-иран', 'section-الأمن', 'section-иран-1', 'section-notes']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('distinguish headings even if one is named like the repetition of another', () => {
    const body = bodyOf('## a\n\n## a-1\n\n## a');
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(3);
  });

  it.each([
    ['Key judgments', 'key-judgments'],
    ['What’s next? (2024–25)', 'whats-next-202425'],
    ['Далерҷон_1', 'далерҷон_1'],
    ['!!!', ''],
  ])('slugs %j as GitHub does', (words, expected) => {
    expect(slug(words)).toBe(expected);
  });

  it('link to headings within the page', () => {
    expect(bodyOf('[see](#key-judgments)\n\n## Key judgments')).toContain(
      '<a href="#section-key-judgments">see</a>',
    );
  });

  it.each([
    ['Latin', 'A heading that goes on, '.repeat(8).trimEnd()],
    ['Cyrillic', 'Вооружённая оппозиция Москвы разобщена и слаба, но её труднее обнаружить'],
    ['Hebrew', 'הרשתות החשאיות של המודיעין הצבאי האוקראיני הן האיום הגדול ביותר'],
    ['one word of Greek', 'α'.repeat(300)],
  ])('keep ids of long headings short in a PDF, distinct, and reachable: %s', (_, words) => {
    const headings = [words, `${words} A`, words];
    const links = ['', '-a', '-1'].map((end) => `[see](#${slug(words)}${end})`);
    const body = bodyOf(`${links.join(' ')}\n\n## ${headings.join('\n\n## ')}`);
    const ids = [...body.matchAll(/<h2 id="([^"]+)"/g)].map(([, id = '']) => id);
    const targets = [...body.matchAll(/<a href="#([^"]+)"/g)].map(([, target = '']) => target);
    expect(new Set(ids).size).toBe(3);
    expect(targets.map(decodeURIComponent)).toEqual(ids);
    for (const id of ids) {
      expect(encodeURIComponent(id).length).toBeLessThanOrEqual(127);
      // What there is room for can be read: it is how the heading begins.
      const start = id.replace('section-', '').replace(/-[^-]+$/, '');
      expect(slug(words).startsWith(start)).toBe(true);
      expect(encodeURIComponent(start).length).toBeGreaterThan(50);
    }
  });

  it('leave a link unchanged if its encoding is invalid', () => {
    expect(bodyOf('[see](#%E0%A4)')).toContain('<a href="#section-%E0%A4">see</a>');
  });

  it('allow a long address to break after its slashes', () => {
    expect(bodyOf('<https://example.org/a/b>')).toContain('>https://example.org/<wbr>a/<wbr>b</a>');
  });
});

describe('lists in two columns and boxes', () => {
  it('keep an item whole unless it is tall', () => {
    const list = (words: number) =>
      bodyOf(`<!-- role: columns -->\n## S\n\n- ${'word '.repeat(words)}\n- Short.\n`);
    // Eleven lines of half the width: 632 letters.
    expect(list(125)).not.toContain('tall');
    expect(list(128).match(/<li class="tall">/g)).toHaveLength(1);
    expect(bodyOf(`<!-- role: aside -->\n\n- ${'word '.repeat(128)}\n`)).toContain('<li class="tall">');
    expect(bodyOf(`## S\n\n- ${'word '.repeat(200)}\n`)).not.toContain('tall');
  });
});

describe('tables', () => {
  const table = '| Name | Killed |\n| --- | ---: |\n| A | 3 |\n';

  it('mark the cells that head a column and those with numbers', () => {
    const body = bodyOf(table);
    expect(body).toContain(
      '<thead><tr><th scope="col">Name</th><th scope="col" class="number">Killed</th></tr></thead>',
    );
    expect(body).toContain('<td class="number short">3</td>');
  });

  it('keep a long figure on one line', () => {
    expect(bodyOf(table.replace('| 3 |', '| about 100,000,000 |'))).toContain(
      '<td class="number short">about 100,000,000</td>',
    );
  });

  it('use the caption before it, and the other roles of that paragraph', () => {
    const body = bodyOf(`<!-- role: caption wide -->\nWhat *to* see[^a]\n\n${table}\n[^a]: note`);
    expect(body).toMatch(
      /<table class="wide columns-2 whole"><caption>What <em>to<\/em> see<sup>.*?<\/caption><colgroup>/,
    );
  });

  it('leave a caption before anything else in place', () => {
    expect(bodyOf('<!-- role: caption -->\nWords\n\nMore')).toContain(
      '<p class="caption">Words</p><p>More</p>',
    );
  });

  it('move the heading of a wide table onto its page', () => {
    const body = bodyOf(
      `## S\n\n### Matrix\n\n<!-- role: caption wide -->\nC\n\n${table}\n<!-- role: source-line -->\nSource`,
    );
    expect(body).toMatch(
      /<div class="wide-page"><h2 .*<h3 .*<table .*<\/table><p class="source-line">Source<\/p><\/div>/,
    );
  });

  it('keep a range of numbers on one line', () => {
    expect(bodyOf('from 1–2 to **80–95\u00a0%** or x–y')).toContain(
      'from <span class="nowrap">1–2</span> to <strong><span class="nowrap">80–95\u00a0%</span></strong> or x–y',
    );
  });

  it('keep a short table on one page and let a long one break', () => {
    expect(bodyOf(table)).toContain('whole');
    expect(bodyOf(`| a |\n| - |\n${'| row |\n'.repeat(12)}`)).not.toContain('whole');
  });

  it('split a row that is a fifth of a page by itself, and no other', () => {
    const rows = (words: number) =>
      bodyOf(`| A | B |\n| - | - |\n| ${'word '.repeat(words)} | ${'word '.repeat(words)} |\n`);
    // Sixteen lines of half the width: 920 letters.
    expect(rows(182)).not.toContain('tall');
    expect(rows(186)).toContain('<tr class="tall">');
  });

  it('give a column of prose more than its neighbours, but do not starve them', () => {
    const shares = columnShares([
      ['Date', 'What happened'],
      ['2024', 'word '.repeat(80)],
    ]);
    expect(shares[0]).toBeGreaterThanOrEqual(4);
    expect(shares[1]).toBeGreaterThan(80);
    expect(columnShares([[], ['']])).toEqual([100]);
    expect(columnShares([])).toEqual([]);
  });
});

describe('figures', () => {
  it('are inserted for their images, named by the alternative text', () => {
    const body = bodyOf('Likely ![80 to 95 %, "very"](figures/x/bar.svg) soon', { figures });
    expect(body).toContain(
      'Likely <svg role="img" aria-label="80 to 95 %, &quot;very&quot;" width="100"><path d="M0 0"/></svg> soon',
    );
  });

  it('are hidden from screen readers if the alternative text is empty', () => {
    expect(bodyOf('x ![](figures/x/bar.svg)', { figures })).toContain('<svg aria-hidden="true" width="100">');
  });

  it('have a caption and source line if they are alone in a paragraph', () => {
    const markdown =
      '<!-- role: caption -->\nTolls converge\n\n![A](figures/x/bar.svg)\n\n<!-- role: source-line -->\nSource: B';
    expect(bodyOf(markdown, { figures })).toMatch(
      /<figure role="group" data-figure="[a-z]+"><figcaption>Tolls converge<\/figcaption><svg .*<\/svg><p class="source-line">Source: B<\/p><\/figure>/,
    );
  });

  it.each(['figures/x/other.svg', 'https://example.org/a.png', 'data:image/svg+xml,x', '/etc/passwd'])(
    'are not made from any other image, which leaves its words: %s',
    (src) => {
      const body = bodyOf(`a ![words & more](<${src}>) b`, { figures });
      expect(body).toContain('<p>a words &#x26; more b</p>');
    },
  );

  it('lose the parts that only a stand-alone file needs', () => {
    const svg =
      '<svg width="1"><title>T</title><desc>D</desc><text x="1" textLength="5.5" lengthAdjust="spacingAndGlyphs">a</text></svg>';
    expect(bodyOf('![words](a.svg)', { figures: new Map([['a.svg', svg]]) })).toContain(
      '<svg role="img" aria-label="words" width="1"><text x="1">a</text></svg>',
    );
  });

  it.each([
    '<svg><script>alert(1)</script></svg>',
    '<svg><style>p{display:none}</style></svg>',
    '<svg onload="alert(1)"><path d="M0 0"/></svg>',
    '<svg><a href="https://example.org"><path d="M0 0"/></a></svg>',
    '<svg><path style="fill:red" d="M0 0"/></svg>',
    '<svg><rect fill="url(https://example.org/a.svg#b)"/></svg>',
    '<svg><foreignObject><p>x</p></foreignObject></svg>',
    '<svg><path d="M0 0"/><!-- x --></svg>',
    '<svg><text>a < b</text></svg>',
    '<svg><image xlink:href="a.png"/></svg>',
  ])('are replaced by their words if they are more than a drawing: %s', (svg) => {
    expect(bodyOf('![words](a.svg)', { figures: new Map([['a.svg', svg]]) })).toContain('<p>words</p>');
  });

  it('are replaced by their words if they are not SVG', () => {
    expect(bodyOf('![words](a.svg)', { figures: new Map([['a.svg', 'oops']]) })).toContain('<p>words</p>');
  });
});

describe('a cell of several accounts', () => {
  const cell = (words: string) => /<td[^>]*>(.*)<\/td>/s.exec(bodyOf(`| A |\n| :-- |\n| ${words} |`))?.[1];

  it('gives each lines of its own, and its notes and the "or" before it go with it', () => {
    const body = bodyOf('| A |\n| :-- |\n| **1** One.[^a] **2** Two. *or* **3** Three. |\n\n[^a]: note');
    const [, inside = ''] = /<td[^>]*>(.*?)<\/td>/s.exec(body) ?? [];
    const accounts = inside.split('<div class="account">').slice(1);
    expect(accounts.map((account) => account.replace(/<[^>]+>/g, '').trim())).toEqual([
      '1 One.1',
      '2 Two.',
      'or 3 Three.',
    ]);
  });

  it.each([
    ['a word in bold within a sentence', '**One** is not **two**'],
    ['a sentence in bold', '**One.** Then. **A sentence that is longer than what names anything at all.**'],
    ['a cell that begins with a text', 'One. **Two** things.'],
  ])('is none: %s', (_, words) => {
    expect(cell(words)).not.toContain('<div');
  });
});

describe('a table with a row of many accounts', () => {
  const accounts = (count: number) =>
    Array.from({ length: count }, (_, index) => `**Level ${index}** High.`).join(' ');
  const body = (count: number) =>
    bodyOf(
      `| Actor | Levels |\n| :-- | :-- |\n| **One**, a group. | ${accounts(count)} |\n| **Two** (II) | None. |`,
    );
  const heads = (html: string) =>
    [...html.matchAll(/<th scope="colgroup" colspan="2">(.*?)<\/th>/g)].map(([, name]) => name);

  it('has a head in each row, which is repeated where the row goes on over a page', () => {
    expect(heads(body(5))).toEqual(['<strong>One</strong>', '<strong>Two</strong>']);
    expect(body(5)).toMatch(/<td>a group\.<\/td>\s*<td><div class="account">/);
    expect(body(5)).toContain('>(II)</td>');
  });

  it('has none if no row has as many', () => {
    expect(heads(body(4))).toEqual([]);
    expect(body(4)).toContain('<td><strong>One</strong>, a group.</td>');
  });
});
