import { expect, test } from 'vitest';
import {
  bidiControls,
  invisibleCharacters,
  withoutInvisible,
} from '../../../src/prose/characters/characters.ts';
import { mixedWords } from '../../../src/prose/characters/mixed-scripts.ts';

test('bidirectional controls have names and places', () => {
  expect(bidiControls('a\u202eb')).toEqual([{ start: 1, end: 2, name: 'U+202E right-to-left override' }]);
  expect(bidiControls('خط north')).toEqual([]);
});

test.each([
  ['North\u200bern', 'Northern'],
  ['\ufeffNorth', 'North'],
  ['lead\u00ader', 'leader'],
  ['a\u0007b', 'ab'],
  ['a\u200db', 'ab'],
  ['left\u200eright', 'leftright'],
  ['tag\u{e0041}s', 'tags'],
  ['👨\u200dand', '👨and'],
  ['and\u200d👩', 'and👩'],
  ['خط and\u200cor', 'خط andor'],
])('%j becomes %j', (text, expected) => {
  expect(invisibleCharacters(text)).toHaveLength(1);
  expect(withoutInvisible(text)).toBe(expected);
});

test('invisible characters have names and places, anywhere in a text', () => {
  expect(invisibleCharacters('a\u0007b\ud800c')).toEqual([
    { start: 1, end: 2, name: 'U+0007 control character' },
    { start: 3, end: 4, name: 'U+D800 half of a character' },
  ]);
  expect(withoutInvisible('a\u200bb\u200bc\u200b')).toBe('abc');
  const flag = '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';
  expect(withoutInvisible(`${flag}\u{e0041} and ${flag}\u200b`)).toBe(`${flag} and ${flag}`);
});

test.each([
  'خانه\u200cای', // Persian
  'क्\u200dष', // Devanagari
  '👨\u200d👩\u200d👧', // a family
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', // the flag of England
  'الخط\u200f (Line)', // a mark in a text from right to left
  'a\u00a0b\u202fc – “d” …\n\te',
])('a necessary character: %s', (text) => {
  expect(invisibleCharacters(text)).toEqual([]);
  expect(withoutInvisible(text)).toBe(text);
});

test.each([
  ['R\u043estov', ['о (Cyrillic)']],
  ['\u0410l', ['А (Cyrillic)']],
  ['P\u043e\u0441\u0442\u043e\u0432', ['P (Latin)']],
  ['\u039dational', ['Ν (Greek)']],
])('%s mixes alphabets', (word, strangers) => {
  expect(mixedWords(`The ${word}.`)).toMatchObject([{ text: word, strangers }]);
});

test.each([
  'Новая газета and Ростов',
  'R\u043est\u0436v',
  '5 μm at 10 kΩ, Δt',
  'Telegram-канал',
  'VPNом',
  'α-Strahler',
])('each word has its own alphabet: %s', (text) => {
  expect(mixedWords(text)).toEqual([]);
});
