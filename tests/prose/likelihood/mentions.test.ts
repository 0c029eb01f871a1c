import { describe, expect, test } from 'vitest';
import { claimedLikelihoods } from '../../../src/prose/likelihood/claimed-likelihoods.ts';
import { confidenceMentions } from '../../../src/prose/likelihood/confidence-mentions.ts';
import { likelihoodMentions } from '../../../src/prose/likelihood/likelihood-mentions.ts';
import { numericConfidence } from '../../../src/prose/likelihood/numeric-confidence.ts';
import { likelihoodScales } from '../../support/scales.ts';

describe('likelihood', () => {
  test.each([
    ['It is very likely.', 'very likely', 'event'],
    ['He will probably go.', 'probable', 'event'],
    ['The likely heir left.', 'likely', 'attribute'],
    ['Likely targets are closed.', 'likely', 'attribute'],
    ['  Likely targets are closed.', 'likely', 'attribute'],
    ['It was likely directed from abroad.', 'likely', 'event'],
    ['It is more likely than that.', 'likely', 'comparison'],
    ['There is a remote possibility.', 'remote', 'event'],
    ['He found probable cause.', 'probable', 'attribute'],
  ])('%s', (own, term, use) => {
    expect(likelihoodMentions(own)).toMatchObject([{ term, use, negated: false }]);
  });

  test.each([
    ['The chance of a default is one in ten.', [10]],
    ['A default has a one-in-twenty chance.', [5]],
    ['Three chances in four that it fails.', [75]],
    ['Nine times out of ten it fails.', [90]],
    ['The probability that it fails is 0.05.', [5]],
    ['There is a ten percent chance of a quake.', [10]],
    ['We put the chance of a coup at five percent.', [5]],
    ['The chance of a rescue is one in a hundred.', [1]],
    ['The odds that it holds are three to one.', [75, 25]],
    ['The vessel passed ten times in 2024.', []],
    ['Nine in ten households have water.', []],
    ['It was a probable-cause hearing.', []],
  ])('of numbers in words: %s', (own, percents) => {
    expect(likelihoodMentions(own).flatMap(({ bands }) => bands.map(({ low }) => Math.round(low)))).toEqual(
      percents,
    );
  });

  test('a bound reaches to the end of the scale', () => {
    const bands = (own: string) => likelihoodMentions(own).flatMap((mention) => mention.bands);
    expect(bands('The probability is below 10 %.')).toEqual([{ low: 0, high: 10 }]);
    expect(bands('The chance is at least 60 %.')).toEqual([{ low: 60, high: 100 }]);
    expect(bands('The odds here are no better than one in ten.')).toEqual([{ low: 0, high: 10 }]);
  });

  test('numbers stand for themselves, and for the term behind them', () => {
    expect(likelihoodMentions('There is a 60–70 % chance.')).toMatchObject([
      { bands: [{ low: 60, high: 70 }] },
    ]);
    expect(likelihoodMentions('It is 60 percent likely.')).toMatchObject([
      { bands: [{ low: 60, high: 60 }] },
    ]);
    expect(likelihoodMentions('The probability is about 5 %.')).toMatchObject([
      { bands: [{ low: 5, high: 5 }] },
    ]);
    expect(likelihoodMentions('Of 60 % nothing is known.')).toEqual([]);
  });

  test('stand in the order of the sentence, whatever they are', () => {
    const own = 'An attack is unlikely, a strike has a 60 % chance, and a siege is likely.';
    expect(likelihoodMentions(own).map(({ start, end }) => own.slice(start, end))).toEqual([
      'unlikely',
      '60 % chance',
      'likely',
    ]);
  });

  test('what is denied is turned round', () => {
    expect(likelihoodMentions('Not likely to happen.')).toMatchObject([{ negated: true }]);
    expect(
      likelihoodMentions('It was not there, as everybody on both sides has said since, but is likely.'),
    ).toMatchObject([{ negated: false }]);
    expect(likelihoodMentions('It is not likely.')).toMatchObject([{ negated: true }]);
    expect(claimedLikelihoods('It is not likely.', likelihoodScales['icd-203'])[0]?.bands).toEqual([
      { low: 20, high: 45 },
    ]);
    expect(claimedLikelihoods('No raid is likely.', likelihoodScales['icd-203'])[0]?.bands).toHaveLength(2);
  });

  test('words of certainty claim, an aside does not', () => {
    expect(claimedLikelihoods('It will certainly fail.', likelihoodScales.phia)).toMatchObject([
      { bands: [{ low: 95 }] },
    ]);
    expect(claimedLikelihoods('It is not certain.', likelihoodScales.phia)).toEqual([]);
    expect(claimedLikelihoods('There is no risk of a split.', likelihoodScales.phia)[0]?.bands).toEqual([
      { low: 0, high: 5 },
    ]);
    expect(claimedLikelihoods('There is no small risk of a split.', likelihoodScales.phia)).toEqual([]);
    expect(claimedLikelihoods('Although a split is unlikely, it will hold.', likelihoodScales.phia)).toEqual(
      [],
    );
  });
});

describe('confidence', () => {
  test.each([
    'We assess with high confidence that it fell.',
    'It fell (low confidence).',
    'Our confidence is low.',
    'Confidence in this judgment is moderate.',
    'We are fairly confident of it.',
    'This is a high-confidence judgment.',
    'We have considerable confidence in it.',
  ])('%s', (own) => {
    expect(confidenceMentions(own)).not.toEqual([]);
  });

  test.each([
    'Public confidence is low.',
    'Low confidence in the police led to it.',
    'Low confidence among voters led to it.',
    'A vote of no confidence failed.',
    'Confidence-building took years.',
    'The emir is confident.',
    'Voters have low confidence that it helps.',
  ])('not of the analyst: %s', (own) => {
    expect(confidenceMentions(own)).toEqual([]);
  });

  test('as a number', () => {
    expect(numericConfidence('We are 80 % confident.')[0]?.text).toBe('80 % confident');
    expect(numericConfidence('Our confidence in it is about 0.8.')).toHaveLength(1);
    expect(numericConfidence('With a 95 % confidence interval of 3 to 4.')).toEqual([]);
    expect(numericConfidence('Confidence in the courts is at 20 %.')).toEqual([]);
  });
});
