import { describe, expect, test } from 'vitest';
import { likelihoodBar } from '../../src/figures/likelihood-bar.ts';
import { makeFigures } from '../../src/figures/make-figures.ts';
import type { Assessment, Likelihood } from '../../src/model/generated/types.ts';
import { memoWith } from '../support/assessments.ts';

const judged = (...likelihoods: Likelihood[]) =>
  likelihoods.map((likelihood, index) => ({ id: `j${index}`, statement: 'J.', likelihood }));

const figuresOf = (properties: Partial<Assessment>) => makeFigures(memoWith(properties));

test('a memo without likelihoods has no figures', () => {
  expect(figuresOf({})).toEqual([]);
});

test('a figure has its key, its path beside the Markdown, and its picture with a line end', () => {
  expect(figuresOf({ id: 'crocus', judgments: judged({ term: 'likely' }) })).toEqual([
    {
      key: 'likelihood-55-80',
      path: 'figures/crocus/likelihood-55-80.svg',
      svg: `${likelihoodBar(55, 80)}\n`,
    },
  ]);
});

describe('keys', () => {
  const judgments = judged(
    { term: 'very likely' },
    { range: [0.123, 0.2] },
    { term: 'probable' },
    { range: [0.55, 0.8] },
    { term: 'likely' },
  );
  const scenarios = [
    { id: 's', title: 'S', likelihood: { term: 'remote' as const } },
    { id: 't', title: 'T', likelihood: { term: 'very likely' as const } },
    { id: 'u', title: 'U' },
  ];

  test('are sorted and unique: the same band is one figure, however it was given', () => {
    expect(figuresOf({ judgments, scenarios }).map(({ key }) => key)).toEqual([
      'likelihood-1-5',
      'likelihood-12.3-20',
      'likelihood-55-80',
      'likelihood-80-95',
    ]);
  });

  test('do not depend on the order of the file', () => {
    const reversed = { judgments: [...judgments].reverse(), scenarios: [...scenarios].reverse() };
    expect(figuresOf(reversed)).toEqual(figuresOf({ judgments, scenarios }));
  });
});
