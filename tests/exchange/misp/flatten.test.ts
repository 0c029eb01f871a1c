import { expect, test } from 'vitest';
import { flatten, unflatten } from '../../../src/exchange/misp/flatten.ts';

const value = (relation: string, type: 'text' | 'integer' | 'float' | 'boolean' | 'other', text: string) => ({
  relation,
  type,
  value: text,
});

test('an entry is a list of its values, and comes back', () => {
  const entry = {
    statement: ['One.', 'Two.'],
    'x.y[z]~': 'odd',
    citations: [{ source: 's', credibility: 2, share: 0.5, whole: false }],
    list: ['a', ['b']],
    none: [],
    nothing: {},
    blank: ' ',
  };
  const { values, lost } = flatten(entry, new Set(['statement']));
  expect(values).toEqual([
    value('statement', 'text', 'One.\nTwo.'),
    value('x~1y~2z]~0', 'text', 'odd'),
    value('citations[0].source', 'text', 's'),
    value('citations[0].credibility', 'integer', '2'),
    value('citations[0].share', 'float', '0.5'),
    value('citations[0].whole', 'boolean', '0'),
    value('list[0]', 'text', 'a'),
    value('list[1][0]', 'text', 'b'),
    value('none', 'other', '[]'),
    value('nothing', 'other', '{}'),
    value('blank', 'other', '" "'),
  ]);
  expect(lost).toEqual([]);
  expect(unflatten(values)).toEqual({ ...entry, statement: 'One.\nTwo.' });
});

test('what has too long a path is told', () => {
  const long = 'k'.repeat(255);
  const { values, lost } = flatten({ [long]: 'kept', [`${long}k`]: { a: 'lost' } }, new Set());
  expect(values).toEqual([value(long, 'text', 'kept')]);
  expect(lost).toEqual([[`${long}k`, 'a']]);
});

test('values that others wrote are read as far as they can be', () => {
  expect(
    unflatten([
      value('b', 'boolean', ' TRUE '),
      value('c', 'boolean', 'yes'),
      value('n', 'integer', 'many'),
      value('t', 'text', '[]'),
      value('o', 'other', '{"a":1}'),
      value('list[2]', 'text', 'third'),
      value('list[0]', 'text', 'first'),
      value('mixed[0]', 'text', 'a'),
      value('mixed.key', 'text', 'b'),
      // A text cannot have a member.
      value('t.inner', 'text', 'x'),
    ]),
  ).toEqual({
    b: true,
    c: false,
    n: 'many',
    t: '[]',
    o: '{"a":1}',
    list: ['first', 'third'],
    mixed: { 0: 'a', key: 'b' },
  });
  expect(unflatten([])).toEqual({});
});

test('of a path longer than MISP stores, the beginning is read, however many levels it has', () => {
  const depthOf = (held: unknown): number =>
    typeof held === 'object' && held !== null ? 1 + depthOf(Object.values(held)[0]) : 0;
  expect(depthOf(unflatten([value('a.'.repeat(50_000), 'text', 'deep')]))).toBe(128);
  expect(depthOf(unflatten([value('a.'.repeat(100), 'text', 'deep')]))).toBe(101);
});
