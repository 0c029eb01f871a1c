import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tests as commonmark } from 'commonmark-spec';
import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { hasFastReader, readFast } from '../../src/document/fast-markdown.ts';
import { hasBareAddress, parseMarkdown, readSlowly } from '../../src/document/markdown.ts';
import { SOAK_TIMEOUT, sampled, seeded } from '../support/soak.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

const shipped = markdownIn('out');
const texts = [...shipped, ...markdownIn('tests/fixtures')];

/** The same tree, whatever the order of properties; those that are undefined are not there. */
function canonical(tree: Root): unknown {
  return JSON.parse(JSON.stringify(tree));
}

/** Holds a text against the reference, where it is read fast; says whether it was. */
function isReadFast(markdown: string): boolean {
  if (hasBareAddress(markdown)) return false;
  const fast = readFast(markdown);
  if (!fast) return false;
  // With an address in it, the reference has to look for bare ones.
  const mayHaveAddress = /https?:|www|@/i.test(markdown);
  expect(canonical(fast), JSON.stringify(markdown)).toEqual(canonical(readSlowly(markdown, mayHaveAddress)));
  return true;
}

/** Of GitHub's additions: tables, strikethrough, task lists, notes; and what only looks like them. */
const GFM = [
  '| a | b |\n| - | :-: |\n| 1 | 2 |\n',
  '| a |\n| - |\n| `b\\|c` | d |\n\nafter',
  'a | b\n- | -\n1 | 2\n> quote',
  '| a |\n| - | - |\n',
  '|a|\n|-|\n|**b|c**|',
  '| a |\n| :-- |\ntext that goes on',
  '- | a |\n  | - |\n  | 1 |',
  '> | a |\n> | - |\n> | 1 |',
  '~~a~~ ~b~ ~~~c~~~ ~~d~',
  '~~a **b~~ c**',
  '- [ ] a\n- [x] b\n- [X] c\n- [y] d\n- [ ]e\n- [ ]',
  '1. [x] a\n\n   b',
  'a[^1] b[^long-name]\n\n[^1]: One.\n\n[^long-name]: Two,\n    going on\n\n    with a paragraph.\n',
  'a[^none]',
  '[^1]: not used',
  '[^1]:\n    code?\n\n[^2]: - list\n      - more\n\na[^1][^2]',
  'a[^1]\n\n[^1]: One\nlazy\n\n[^1]: Twice',
  '[^a b]: x\n\n[^a b]',
  '---\ntitle: x\n---\n\n# a',
  '---\ntitle: x\n',
  '\n---\na: b\n---\n',
  '<!-- role: caption -->\ntext\n<!-- role: marking bottom-line -->\n> a\n',
  'text\n<!-- role: caption -->\nmore',
  '<!-- role: caption -->\n<!-- role: compact -->\n\n- a',
] as const;

const TOKENS = [
  ...[
    'a',
    'word',
    '**b**',
    '*e*',
    '_f_',
    '[l](http-x "t")',
    '[^1]',
    '[^n]: note',
    '![i](p.svg)',
    '`c`',
    '~~s~~',
  ],
  ...[
    '<!-- role: caption -->',
    '\\*',
    '&amp;',
    '&#8217;',
    '&nosuch;',
    '|',
    '- ',
    '  - ',
    '1. ',
    '2) ',
    '> ',
    '# ',
  ],
  ...[
    '### ',
    '---',
    '***',
    '```',
    '    code',
    '\t',
    '\n',
    '\n',
    '\n\n',
    '\n\n',
    '  \n',
    '\\\n',
    '<b>',
    '[x] ',
    '[ ] ',
  ],
  ...[
    '[r]: /u "t"',
    '[r]',
    '“q”',
    'é',
    '–',
    '😀',
    ' ',
    '  ',
    '+ ',
    '* ',
    '=== ',
    '~',
    '^',
    '$',
    '"',
    "'",
    '(',
    ')',
  ],
  ...['[x.org](https://x.org/a_b)', '[', '](https://x.org/a)', '\\[x](http://x.org)', 'https://x.org', '`'],
  ...['| a | b |\n| - | :-: |\n| 1 | 2 |\n', '\u00a0', '0.', 'a\nb', '\u200f', 'אב'],
];

