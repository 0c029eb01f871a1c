import { expect, test } from 'vitest';
import { firstWords } from '../../../src/render/wording/short-title.ts';

test('a sentence printed before is repeated in full if it is short, else by its first words', () => {
  const short = 'The officers knew that the windlass was in poor repair.';
  expect(firstWords(short)).toBe(short);
  const before =
    'Cable incidents are exceptionally frequent, but states have more effective ways of sabotage';
  expect(firstWords(`${before}, and safer ones than dragging an anchor.`)).toBe(`${before} …`);
  // Where no clause ends far enough on, a word does.
  expect(firstWords('First, the long way round on foot', 20)).toBe('First, the long way …');
  expect(firstWords('About 1,000 people came to see', 14)).toBe('About 1,000 …');
  // Words that no blank parts are cut where they have to be.
  expect(firstWords('字'.repeat(130))).toHaveLength(123);
});
