import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { escapeAlt, escapeInline } from '../../../src/render/wording/escape.ts';
import { sampled } from '../../support/soak.ts';
import { markdownText } from '../arbitrary.ts';
import { parse, textOf, typesIn } from '../markdown.ts';

/** What plain text may become: itself, and a link where it is an address anyway. */
const PLAIN = new Set(['text', 'link']);

const hard = [
  '$5 and $10',
  '$$x$$',
  '~5 and ~~6~~',
  '<b>bold</b>',
  '<!-- role: keep -->',
  'AT&amp;T &copy; &#35; &#x23; AT&T',
  '1. first',
  '2) second',
  '123456789. long',
  '# heading',
  '###### heading',
  'C #',
  '- item',
  '+ item',
  '* item',
  '***',
  '---',
  '===',
  '> quotation',
  '```js',
  '~~~',
  'a | b',
  '| a |',
  'back\\slash \\| \\* end\\',
  '[^1] and [^note]: text',
  '[a]: /url',
  '[text](https://example.org) ![image](x.png)',
  '[ ] task',
  '@someone and a_b@example.org',
  'see https://example.org/a_b*c?d=~e$f and www.a_b.example',
  '*a* _b_ __c__ **d** `e` ``f`` ~~g~~',
  'snake_case_name, 2*3*4',
  'a\nb\t c\u00a0d',
  'Путь | путь, דרך',
  '::directive[x]{y}',
];

/** White space is folded: a line of Markdown has one space where the text has any. */
const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

function paragraphOf(markdown: string): Nodes {
  const { children } = parse(`${markdown}\n`);
  expect(children.map(({ type }) => type)).toEqual(['paragraph']);
  return children[0] as Nodes;
}

function cellsOf(...cells: readonly string[]): readonly Nodes[] {
  const table = parse(`| ${cells.join(' | ')} |\n|${' - |'.repeat(cells.length)}\n`).children[0];
  if (table?.type !== 'table') throw new Error('This is no table.');
  return table.children[0]?.children ?? [];
}

function expectPlain(node: Nodes | undefined, text: string) {
  if (!node) throw new Error('There is no such node.');
  expect(folded(textOf(node))).toBe(folded(text));
  for (const type of typesIn(node)) expect(PLAIN).toContain(type);
}

describe('escapeInline', () => {
  it.each(hard)('shows a paragraph of exactly %j', (text) => {
    expectPlain(paragraphOf(escapeInline(text)), text);
  });

  it.each(hard)('shows a table cell of exactly %j', (text) => {
    const cells = cellsOf('before', escapeInline(text), 'after');
    expect(cells).toHaveLength(3);
    expectPlain(cells[1], text);
  });

  it('shows any text as it is, in a paragraph, a cell, a heading and a list item', () => {
    const visible = fc
      .oneof(markdownText, fc.string())
      .filter((text) => /[^\s\0]/.test(text) && !text.includes('\0'));
    fc.assert(
      fc.property(visible, (text) => {
        const escaped = escapeInline(text);
        expectPlain(paragraphOf(escaped), text);
        const cells = cellsOf('a', escaped, 'b');
        expect(cells).toHaveLength(3);
        expectPlain(cells[1], text);
        const [heading, list] = parse(`## ${escaped}\n\n- ${escaped}\n`).children;
        expect(heading).toMatchObject({ type: 'heading', depth: 2 });
        expectPlain(heading, text);
        expect(list).toMatchObject({ type: 'list', children: [{ children: [{ type: 'paragraph' }] }] });
        expect(folded(textOf(list))).toBe(folded(text));
      }),
      { numRuns: sampled(120, 1000) },
    );
  });

  it('does not change ordinary text', () => {
    const text = 'The services’ report (2024) says: 5 % more — “worse” than AT&T: e.g. No. 3.';
    expect(escapeInline(text)).toBe(text);
  });

  it('keeps non-breaking spaces', () => {
    expect(escapeInline('22\u00a0March, 10\u202f000\n km')).toBe('22\u00a0March, 10\u202f000 km');
  });

  it('keeps a text inside bold type, whatever its beginning and end', () => {
    expect(parse(`**${escapeInline('*a*\\')}** b`).children[0]).toMatchObject({
      children: [{ type: 'strong' }, { type: 'text', value: ' b' }],
    });
  });
});

describe('escapeAlt', () => {
  it.each(hard)('keeps an image an image with %j as its words', (text) => {
    const image = paragraphOf(`![${escapeAlt(text)}](a.svg)`);
    expect([...typesIn(image)]).toEqual(['image']);
  });
});
