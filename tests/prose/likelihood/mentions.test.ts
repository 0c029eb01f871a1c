import { describe, expect, test } from 'vitest';
import type { LikelihoodScale } from '../../../src/model/conventions/conventions.ts';
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
    ['They found improbable claims.', 'improbable', 'attribute'],
    ['It was probable cause.', 'probable', 'event'],
    ['Likely, they left.', 'likely', 'event'],
    ['I likely erred.', 'likely', 'event'],
    ['He then likely left town.', 'likely', 'event'],
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
    ['The odds that it holds are one to one.', [50, 50]],
    ['The probability that it fails is 0.5.', [50]],
    ['There is a ten in ten chance.', [100]],
    ['There is a 0 in 10 chance.', [0]],
    ['There is a 101 in 100 chance.', []],
    ['Twelve chances in four that it fails.', []],
    ['The likelihood stands at one in ten chances.', [10]],
    ['The vessel passed ten times in 2024.', []],
    ['Nine in ten households have water.', []],
    ['It was a probable-cause hearing.', []],
  ])('of numbers in words: %s', (own, percents) => {
    expect(likelihoodMentions(own).flatMap(({ bands }) => bands.map(({ low }) => Math.round(low)))).toEqual(
      percents,
    );
  });

  test('a mention has its words and its place', () => {
    expect(likelihoodMentions('Three chances in four that it fails.')).toEqual([
      {
        text: 'Three chances in four',
        start: 0,
        end: 21,
        term: undefined,
        bands: [{ low: 75, high: 75 }],
        use: 'event',
        negated: false,
      },
    ]);
    expect(likelihoodMentions('The likelihood of war is high.')).toEqual([
      {
        text: 'likelihood of war is high',
        start: 4,
        end: 29,
        term: undefined,
        bands: [],
        use: 'event',
        negated: false,
      },
    ]);
    expect(likelihoodMentions('A remote chance remains.')[0]?.bands.map(({ scale }) => scale)).toEqual([
      'icd-203',
      'phia',
    ]);
  });

  test('terms of a project’s own scale have its bands and their own grammar', () => {
    const own: LikelihoodScale = {
      id: 'own',
      title: 'Own',
      source: 'The house',
      isOwn: true,
      bands: [
        { low: 0, high: 10, terms: ['as good as excluded'] },
        { low: 60, high: 90, terms: ['likely', 'on the cards'] },
      ],
    };
    const read = (text: string) =>
      likelihoodMentions(text, own).map((mention) => [mention.text, mention.use, mention.bands[0]?.low]);
    expect(read('A raid is on the cards, and the likely heir says that war is likely.')).toEqual([
      ['on the cards', 'event', 60],
      ['likely', 'attribute', 60],
      ['likely', 'event', 60],
    ]);
    expect(read('A raid is very likely, war almost certain, and peace as good as excluded.')).toEqual([
      ['likely', 'event', 60],
      ['almost certain', 'event', 95],
      ['as good as excluded', 'event', 0],
    ]);
    expect(likelihoodMentions('It is far from likely.', own)).toMatchObject([{ negated: true }]);
    expect(likelihoodMentions('It is not on the cards.', own)).toMatchObject([{ negated: true }]);
  });

  test('a bound reaches to the end of the scale', () => {
    const bands = (own: string) => likelihoodMentions(own).flatMap((mention) => mention.bands);
    expect(bands('The probability is below 10 %.')).toEqual([{ low: 0, high: 10 }]);
    expect(bands('The chance is at least 60 %.')).toEqual([{ low: 60, high: 100 }]);
    expect(bands('The odds here are no better than one in ten.')).toEqual([{ low: 0, high: 10 }]);
  });

  test('numbers count as numbers, and for the term after them', () => {
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

  test('are in the order of the sentence, whatever they are', () => {
    const own = 'An attack is unlikely, a strike has a 60 % chance, and a siege is likely.';
    expect(likelihoodMentions(own).map(({ start, end }) => own.slice(start, end))).toEqual([
      'unlikely',
      '60 % chance',
      'likely',
    ]);
  });

  test('negation reverses the band', () => {
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

  test('words of certainty are claims, an aside is not', () => {
    expect(claimedLikelihoods('It will certainly fail.', likelihoodScales.phia)).toMatchObject([
      { bands: [{ low: 95 }] },
    ]);
    expect(claimedLikelihoods('It is not certain.', likelihoodScales.phia)).toEqual([]);
    const claims = (own: string) =>
      claimedLikelihoods(own, likelihoodScales.phia).map(({ text, bands }) => [text, bands[0]?.low]);
    expect(claims('It will certainly fail, and a raid is likely.')).toEqual([
      ['will certainly', 95],
      ['likely', 55],
    ]);
    expect(claims('The likelihood of war is high.')).toEqual([['likelihood of war is high', 50]]);
    expect(claims('We rule out a raid.')).toEqual([['rule out', 0]]);
    expect(claims('Nor do we rule out a raid.')).toEqual([]);
    expect(claims('The courts rule out appeals.')).toEqual([]);
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

  test('mentions are in the order of the sentence', () => {
    expect(
      confidenceMentions('Our confidence is low, and it fell with high confidence.').map(({ text }) => text),
    ).toEqual(['Our confidence', 'confidence is low', 'confidence is low', 'with high confidence']);
    expect(numericConfidence('Our confidence is 0.8; we are 80 % sure.').map(({ text }) => text)).toEqual([
      'confidence is 0.8',
      '80 % sure',
    ]);
  });

  test('as a number', () => {
    expect(numericConfidence('We are 80 % confident.')[0]?.text).toBe('80 % confident');
    expect(numericConfidence('Our confidence in it is about 0.8.')).toHaveLength(1);
    expect(numericConfidence('With a 95 % confidence interval of 3 to 4.')).toEqual([]);
    expect(numericConfidence('Confidence in the courts is at 20 %.')).toEqual([]);
  });
});
