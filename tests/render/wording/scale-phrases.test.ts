import { expect, test } from 'vitest';
import type { ConfidenceScale, LikelihoodScale } from '../../../src/model/conventions/conventions.ts';
import { scalePhrases } from '../../../src/render/wording/scale-phrases.ts';
import { likelihoodScales } from '../../support/scales.ts';

const scale = {
  id: 'house',
  title: 'House scale',
  isOwn: true,
  bands: [
    { low: 0, high: 50, terms: ['slim'], forms: ['slimly'] },
    { low: 50, high: 100, terms: ['likely', 'solid'] },
  ],
  words: { slim: { de: 'gering' }, likely: { de: 'wohl' } },
  note: { en: 'Said so:' },
} as unknown as LikelihoodScale;
const confidenceScale = {
  title: 'House confidence',
  isOwn: true,
  levels: [
    {
      level: 'low',
      words: { de: 'niedrig' },
      meaning: { de: 'Wenig spricht dafür.', en: 'Little; to go on;' },
    },
    { level: 'firm', words: undefined, meaning: undefined },
  ],
} as unknown as ConfidenceScale;
const phrases = (language: string, before: Record<string, string> = {}) =>
  scalePhrases(language, { scale, confidenceScale }, before);

test('terms and levels are translated if there is a phrase, else printed as written', () => {
  expect(phrases('de-AT', { 'term.likely': 'likely', 'term.solid': 'fest' })).toEqual({
    'term.slim': 'gering',
    'term.slimly': 'slimly',
    'term.likely': 'wohl',
    'scale.house': 'House scale:',
    'confidence.low': 'niedrig',
    'confidence.firm': 'firm',
    'scale.confidence': 'House confidence: *niedrig*: Wenig spricht dafür; *firm*.',
  });
  expect(phrases('en')).toMatchObject({
    'term.slim': 'slim',
    'scale.house': 'Said so:',
    'scale.confidence': 'House confidence: *low*: Little; to go on; *firm*.',
  });
});

test('marks and levels are those of the language', () => {
  const before = { 'mark.colon': ' :', 'list.semicolon': ' ; ', 'confidence.firm': 'ferme' };
  expect(phrases('fr', before)['scale.confidence']).toBe('House confidence : *low* ; *ferme*.');
});

test('shipped scales need no phrases', () => {
  const shipped = {
    scale: likelihoodScales['icd-203'],
    confidenceScale: { ...confidenceScale, isOwn: false },
  };
  expect(scalePhrases('de', shipped as never, {})).toEqual({});
});
