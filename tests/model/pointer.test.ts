import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromPointer, toPointer } from '../../src/model/pointer.ts';

/** RFC 6901, section 5: each pointer with the key it means. */
test.each([
  ['', []],
  ['/foo', ['foo']],
  ['/foo/0', ['foo', '0']],
  ['/', ['']],
  ['/a~1b', ['a/b']],
  ['/c%d', ['c%d']],
  ['/i\\j', ['i\\j']],
  ['/k"l', ['k"l']],
  ['/ ', [' ']],
  ['/m~0n', ['m~n']],
  ['/~01', ['~1']],
  ['/~10', ['/0']],
  ['//', ['', '']],
])('%j', (pointer, parts) => {
  expect(fromPointer(pointer)).toEqual(parts);
  expect(toPointer(parts)).toBe(pointer);
});

test('an index is written as a number', () => {
  expect(toPointer(['actors', 0, 'capabilities', 12, 'level'])).toBe('/actors/0/capabilities/12/level');
});

test('any keys survive a round trip, and different keys give different pointers', () => {
  const key = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a') }));
  fc.assert(
    fc.property(fc.array(key), fc.array(key), (parts, others) => {
      expect(fromPointer(toPointer(parts))).toEqual(parts);
      expect(toPointer(parts) === toPointer(others)).toBe(JSON.stringify(parts) === JSON.stringify(others));
    }),
  );
});
