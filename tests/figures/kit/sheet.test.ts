import { expect, test } from 'vitest';
import { Sheet } from '../../../src/figures/kit/sheet.ts';

/** What a sheet writes for a line, with the marks of an isolated one shown as brackets. */
function written(direction: 'ltr' | 'rtl', line: string): string | undefined {
  const sheet = new Sheet(direction);
  sheet.text(0, 0, line);
  return />([^<>]+)<\/text>/
    .exec(sheet.svg(10, 'x', 'x'))?.[1]
    ?.replace('\u2068', '[')
    .replace('\u2069', ']');
}

test.each([
  ['River Front, RF', '[River Front, RF]'],
  ['−7', '[−7]'],
  ['Hill Guard ביצעו', 'Hill Guard ביצעו'],
  ['סביר (RF)', 'סביר (RF)'],
  ['حزب 7', 'حزب 7'],
  ['55–80%', '55–80%'],
  ['12,345.5', '12,345.5'],
])('%j is written as %j in lines from right to left', (line, expected) => {
  expect(written('rtl', line)).toBe(expected);
  expect(written('ltr', line)).toBe(line);
});
