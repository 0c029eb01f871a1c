import { expect, test } from 'vitest';
import { claimedLikelihoods } from '../../src/prose/likelihood/claimed-likelihoods.ts';
import { confidenceMentions } from '../../src/prose/likelihood/confidence-mentions.ts';
import { hedgedTerms } from '../../src/prose/likelihood/hedged-terms.ts';
import { numericConfidence } from '../../src/prose/likelihood/numeric-confidence.ts';
import { vagueWords } from '../../src/prose/likelihood/vague-words.ts';
import { acronymsIn } from '../../src/prose/wording/acronyms.ts';
import { loadedWords, mayHaveLoadedWords } from '../../src/prose/wording/loaded-words.ts';
import { processorTime } from '../support/processor-time.ts';
import { likelihoodScales } from '../support/scales.ts';

/**
 * Expressions that are put together from parts are not found by the test of the regular expressions. Here each reader of
 * wording is given one sentence without an end, made of what its expressions look for.
 */
const PUMPS = [
  'a ',
  'a, ',
  'the ',
  'very ',
  'really ',
  'there is ',
  'there is a ',
  'a chance ',
  'the chance of ',
  'odds of a ',
  'the risk that a is ',
  'no ',
  'not ',
  'one in ',
  'two-',
  '1.',
  '1,',
  '1 ',
  'confidence ',
  'confidence in ',
  'confidence that it ',
  'we confidence of about ',
  'with only some ',
  'is ',
  'is a ',
  'is very greedy ',
  'greedy and ',
  'a petty ',
  "a's ",
  'bunch of ',
  'likely ',
  'it is possible ',
  'could ',
  'doubt ',
  'A',
  'Aa',
  'AaA',
  'AA-',
  'A1',
  'AA (',
  'AA, the ',
];
const READERS: Readonly<Record<string, (own: string) => unknown>> = {
  acronymsIn,
  claimedLikelihoods: (own) => claimedLikelihoods(own, likelihoodScales['icd-203']),
  confidenceMentions,
  hedgedTerms,
  loadedWords: (own) => mayHaveLoadedWords(own) && loadedWords(own),
  numericConfidence,
  vagueWords,
};
/** One sentence of this many characters is far longer than any that a person writes. */
const LENGTH = 8_000;

test.each(Object.entries(READERS))('%s is finished soon', (_, read) => {
  const slow = PUMPS.flatMap((pump) => {
    const text = `We ${pump.repeat(Math.ceil(LENGTH / pump.length))}confidence.`;
    const took = processorTime(() => read(text));
    return took > 4_000 ? [`${pump}: ${Math.round(took)} ms`] : [];
  });
  expect(slow).toEqual([]);
});
