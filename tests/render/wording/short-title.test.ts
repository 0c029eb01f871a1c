import { expect, test } from 'vitest';
import { firstWords } from '../../../src/render/wording/short-title.ts';

test('a sentence printed before is repeated whole if it is short, else by its first words', () => {
  const short = 'The officers knew that the windlass was in poor repair.';
  expect(firstWords(short)).toBe(short);
  const before = 'Cable incidents are frequent, but states have more effective ways of sabotage';
  expect(firstWords(`${before}, and safer ones.`)).toBe(`${before} …`);
  // Words that no blank parts are cut where they have to be.
  expect(firstWords('字'.repeat(100))).toHaveLength(81);
});
