import { describe, expect, test } from 'vitest';
import { likelihoodBar, likelihoodBars } from '../../src/figures/kit/likelihood-bars.ts';
import { prepareFigures } from '../../src/figures/make-figures.ts';
import type { Assessment, Likelihood } from '../../src/model/generated/types.ts';
import { memoWith } from '../support/assessments.ts';
import { wordsOf } from './words.ts';

const judged = (...likelihoods: Likelihood[]) =>
  likelihoods.map((likelihood, index) => ({ id: `j${index}`, statement: 'J.', likelihood }));

const barsOf = (properties: Partial<Assessment>) => [...likelihoodBars(memoWith(properties))];

function setOf(properties: Partial<Assessment>) {
  const view = memoWith(properties);
  return prepareFigures(view, wordsOf(view), []);
}

describe('the bars of a memo', () => {
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

  test('are missing without likelihoods', () => {
    expect(barsOf({})).toEqual([]);
  });

  test('are sorted and unique: the same band is one figure, however it is written', () => {
    expect(barsOf({ judgments, scenarios }).map(([key]) => key)).toEqual([
      'likelihood-1-5',
      'likelihood-12.3-20',
      'likelihood-55-80',
      'likelihood-80-95',
    ]);
  });

  test('do not depend on the order of the file', () => {
    const reversed = { judgments: [...judgments].reverse(), scenarios: [...scenarios].reverse() };
    expect(barsOf(reversed)).toEqual(barsOf({ judgments, scenarios }));
  });
});

describe('the figures of a memo', () => {
  test('have a path beside the Markdown, and an image that ends with a line end', async () => {
    const set = await setOf({ id: 'crocus', judgments: judged({ term: 'likely' }) });
    expect(set.get('likelihood-55-80')).toEqual({
      key: 'likelihood-55-80',
      path: 'figures/crocus/likelihood-55-80.svg',
      svg: `${likelihoodBar(55, 80)}\n`,
      alt: '',
      caption: '',
      source: undefined,
      table: undefined,
    });
  });

  test('are listed if a template uses them and they exist; using one again gives the same', async () => {
    const set = await setOf({
      judgments: judged({ term: 'likely' }, { term: 'remote' }, { term: 'unlikely' }),
    });
    expect(set.used()).toEqual([]);
    const likely = set.get('likelihood-55-80');
    const remote = set.get('likelihood-1-5');
    expect(set.get('likelihood-0-1')).toBeUndefined();
    expect(set.get('constructor')).toBeUndefined();
    expect(set.get('likelihood-55-80')).toBe(likely);
    expect(set.used()).toEqual([remote, likely]);
  });
});
