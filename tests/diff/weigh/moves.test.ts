import { describe, expect, test } from 'vitest';
import { compareSpans, moveInOrder, moveOfLikelihood } from '../../../src/diff/weigh/moves.ts';
import type { Likelihood } from '../../../src/model/generated/types.ts';
import { type LikelihoodScaleId, likelihoodScales } from '../../support/scales.ts';
import { brief, changesBetween } from '../samples.ts';

const term = (name: Likelihood['term']): Likelihood => ({ term: name as NonNullable<Likelihood['term']> });
const range = (low: number, high: number): Likelihood => ({ range: [low, high] });
const move = (
  before: Likelihood | undefined,
  after: Likelihood | undefined,
  [from, to]: readonly [LikelihoodScaleId, LikelihoodScaleId] = ['icd-203', 'icd-203'],
) => moveOfLikelihood(before, after, { before: likelihoodScales[from], after: likelihoodScales[to] });

describe('the movement of a likelihood', () => {
  test.each([
    ['one band up', term('likely'), term('very likely'), { direction: 'up', steps: 1 }],
    ['over the whole scale', term('almost certain'), term('remote'), { direction: 'down', steps: 6 }],
    ['another row of the same band', term('likely'), term('probable'), { direction: 'same', steps: 0 }],
    ['a range within the next band', term('likely'), range(0.82, 0.9), { direction: 'up', steps: 1 }],
    ['a range within its own band', term('likely'), range(0.6, 0.7), { direction: 'narrower', steps: 0 }],
    ['the same odds in numbers', term('likely'), range(0.55, 0.8), { direction: 'same', steps: 0 }],
    ['a range over two bands', term('likely'), range(0.5, 0.9), { direction: 'wider' }],
    ['two ranges over bands', range(0.3, 0.6), range(0.4, 0.7), { direction: 'up' }],
    ['none before', undefined, term('likely'), { direction: 'stated' }],
    ['none after', term('likely'), undefined, { direction: 'dropped' }],
  ])('%s', (_, before, after, expected) => {
    expect(move(before, after)).toEqual(expected);
  });

  test('bands of two scales are not compared by steps', () => {
    const scales = { before: 'icd-203', after: 'phia' };
    expect(move(term('unlikely'), term('highly likely'), ['icd-203', 'phia'])).toEqual({
      direction: 'up',
      scales,
    });
    // The same word, for a part of the odds it stood for.
    expect(move(term('likely'), term('likely'), ['icd-203', 'phia'])).toEqual({
      direction: 'narrower',
      scales,
    });
  });

  test('is described with the ranges if scales differ', () => {
    const judgment = (likelihood: Likelihood) => [
      { id: 'j', key: true, statement: 'Fires will go on.', likelihood },
    ];
    const changes = changesBetween(
      { judgments: judgment(term('unlikely')) },
      { judgments: judgment(term('highly likely')), standards: { likelihood: 'phia' } },
    );
    expect(changes.find(({ type }) => type === 'likelihood-moved')).toMatchObject({
      weight: 86,
      summary:
        'Fires will go on: unlikely (ICD 203, 20–45 %) → highly likely (PHIA, ~80–90 %) (up; bands of two scales cannot be counted); confidence unchanged, none stated',
    });
  });

  test('weighs more the farther it went, and less if the judgment is not key', () => {
    const weightOf = (to: Likelihood, key: boolean) =>
      changesBetween(
        { judgments: [{ id: 'j', key, statement: 'Fires go on.', likelihood: term('unlikely') }] },
        { judgments: [{ id: 'j', key, statement: 'Fires go on.', likelihood: to }] },
      )[0]?.weight;
    expect(weightOf(term('roughly even chance'), true)).toBe(90);
    expect(weightOf(term('likely'), true)).toBe(93);
    expect(weightOf(term('very likely'), true)).toBe(96);
    expect(weightOf(term('very likely'), false)).toBe(86);
    expect(weightOf(term('improbable'), true)).toBe(60);
  });
});

describe('the movement of a value in its order', () => {
  test.each([
    ['confidence', 'low', 'high', { direction: 'up', steps: 2 }],
    ['level', 'extensive', 'none', { direction: 'down', steps: 5 }],
    ['reliability', 'E', 'A', { direction: 'up', steps: 4 }],
    ['credibility', 1, 3, { direction: 'down', steps: 2 }],
    ['reliability', 'F', 'A', { direction: 'unclear' }],
    ['credibility', 2, 6, { direction: 'unclear' }],
    ['rating', 'II', 'CC', { direction: 'up', steps: 4 }],
    ['rating', 'NA', 'CC', { direction: 'unclear' }],
    ['marking', 'TLP:RED', 'TLP:CLEAR', { direction: 'down', steps: 4 }],
    ['observation', 'unknown', 'observed', { direction: 'unclear' }],
    ['priority', undefined, 'high', { direction: 'stated' }],
  ] as const)('%s: %s to %s', (order, before, after, expected) => {
    expect(moveInOrder(order, before, after)).toEqual(expected);
  });
});

test('ranges of numbers', () => {
  const open = Number.POSITIVE_INFINITY;
  expect(compareSpans({ low: 1, high: 5 }, { low: 1, high: 9 })).toBe('wider');
  expect(compareSpans({ low: 1, high: open }, { low: 1, high: 9 })).toBe('narrower');
  expect(compareSpans({ low: 1, high: 5 }, { low: 3, high: 9 })).toBe('up');
  expect(compareSpans({ low: 3, high: 9 }, { low: 1, high: 5 })).toBe('down');
});

test('a confidence that is stated, dropped, moved', () => {
  const judgment = (confidence?: { level: 'low' | 'high' }) => [
    { id: 'j', statement: 'Fires go on.', ...(confidence && { confidence }) },
  ];
  const moved = (from?: { level: 'low' | 'high' }, to?: { level: 'low' | 'high' }) =>
    changesBetween({ judgments: judgment(from) }, { judgments: judgment(to) }).map(brief);
  expect(moved(undefined, { level: 'low' })).toEqual([
    'judgments confidence-moved judgments/j confidence: Fires go on: confidence low stated, none before; likelihood unchanged, none stated',
  ]);
  expect(moved({ level: 'high' }, { level: 'low' })).toEqual([
    'judgments confidence-moved judgments/j confidence/level: Fires go on: confidence high → low (two steps down); likelihood unchanged, none stated',
  ]);
});
