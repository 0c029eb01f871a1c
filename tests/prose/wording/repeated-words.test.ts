import { expect, test } from 'vitest';
import { readProse } from '../../../src/prose/reading/read-prose.ts';
import { hasTwin, repeatedWords } from '../../../src/prose/wording/repeated-words.ts';

const found = (text: string, language = 'en') =>
  readProse(text, language).sentences.flatMap((sentence) =>
    repeatedWords(sentence, language).map((one) => one.text),
  );

test.each([
  ['They burned the the depot.', ['the the']],
  ['The\n  the depot burned.', ['The the']],
  ['It was is is.', ['is is']],
  ['An iPhone iPhone fell.', ['iPhone iPhone']],
  ['They don’t don’t know.', ['don’t don’t']],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
  expect(hasTwin(text)).toBe(true);
});

test.each([
  'He said that that was all.',
  'Duran Duran played.',
  'In the end, the depot burned.',
  'The, the depot burned.',
  'They wrote “the the” on it.',
  'In 10 10 burned.',
  'Blah-the the depot',
  'It left. They burned the, the depot.',
  'They wrote the “the” on it.',
])('none: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('allowed repetitions depend on the language, whatever its region', () => {
  expect(found('Il dit que vous vous trompez.', 'fr-FR')).toEqual([]);
  expect(found('Es sind die, die die Brücke bauten.', 'DE')).toEqual([]);
  expect(found('Il dit que vous vous trompez.', 'it')).toEqual(['vous vous']);
});

test.each(['“The the depot', ' the the', '(is is)', 'It was\u00a0was', '1. the  the', 'é, the the'])(
  'a twin: %s',
  (text) => {
    expect(hasTwin(text)).toBe(true);
  },
);

test.each(['One by one they left.', 'The theft of the year', 'a b a b', ''])('no twin: %s', (text) => {
  expect(hasTwin(text)).toBe(false);
});
