import { expect, test } from 'vitest';
import { invisibleCharacter } from '../../src/check/rules/invisible-character.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

test('the fix removes the character and nothing else', () => {
  const found = objectionsOf(invisibleCharacter, {
    judgments: [{ ...judgment, statement: ['One.', 'T\u200bw\u00ado – “خانه\u200cای”.'] }],
  });
  expect(found).toMatchObject([
    {
      pointer: '/judgments/0/statement/1',
      fix: { pointer: '/judgments/0/statement/1', value: 'Two – “خانه\u200cای”.' },
    },
  ]);
  expect(found[0]?.message).toContain(
    '`U+200B zero width space` stands unseen in this text at character 2, and 1 more',
  );
});

test('no fix is proposed if nothing would be left', () => {
  expect(objectionsOf(invisibleCharacter, { title: '\u200b' })[0]?.fix).toBeUndefined();
});

test('joiners in Persian and emoji are accepted', () => {
  expect(objectionsOf(invisibleCharacter, { title: 'خانه\u200cای 👨\u200d👩\u200d👧' })).toEqual([]);
});

test('half of an emoji that was cut is found', () => {
  expect(objectionsOf(invisibleCharacter, { bottomLine: 'The fires \ud83d look alike.' })).toMatchObject([
    { pointer: '/bottomLine', message: expect.stringContaining('U+D83D half of a character') },
  ]);
  expect(objectionsOf(invisibleCharacter, { bottomLine: 'The fires \ud83d\udd25 look alike.' })).toEqual([]);
});