describe.skipIf(!hasFastReader())('the fast reader', () => {
  test('reads every shipped memo', () => {
    const fast = shipped.filter(isReadFast);
    expect(fast).toEqual(shipped);
  });

  test.each([
    ['an address', 'see https://x.org', true],
    ['one in a link', 'see [x.org](https://x.org/a_b).', false],
    ['one in angle brackets', 'see <https://x.org>', false],
    ['one after a bracket that is escaped', 'see \\[x.org](https://x.org)', true],
    ['one after a bracket without its other', 'see x.org](https://x.org)', true],
    ['one in a link that has brackets in its address', 'see [x](https://x.org/(a))', true],
    ['one beside a link', '[x](https://x.org) www.y.org', true],
    ['one as the text of a link', '[https://x.org](https://x.org)', true],
  ])('finds a bare address: %s', (_, text, isFound) => {
    expect(hasBareAddress(text)).toBe(isFound);
  });

  test('gives the same tree and positions as the reference for memos and for examples of CommonMark and GFM', () => {
    const examples = commonmark.map(({ markdown }) => markdown.replaceAll('→', '\t'));
    expect(examples.length).toBeGreaterThan(600);
    const fast = [...texts, ...examples, ...GFM].filter(isReadFast);
    expect(fast.length).toBeGreaterThan(500);
  });

  test('and for generated texts', { timeout: SOAK_TIMEOUT }, () => {
    const random = seeded(20_261_129);
    const pick = (items: readonly string[]) => items[Math.floor(random() * items.length)] ?? '';
    const lines = shipped.flatMap((text) => text.split('\n')).filter((line) => line.length < 400);
    let fast = 0;
    const count = sampled(300, 10_000);
    for (let number = 0; number < count; number += 1) {
      const parts = Array.from({ length: 1 + Math.floor(random() * 12) }, () =>
        random() < 0.25 ? `${pick(lines)}\n${pick(['', '\n'])}` : `${pick(TOKENS)}${pick(['', '', ' '])}`,
      );
      if (isReadFast(parts.join(''))) fast += 1;
    }
    expect(fast).toBeGreaterThan(count * 0.4);
  });

  test.each([
    ['quotations', '>'.repeat(50_000)],
    ['emphasis', '_a'.repeat(50_000)],
    ['brackets', '['.repeat(50_000)],
    ['pictures', '!['.repeat(30_000)],
    ['links', '[a]('.repeat(30_000)],
    ['code', '`a '.repeat(30_000)],
    ['another tag', 'a\n\n- <b>x'],
    ['HTML in a note', '[^1]: <style>'],
    ['a comment that is no role', ' <!-- role: caption -->'],
    ['half of a character', 'a \ud83d b'],
    ['a character of two halves', 'a 😀 *b*'],
    ['a blank in the label of a note', '[^a b]: x\n\n[^a b]'],
    ['front matter without an end', '---\na: b\n\n   ---'],
    ['task lists', '- [x] *b*'],
    ['fences of code', '- ```\n '],
    ['emphasis that is none', '**a\\***b'],
    ['signs of emphasis side by side', '**_**b'],
    ['a note in a note', '[^p]:[^e]:'],
    ['another line ending', 'a\r\nb'],
    ['a text without end', 'a '.repeat(600_000)],
  ])('leaves %s to the reference', (_, text) => {
    const begun = performance.now();
    expect(readFast(text)).toBeUndefined();
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  test('gives the same result with roles, and for a part of a document', () => {
    const [text = ''] = shipped.filter((memo) => !hasBareAddress(memo));
    expect(parseMarkdown(text, true).children.length).toBeGreaterThan(20);
  });
});
