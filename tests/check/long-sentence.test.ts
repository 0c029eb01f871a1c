import { expect, test } from 'vitest';
import { longSentence } from '../../src/check/rules/long-sentence.ts';
import { objectionsOf } from '../support/assessments.ts';

const words = (count: number, word = 'word') => Array.from({ length: count }, () => word).join(' ');

test('more than 40 words are reported at the line where the sentence begins', () => {
  const found = objectionsOf(longSentence, {
    bottomLine: ['Short one.', `Long ${words(30)}`, `${words(10)}.`],
  });
  expect(found).toMatchObject([
    { pointer: '/bottomLine/1', message: 'The sentence that begins `Long word word word` has 41 words.' },
  ]);
});

test.each([
  ['forty words', `${words(40)}.`],
  ['citations are none', `${words(39)} [@a-source, p. 4; @another-source, paras. 5 to 9] end.`],
  ['nor is a quotation ours', `He wrote: “${words(60)}”.`],
  ['a list is of its items', `Sources:\n\n- ${words(30)}\n- ${words(30)}`],
  ['code', `It is \`${words(60)}\`.`],
])('%s', (_, bottomLine) => {
  expect(objectionsOf(longSentence, { bottomLine })).toEqual([]);
});

test('in any language', () => {
  expect(objectionsOf(longSentence, { bottomLine: `${words(41, 'слово')}.`, language: 'ru' })).toHaveLength(
    1,
  );
});
