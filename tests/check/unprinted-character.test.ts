import { expect, test } from 'vitest';
import { unprintedCharacter } from '../../src/check/rules/unprinted-character.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

test('names each character without a font once, with its text', () => {
  const found = objectionsOf(unprintedCharacter, {
    judgments: [{ ...judgment, statement: ['One.', '北京 and 北 again 🚢.'] }],
  });
  expect(found).toMatchObject([
    {
      pointer: '/judgments/0/statement/1',
      message: expect.stringContaining('has 北 (U+5317), 京 (U+4EAC), 🚢 (U+1F6A2): an empty box'),
    },
  ]);
});

test('bibliographic items are checked too', () => {
  const sources = [{ id: 'xinhua', csl: { type: 'article' as const, title: '新华社' } }];
  expect(objectionsOf(unprintedCharacter, { sources })).toMatchObject([{ pointer: '/sources/0/csl/title' }]);
});

test('scripts with fonts are accepted', () => {
  expect(objectionsOf(unprintedCharacter, { title: 'Aš Αθήνα Северная ولاية שלום – “№ 5” ≥ €' })).toEqual([]);
});
