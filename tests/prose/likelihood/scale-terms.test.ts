import { expect, test } from 'vitest';
import type { LikelihoodScale } from '../../../src/model/conventions/conventions.ts';
import { hasScaleTerm, scaleTermsIn } from '../../../src/prose/likelihood/scale-terms.ts';

const scale: LikelihoodScale = {
  id: 'own',
  title: 'Own',
  source: 'The house',
  bands: [
    { low: 0, high: 40, terms: ['unlikely'] },
    { low: 40, high: 70, terms: ['likely', 'on the cards'], forms: ['in the cards'] },
    { low: 70, high: 100, terms: ['Very likely', 'likely indeed'] },
  ],
  words: { likely: { de: 'wahrscheinlich' }, 'Very likely': { de: 'sehr wahrscheinlich' } },
};

test.each([
  ['War is likely.', ['likely', 'likely', 40]],
  ['War is likely indeed.', ['likely indeed', 'likely indeed', 70]],
  ['War is LIKELY.', ['LIKELY', 'likely', 40]],
  ['War is very\n likely.', ['very likely', 'Very likely', 70]],
  ['War is on the cards.', ['on the cards', 'on the cards', 40]],
  ['War is in the cards.', ['in the cards', 'likely', 40]],
  ['Krieg ist wahrscheinlich.', ['wahrscheinlich', 'likely', 40]],
  ['Krieg ist sehr wahrscheinlich.', ['sehr wahrscheinlich', 'Very likely', 70]],
])('%j', (own, [text, term, low]) => {
  const [found, ...others] = scaleTermsIn(own, scale);
  expect(found).toMatchObject({ text, term, low, negated: false });
  expect(own.slice(found?.start, found?.end).replace(/\s+/g, ' ')).toBe(text);
  expect(others).toEqual([]);
  expect(hasScaleTerm(own, scale)).toBe(true);
});

test('negated words, and words without a term', () => {
  expect(scaleTermsIn('War is not likely.', scale)).toMatchObject([{ negated: true }]);
  expect(scaleTermsIn('Krieg ist nicht sehr wahrscheinlich.', scale)).toMatchObject([{ negated: true }]);
  expect(scaleTermsIn('War is likely-ish.', scale)).toEqual([]);
  expect(hasScaleTerm('War is unlikelier.', scale)).toBe(false);
  expect(hasScaleTerm('Likely', scale)).toBe(true);
});
