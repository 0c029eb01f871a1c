import { describe, expect, test } from 'vitest';
import { foreignDate, ownDate } from '../../../src/exchange/citations/dates.ts';
import { IdGiver, readableId, shortHash, uuidOf } from '../../../src/exchange/kit/ids.ts';
import { Item } from '../../../src/exchange/kit/item.ts';
import { identityOf, registered } from '../../../src/exchange/kit/register.ts';
import {
  dayOf,
  daysOf,
  escapeMarkdown,
  momentsOf,
  oneLine,
  plainProse,
  plainWords,
  shown,
  splitProse,
} from '../../../src/exchange/kit/text.ts';
import type { Register } from '../../../src/model/generated/types.ts';

describe('texts of other formats', () => {
  test('are shown on a line, up to 120 characters', () => {
    expect(shown('  a\n b\u0007')).toBe('a b\ufffd');
    expect(shown({ a: 1 })).toBe('{"a":1}');
    expect(shown(undefined)).toBe('');
    expect(shown('x'.repeat(120))).toBe('x'.repeat(120));
    expect(shown('x'.repeat(121))).toBe(`${'x'.repeat(119)}…`);
  });
  test('become a line, shortened if it is too long', () => {
    expect(oneLine(' a\u0000\n b ')).toBe('a b');
    expect(oneLine('abcd', 4)).toBe('abcd');
    expect(oneLine('abcde', 4)).toBe('abc…');
    expect(oneLine('ab cde', 4)).toBe('ab…');
  });
  test('become prose that is printed literally', () => {
    expect(plainProse('One\r\ntwo.  Three')).toBe('One two. Three');
    expect(plainProse('One.\n \nTwo.\n\n\n# Three\n\n  ')).toEqual(['One.', '', 'Two.', '', '\\# Three']);
    expect(plainProse(' \n ')).toBe('');
    expect(escapeMarkdown('*a* `b` [c](d) <e> | ~ $ \\ _f_')).toBe(
      '\\*a\\* \\`b\\` \\[c\\](d) \\<e\\> \\| \\~ \\$ \\\\ \\_f\\_',
    );
    expect(escapeMarkdown('@home a@b.c (@x) @ &amp; R&D')).toBe('&#64;home a@b.c (&#64;x) @ \\&amp; R&D');
    expect(['# a', '- a', '+ a', '= a', '1. a', '12) a', '1.5 a', '-5', ' - a'].map(escapeMarkdown)).toEqual([
      ...['\\# a', '\\- a', '\\+ a', '\\= a', '1\\. a', '12\\) a', '1.5 a', '-5', ' \\- a'],
    ]);
  });
  test('have lines if they have several, and plain words for comparison', () => {
    expect(splitProse('a\nb')).toEqual(['a', 'b']);
    expect(splitProse('a')).toBe('a');
    expect(plainWords(['**Bold** and *it* [link](https://x) `c`.[@a]', '&#64;home \\*star\\*'])).toBe(
      'Bold and it link c. @home *star*',
    );
  });
  test('give days and moments', () => {
    expect(dayOf('2016-08-08T15:50:10.983Z')).toBe('2016-08-08');
    expect(dayOf('1470671410')).toBe('2016-08-08');
    expect([dayOf('2016-13-08'), dayOf('12345'), dayOf(undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(daysOf('2016-08-08', '2016-08-09T01:00Z')).toBe('2016-08-08/2016-08-09');
    expect(daysOf('2016-08-08', '2016-08-08')).toBe('2016-08-08');
    expect(daysOf('2016-08-08', '2015-01-01')).toBe('2016-08-08');
    expect([daysOf(undefined, '2016-08-09'), daysOf('2016-08-08', undefined)]).toEqual([
      '2016-08-09',
      '2016-08-08',
    ]);
    expect(momentsOf('2016-08')).toEqual({
      first: '2016-08-01T00:00:00.000Z',
      last: '2016-08-31T00:00:00.000Z',
    });
    expect(momentsOf('2016/..')).toEqual({ first: '2016-01-01T00:00:00.000Z' });
    expect(momentsOf('2016-08-08T15:50+02:00')).toEqual({
      first: '2016-08-08T13:50:00.000Z',
      last: '2016-08-08T13:50:00.000Z',
    });
    expect(momentsOf(undefined)).toEqual({});
  });
});

describe('ids', () => {
  test.each([
    ['Grey Herons’ Port', 'grey-herons-port'],
    ['Économie – 2024', 'economie-2024'],
    ['Ab', 'ab'],
    ['a', `thing-${shortHash('a')}`],
    ['Новая газета', `thing-${shortHash('Новая газета')}`],
    ['Газета ABCDEF', `abcdef`],
    [`${'word-'.repeat(12)}x`, 'word-word-word-word-word-word-word-word-word-word-word-word'],
  ])('are made from %j', (words, id) => {
    expect(readableId(words, 'thing')).toBe(id);
  });
  test('are unique: made distinct by the title, then by a number', () => {
    const ids = new IdGiver().taking(['taken']);
    const hash = shortHash('key');
    expect(ids.give('Taken', 'thing', 'key')).toBe(`taken-${hash}`);
    expect(ids.give('Taken', 'thing', 'key')).toBe(`taken-${hash}-2`);
    expect(ids.give('Taken', 'thing', 'key')).toBe(`taken-${hash}-3`);
    expect(ids.give('Free', 'thing', 'key')).toBe('free');
    expect(hash).toMatch(/^[0-9a-f]{6}$/);
  });
  test('as UUIDs of version 5: the example of the standard', () => {
    // RFC 9562, A.4: www.example.com in the namespace of DNS.
    expect(uuidOf('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });
});

describe('dates of CSL-JSON', () => {
  test.each([
    [{ 'date-parts': [[2024, 3, 5]] }, '2024-03-05'],
    [{ 'date-parts': [['2024', '3', '']] }, '2024-03'],
    [{ 'date-parts': [[2024, 0, 0]] }, '2024'],
    [{ 'date-parts': [[2024], [2025]] }, '2024/2025'],
    [{ 'date-parts': [[2024]], circa: true }, '2024~'],
    [{ 'date-parts': [[2024]], season: 2 }, '2024-22'],
    [{ 'date-parts': [[2024, 13]] }, { literal: '2024-13' }],
    [{ literal: 'in spring' }, { literal: 'in spring' }],
    [{ raw: '2024-03' }, '2024-03'],
    [{ literal: ' ', raw: 'n.d.' }, { literal: 'n.d.' }],
    ['2024', '2024'],
    [2024, '2024'],
    [' ', undefined],
    [{}, undefined],
    [null, undefined],
  ])('%j', (value, date) => {
    expect(ownDate(value)).toEqual(date);
  });
  test.each([
    ['2024-03-05', { 'date-parts': [[2024, 3, 5]] }],
    ['2024-03/2025', { 'date-parts': [[2024, 3], [2025]] }],
    ['2024~', { 'date-parts': [[2024]], circa: true }],
    ['2024-22', { 'date-parts': [[2024]], season: 2 }],
    ['-0049', { 'date-parts': [[-50]] }],
    ['2024?', { raw: '2024?' }],
    ['202X', { raw: '202X' }],
    ['2024/..', { raw: '2024/..' }],
    [{ literal: 'n.d.' }, { literal: 'n.d.' }],
  ])('%j is exported', (date, foreign) => {
    expect(foreignDate(date as string)).toEqual(foreign);
  });
});

test('white space around texts of other formats says nothing', () => {
  expect([dayOf(' 2016-08-08 '), dayOf(' 1470671410 ')]).toEqual(['2016-08-08', '2016-08-08']);
  expect(plainWords(' a\n b ')).toBe('a b');
  expect(escapeMarkdown('a\u0007\nb')).toBe('a\nb');
  const item = new Item({ list: [' ', 'a'], one: ' ', words: 'b', odd: ['a', 7], number: 0, empty: {} }, '');
  expect(['list', 'one', 'words', 'odd', 'gone'].map((key) => item.texts(key))).toEqual([
    ['a'],
    [],
    ['b'],
    [],
    [],
  ]);
  expect([item.number('number'), item.number('words')]).toEqual([0, undefined]);
  expect(item.unread('thing').map(({ at }) => at)).toEqual(['/one', '/odd']);
});

test('an entry of a register that is not here gets what the register said', () => {
  const entry = { ref: 'a', note: 'n' };
  const register = {
    actors: [
      { id: 'z', name: 'Z' },
      { id: 'a', name: 'A' },
    ],
  } as unknown as Register;
  expect(registered(entry, { name: 'B' }, 'actors', register)).toBe(entry);
  expect(registered(entry, { name: 'B' }, 'incidents', register)).toEqual({ id: 'a', name: 'B', note: 'n' });
  expect(registered(entry, undefined, 'incidents', register)).toBe(entry);
  expect(registered({ id: 'a' }, { name: 'B' }, 'incidents', register)).toEqual({ id: 'a' });
  expect(identityOf(entry, 'actors', register)).toEqual({ name: 'A' });
  expect([identityOf({ id: 'a' }, 'actors', register), identityOf({ ref: 'b' }, 'actors', register)]).toEqual(
    [undefined, undefined],
  );
});
