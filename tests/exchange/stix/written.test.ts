import { describe, expect, test } from 'vitest';
import { editsOf, writtenOf } from '../../../src/exchange/stix/written.ts';

const exported = {
  type: 'tool',
  name: 'Kite',
  aliases: ['One', 'Two'],
  labels: 'red',
  seen: '2025-03-01T00:00:00Z',
};
const changed = (now: object) => editsOf({ ...exported, ...now }, writtenOf(exported));

describe('what was changed in an exported object', () => {
  test('is nothing if only its digits after a second, the order of its properties or what is no content differs', () => {
    expect(changed({ type: 'malware', modified: 'now', seen: '2025-03-01T00:00:00.000Z' })).toEqual([]);
    const nested = { ...exported, where: { a: 1, b: [{ c: 2, d: 3 }] } };
    expect(editsOf({ ...nested, where: { b: [{ d: 3, c: 2 }], a: 1 } }, writtenOf(nested))).toEqual([]);
    expect(editsOf(exported, 'no hashes')).toEqual([]);
  });

  test('is a value, whatever it was before', () => {
    expect(changed({ name: 'Wing' })).toEqual([{ name: 'name', value: 'Wing', added: [], removed: 0 }]);
    expect(changed({ name: ['Wing'] })).toEqual([
      { name: 'name', value: ['Wing'], added: ['Wing'], removed: 0 },
    ]);
    expect(changed({ aliases: 'One' })).toEqual([{ name: 'aliases', value: 'One', added: [], removed: 0 }]);
    expect(changed({ fresh: ['A', 'B'] })).toEqual([
      { name: 'fresh', value: ['A', 'B'], added: ['A', 'B'], removed: 0 },
    ]);
    expect(changed({ fresh: 7 })).toEqual([{ name: 'fresh', value: 7, added: [], removed: 0 }]);
  });

  test('is what a list lost and gained; its order is not', () => {
    expect(changed({ aliases: ['Two', 'One'] })).toEqual([]);
    expect(changed({ aliases: ['Two', 'Three'] })).toEqual([
      { name: 'aliases', value: ['Two', 'Three'], added: ['Three'], removed: 1 },
    ]);
    expect(changed({ aliases: [] })).toEqual([{ name: 'aliases', value: [], added: [], removed: 2 }]);
    // A value that is there twice was added once.
    expect(changed({ aliases: ['One', 'One', 'Two'] })).toEqual([
      { name: 'aliases', value: ['One', 'One', 'Two'], added: ['One'], removed: 0 },
    ]);
  });

  test('is a member that is missing', () => {
    const { labels: _, aliases: __, ...rest } = exported;
    expect(editsOf(rest, writtenOf(exported))).toEqual([
      { name: 'aliases', value: undefined, added: [], removed: 1 },
      { name: 'labels', value: undefined, added: [], removed: 1 },
    ]);
  });
});
