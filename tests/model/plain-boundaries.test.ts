import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainBoundaries } from '../../src/model/sentences.ts';
import { sampled } from '../support/soak.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const codes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index));
const plain = [
  ...codes(0x20, 0x7e),
  ...codes(0xa0, 0xac),
  ...codes(0xae, 0xff),
  ...codes(0x400, 0x45f),
  ...'–—‘’“”„…€№',
];
const meaningful = [
  '. ',
  '." ',
  '.) ',
  '! ',
  '?',
  '..',
  'a',
  'B',
  '1',
  ',',
  ':',
  '-',
  'é',
  'É',
  'º',
  '(',
  '’',
  '”',
  '…',
];

test('the boundaries of plain texts are those of Intl.Segmenter', () => {
  const text = fc.array(fc.constantFrom(...plain, ...meaningful, ...meaningful, ...meaningful), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(text, (parts) => {
      const joined = parts.join('');
      const found = plainBoundaries(joined);
      fc.pre(found !== undefined);
      const starts = Array.from(segmenter.segment(joined), ({ index }) => index);
      expect(found).toEqual(starts.filter((index) => index > 0));
    }),
    { numRuns: sampled(1000, 3000) },
  );
});

test.each([
  ['It burnt. Then it rained.', [10]],
  ['“Stop!” he said. It was approx. 40 km away, No. 3, U.S. and 3.5 %.', [8, 17, 48]],
  ['Загорелось в г. Норем. Потом пошёл дождь.', [16, 23]],
  ['It burnt ...  (Then it rained.) Who knows?! Nobody.', [14, 32, 44]],
])('%s', (text, boundaries) => {
  expect(plainBoundaries(text)).toEqual(boundaries);
});

test.each([
  'Φωτιά. Μετά έβρεξε.',
  'It burnt.\nThen it rained.',
  'Soft\u00adware burnt. Then it rained.',
  'It burnt. ; Then it rained.',
])('%j is left to Intl.Segmenter', (text) => {
  expect(plainBoundaries(text)).toBeUndefined();
});
