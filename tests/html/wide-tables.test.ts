import { describe, expect, test } from 'vitest';
import { columnGroups } from '../../src/html/wide-tables.ts';
import { bodyOf } from './page.ts';

/** A table of so many columns, all of whose cells are `cell` with the number of their column. */
function table(columns: number, cell = 'Col'): string {
  const row = (of: (column: number) => string) =>
    `| ${Array.from({ length: columns }, (_, column) => of(column)).join(' | ')} |`;
  return [row((column) => `${cell}${column}`), row(() => ':--'), row((column) => `v${column}`)].join('\n');
}

const headsIn = (html: string) =>
  [...html.matchAll(/<table[\s\S]*?<\/table>/g)].map(([one]) =>
    [...one.matchAll(/<th [^>]*>(.*?)<\/th>/g)].map(([, head]) => head),
  );

describe('a table', () => {
  test('that fits stays on the upright page', () => {
    expect(bodyOf(table(8))).not.toContain('wide-page');
  });

  test('too wide for it turns the page, whole', () => {
    const html = bodyOf(table(25, 'C'));
    expect(html).toContain('<div class="wide-page">');
    expect(headsIn(html).map((heads) => heads.length)).toEqual([25]);
  });

  test('too wide for a turned page is split by columns, each part with the first column and none lost', () => {
    const html = bodyOf(`<!-- role: caption -->\n\nWhat to see\n\n${table(60)}`);
    const parts = headsIn(html);
    expect(parts.length).toBeGreaterThan(1);
    for (const heads of parts) expect(heads[0]).toBe('Col0');
    const columns = parts.flatMap((heads) => heads.slice(1));
    expect(columns).toEqual(Array.from({ length: 59 }, (_, index) => `Col${index + 1}`));
    expect(html.match(/<caption/g)).toHaveLength(1);
    expect(html.match(/<div class="wide-page">/g)).toHaveLength(1);
  });

  test('prints a note once even if its column is repeated', () => {
    const html = bodyOf(`${table(60).replace('| v0 |', '| v0[^a] |')}\n\n[^a]: A note.`);
    expect(headsIn(html).length).toBeGreaterThan(1);
    expect(html.match(/v0/g)?.length).toBe(headsIn(html).length);
    expect(html.match(/href="#note-fn-a"/g)).toHaveLength(1);
  });
});

test('groups columns until the room is full, and puts an oversized column with the first', () => {
  expect(columnGroups([10, 10, 10, 10], 30)).toEqual([
    [0, 1, 2],
    [0, 3],
  ]);
  expect(columnGroups([10, 50, 10, 10], 30)).toEqual([
    [0, 1],
    [0, 2, 3],
  ]);
  expect(columnGroups([10], 5)).toEqual([[0]]);
});

test('breaks words only in a cell with a very long word', () => {
  const html = bodyOf(`| a | b |\n| :-- | :-- |\n| ${'x'.repeat(21)} | ${'y'.repeat(20)} |`);
  expect(html.match(/<td class="breaks">/g)).toHaveLength(1);
});
