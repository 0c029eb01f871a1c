import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationsIn } from '../../src/model/citation.ts';

/** Items of each citation, with the text that the offsets cut out. */
function read(text: string) {
  return citationsIn(text).map(({ items, start, end }) => ({
    bracket: text.slice(start, end),
    items: items.map(({ id, locator }) => [id, locator]),
  }));
}

test.each([
  ['one', 'It is so [@kommersant].', '[@kommersant]', [['kommersant', undefined]]],
  ['with a locator', 'So [@un-s-2024, p. 4].', '[@un-s-2024, p. 4]', [['un-s-2024', 'p. 4']]],
  [
    'a locator with commas',
    '[@report, pp. 4, 7, and 9]',
    '[@report, pp. 4, 7, and 9]',
    [['report', 'pp. 4, 7, and 9']],
  ],
  [
    'several',
    'x [@one; @two, para. 3;@3] y',
    '[@one; @two, para. 3;@3]',
    [
      ['one', undefined],
      ['two', 'para. 3'],
      ['3', undefined],
    ],
  ],
])('%s', (_, text, bracket, items) => {
  expect(read(text)).toEqual([{ bracket, items }]);
});

test('several brackets, in order', () => {
  expect(read('A [@b] c [@d, p. 1] e.').map(({ bracket }) => bracket)).toEqual(['[@b]', '[@d, p. 1]']);
  expect(citationsIn('A [@b] c').at(0)).toMatchObject({ start: 2, end: 6 });
});

describe('brackets that begin with @ and are not citations have no items', () => {
  test.each([
    '[@]',
    '[@ ]',
    '[@Kommersant]',
    '[@un_report]',
    '[@one, ]',
    '[@one p. 4]',
    '[@one; two]',
    '[@one; ]',
    '[@one;; @two]',
    '[@один]',
  ])('%s', (bracket) => {
    expect(read(`x ${bracket} y`)).toEqual([{ bracket, items: [] }]);
  });
});

describe('not intended as citations', () => {
  test.each([
    ['an address', 'write to a@b.org or [a@b.org]'],
    ['a handle', '@rusi said so'],
    ['a link whose text is a handle', '[@rusi](https://example.org)'],
    ['a footnote', '[^1]'],
    ['text before the @', '[see @one]'],
    ['a bracket over two lines', '[@one;\n@two]'],
    ['a bracket never closed', '[@one and so on'],
  ])('%s', (_, text) => {
    expect(citationsIn(text)).toEqual([]);
  });
});

test('the innermost bracket counts', () => {
  expect(read('[see [@one]]')).toEqual([{ bracket: '[@one]', items: [['one', undefined]] }]);
});

test('unmatched brackets are cheap: a million of them are read to the end, and later citations still count', () => {
  const strays = ['[@', '[@a', `[@${'a'.repeat(600)}`, '[@a, ', '[@a;', `[@a,${' '.repeat(300)}`];
  for (const stray of strays) {
    const text = `${stray.repeat(Math.ceil(1_000_000 / stray.length))}[@found]`;
    expect(read(text)).toEqual([{ bracket: '[@found]', items: [['found', undefined]] }]);
  }
});

test('offsets mark brackets that do not overlap, and only text of the file is returned', () => {
  const text = fc.string({ unit: fc.constantFrom('[', ']', '@', 'a', ';', ',', ' ', '(', '\n') });
  fc.assert(
    fc.property(text, (given) => {
      let done = 0;
      for (const { start, end, items } of citationsIn(given)) {
        expect(start).toBeGreaterThanOrEqual(done);
        expect(given.slice(start, end)).toMatch(/^\[@[^[\]\n]*\]$/);
        for (const { id } of items) expect(id).toMatch(/^[a-z0-9-]+$/);
        done = end;
      }
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['So \\[@id] is text.', 0],
  ['So \\\\[@id] is a backslash and a citation.', 1],
  ['So \\\\\\[@id] is a backslash and text.', 0],
  ['\\[@one] and [@two]', 1],
])('an escaped bracket is not a citation: %s', (text, count) => {
  expect(citationsIn(text)).toHaveLength(count);
});
