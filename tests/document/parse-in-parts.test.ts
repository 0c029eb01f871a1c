import { readdirSync, readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/document/markdown.ts';
import { parseInParts } from '../../src/document/parse-in-parts.ts';

/** A tree without what differs by intent: positions. */
function bare(nodes: readonly Nodes[]): unknown {
  return JSON.parse(JSON.stringify(nodes, (key, value: unknown) => (key === 'position' ? undefined : value)));
}

const out = new URL('../../out/', import.meta.url);
const memos = readdirSync(out).filter((name) => name.endsWith('.md'));
const goldens = new URL('../fixtures/memos/', import.meta.url);
const texts = [
  ...memos.map((name) => [name, readFileSync(new URL(name, out), 'utf8')] as const),
  ...readdirSync(goldens).map(
    (name) => [name, readFileSync(new URL(`${name}/memo.md`, goldens), 'utf8')] as const,
  ),
];

test.each(texts)('%s: parsing in parts gives the same as parsing the whole', (_, text) => {
  expect(bare(parseInParts(text, false))).toEqual(bare(parseMarkdown(text, false).children));
});

test('so it does in a pack, and from the cache', () => {
  const [, text = ''] = texts[0] ?? [];
  for (const isPart of [true, false, true])
    expect(bare(parseInParts(text, isPart))).toEqual(bare(parseMarkdown(text, isPart).children));
});

test.each([
  'A[^1]\n\n- one\n- two\n\n## H[^2]\n\n> q\n\n[^1]: N\n\n    more[^2]\n\n[^2]: M',
  'A[^1]\n\n# H\n\n1. a\n\n   b\n\n# I\n\nNo note[^3].\n\n[^1]: N',
  'A [link]\n\n# H\n\n[link]: https://example.org',
  '```\n\n# no heading\n```\n\n# H',
  '- a\n\n  ~~~\n\n# H\n\n  ~~~\n',
  '<!-- role: caption -->\n\n# H\n\n<!-- role: caption -->\n\ntext\n\n<!-- role: keep -->\n# I',
  '# H\n\n    # code\n\n# I\n\n| a |\n| - |\n| b |\n# J',
  '',
])('texts that are hard to divide: %j', (text) => {
  expect(bare(parseInParts(text, false))).toEqual(bare(parseMarkdown(text, false).children));
});
