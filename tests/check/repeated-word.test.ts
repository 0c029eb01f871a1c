import { expect, test } from 'vitest';
import { repeatedWord } from '../../src/check/rules/repeated-word.ts';
import { objectionsOf } from '../support/assessments.ts';

const found = (bottomLine: string | string[], language = 'en') =>
  objectionsOf(repeatedWord, { bottomLine, language }).map(({ pointer, message }) => [pointer, message]);

test('within a line and across a line end', () => {
  expect(found(['It is is new.', 'It went to', 'to the port.'])).toEqual([
    ['/bottomLine/0', '`is is`: the word stands twice.'],
    ['/bottomLine/1', '`to to`: the word stands twice.'],
  ]);
});

test.each([
  ['They had had it, and that that was new.', 'en'],
  ['Duran Duran played; no, no mark was missing.', 'en'],
  ['He wrote “no no” and `to to`.', 'en'],
  ['Nous nous attendons à rien.', 'fr'],
  ['Männer, die die Post brachten.', 'de'],
  ['Yavaş yavaş geldiler, sonra yavaş yavaş gittiler.', 'tr'],
])('%s', (text, language) => {
  expect(found(text, language)).toEqual([]);
});
