import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bandOfTerm,
  type TermLookup,
  termOfPercent,
  termOfRange,
  viewLikelihood,
} from '../../../src/derive/analysis/likelihood.ts';
import { likelihoodScales } from '../../support/scales.ts';

const icd = likelihoodScales['icd-203'];
const { phia } = likelihoodScales;

/** The term found, or why there is none. */
const answer = (lookup: TermLookup) => (lookup.kind === 'term' ? lookup.term : lookup.kind);

describe('a percentage in ICD 203', () => {
  test.each([
    [-1, 'boundary'],
    [0, 'boundary'],
    [0.5, 'boundary'],
    [1, 'almost no chance'],
    [4.9, 'almost no chance'],
    [5, 'boundary'],
    [5.1, 'very unlikely'],
    [19, 'very unlikely'],
    [20, 'boundary'],
    [21, 'unlikely'],
    [44.9, 'unlikely'],
    [45, 'boundary'],
    [46, 'roughly even chance'],
    [50, 'roughly even chance'],
    [54, 'roughly even chance'],
    [55, 'boundary'],
    [56, 'likely'],
    [79, 'likely'],
    [80, 'boundary'],
    [81, 'very likely'],
    [94, 'very likely'],
    [95, 'boundary'],
    [96, 'almost certain'],
    [99, 'almost certain'],
    [99.5, 'boundary'],
    [100, 'boundary'],
    [101, 'boundary'],
  ])('%d %%: %s', (percent, expected) => {
    expect(answer(termOfPercent(icd, percent))).toBe(expected);
  });
});

describe('a percentage on the PHIA yardstick', () => {
  test.each([
    [0, 'boundary'],
    [0.1, 'remote chance'],
    [5, 'remote chance'],
    [5.1, 'gap'],
    [7.5, 'gap'],
    [9.9, 'gap'],
    [10, 'highly unlikely'],
    [20, 'highly unlikely'],
    [22, 'gap'],
    [25, 'unlikely'],
    [35, 'unlikely'],
    [38, 'gap'],
    [40, 'realistic possibility'],
    [49.9, 'realistic possibility'],
    [50, 'gap'],
    [52, 'gap'],
    [55, 'likely'],
    [75, 'likely'],
    [78, 'gap'],
    [80, 'highly likely'],
    [90, 'highly likely'],
    [93, 'gap'],
    [95, 'almost certain'],
    [99.9, 'almost certain'],
    [100, 'boundary'],
  ])('%d %%: %s', (percent, expected) => {
    expect(answer(termOfPercent(phia, percent))).toBe(expected);
  });
});

test('a term has its band', () => {
  expect(termOfPercent(icd, 60)).toEqual({
    kind: 'term',
    term: 'likely',
    band: { low: 55, high: 80, terms: ['likely', 'probable'] },
  });
});

describe('a range', () => {
  test.each([
    ['the whole band', icd, 55, 80, 'likely'],
    ['within a band', icd, 60, 70, 'likely'],
    ['touching an edge', icd, 80, 85, 'very likely'],
    ['across an edge', icd, 75, 85, 'spans'],
    ['across several bands', icd, 10, 90, 'spans'],
    ['everything', icd, 0, 100, 'spans'],
    ['of no width', icd, 60, 60, 'likely'],
    ['of no width, on an edge', icd, 80, 80, 'boundary'],
    ['of no width, at the end', icd, 0, 0, 'boundary'],
    ['below the scale', icd, 0, 1, 'boundary'],
    ['above the scale', icd, 99.2, 100, 'boundary'],
    ['past the end of the scale', icd, 97, 100, 'spans'],
    ['the whole band', phia, 55, 75, 'likely'],
    ['the first band', phia, 0, 5, 'remote chance'],
    ['the last band', phia, 95, 100, 'almost certain'],
    ['in a gap', phia, 6, 9, 'gap'],
    ['the whole of a gap', phia, 50, 55, 'gap'],
    ['from a band into a gap', phia, 30, 38, 'spans'],
    ['over a gap', phia, 70, 85, 'spans'],
    ['of no width, in a gap', phia, 50, 50, 'gap'],
  ] as const)('%s (%o)', (_, scale, low, high, expected) => {
    expect(answer(termOfRange(scale, low, high))).toBe(expected);
  });

  test('a range gets a term exactly when both its ends lie in that band', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.constantFrom(icd, phia), percent, percent, (scale, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(low < high);
        const holding = scale.bands.filter((band) => band.low <= low && high <= band.high);
        const lookup = termOfRange(scale, low, high);
        expect(lookup.kind === 'term' ? [lookup.band] : []).toEqual(holding);
      }),
    );
  });
});

describe('a term', () => {
  test('of either row and in either form has its band', () => {
    expect(bandOfTerm(icd, 'highly improbable')).toMatchObject({ low: 5, high: 20 });
    expect(bandOfTerm(icd, 'almost certainly')).toMatchObject({ low: 95, high: 99 });
    expect(bandOfTerm(phia, 'almost certainly')).toMatchObject({ low: 95, high: 100 });
  });

  test('of the other scale has none', () => {
    expect(bandOfTerm(icd, 'realistic possibility')).toBeUndefined();
    expect(bandOfTerm(phia, 'roughly even chance')).toBeUndefined();
    expect(bandOfTerm(icd, 'Likely')).toBeUndefined();
  });
});

describe('a likelihood as a memo shows it', () => {
  test('a term is printed as written', () => {
    const shown = { low: 95, high: 99, term: 'almost certainly', approximate: false, given: 'term' };
    expect(viewLikelihood(icd, { term: 'almost certainly' })).toEqual(shown);
  });

  test('the same word means other odds on another scale, and there they are approximate', () => {
    expect(viewLikelihood(icd, { term: 'unlikely' })).toMatchObject({
      low: 20,
      high: 45,
      approximate: false,
    });
    expect(viewLikelihood(phia, { term: 'unlikely' })).toMatchObject({
      low: 25,
      high: 35,
      approximate: true,
    });
  });

  test('a term of another scale is read by its own scale', () => {
    const shown = { low: 80, high: 90, term: 'highly likely', approximate: true, given: 'term' };
    expect(viewLikelihood(icd, { term: 'highly likely' })).toEqual(shown);
    expect(viewLikelihood(phia, { term: 'nearly certain' })).toMatchObject({ low: 95, approximate: false });
  });

  test('a range is shown in percent, without floating-point dust', () => {
    expect(viewLikelihood(icd, { range: [0.55, 0.57] })).toEqual({
      low: 55,
      high: 57,
      term: 'likely',
      approximate: false,
      given: 'range',
    });
    expect(viewLikelihood(icd, { range: [0.123, 0.29] })).toMatchObject({
      low: 12.3,
      high: 29,
      term: undefined,
    });
  });

  test('a range is never approximate: its numbers come from the file', () => {
    expect(viewLikelihood(phia, { range: [0.55, 0.75] })).toMatchObject({
      term: 'likely',
      approximate: false,
    });
  });

  test('a range without a single term has none', () => {
    expect(viewLikelihood(icd, { range: [0.5, 0.9] })).toMatchObject({ low: 50, high: 90, term: undefined });
    expect(viewLikelihood(phia, { range: [0.5, 0.5] })).toMatchObject({ low: 50, high: 50, term: undefined });
  });

  test('without a term and a range there is no likelihood', () => {
    expect(viewLikelihood(icd, {})).toBeUndefined();
  });
});
