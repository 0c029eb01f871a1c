import { expect, test } from 'vitest';
import { mixedScriptWord } from '../../src/check/rules/mixed-script-word.ts';
import { objectionsOf } from '../support/assessments.ts';

test('says which letter is of which alphabet', () => {
  expect(objectionsOf(mixedScriptWord, { actors: [{ id: 'bank', name: 'R\u043estov Bank' }] })).toMatchObject(
    [{ pointer: '/actors/0/name', message: '`R\u043estov` mixes alphabets: \u043e (Cyrillic).' }],
  );
});

test('words in several alphabets, units and inflected abbreviations are accepted', () => {
  expect(objectionsOf(mixedScriptWord, { title: 'Ростов, Rostov, 5 μm, Telegram-канал, VPNом' })).toEqual([]);
});
