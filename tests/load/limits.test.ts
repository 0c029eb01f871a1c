import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../src/load/excerpt.ts';
import { readDocument } from '../../src/load/read-document.ts';
import { brief, read } from './read.ts';

/** The rules and pointers of what is found in data, written as JSON. */
function found(data: unknown): string[] {
  return read(JSON.stringify(data)).findings.map(({ rule, pointer }) => `${rule} ${pointer}`);
}

describe('a value within the limit is read, and one more is refused', () => {
  test('bytes of a file', () => {
    const blanks = (count: number) => readDocument('a.json', new Uint8Array(count).fill(0x20)).findings;
    expect(blanks(2_000_000).map(({ rule }) => rule)).toEqual(['empty-file']);
    expect(blanks(2_000_001).map(({ message }) => message)).toEqual([
      'The file has 2,000,001 bytes; at most 2,000,000 are read.',
    ]);
  });

  test('keys and values', () => {
    const numbers = (count: number) => `[${Array.from({ length: count }, () => 1).join(',')}]`;
    // The list is a value, too.
    expect(read(numbers(49_999)).findings).toEqual([]);
    expect(brief(read(numbers(50_000)).findings)).toEqual(['1:100000-1:100001 too-many-values']);
    const members = (count: number) =>
      `{${Array.from({ length: count }, (_, index) => `"k${index}":1`).join(',')}}`;
    expect(read(members(24_999)).findings).toEqual([]);
    expect(read(members(25_000)).findings.map(({ message }) => message)).toEqual([
      'The file holds more than 50,000 keys and values; those from here on are too many.',
    ]);
    // YAML: those in brackets or quotes, and plain ones.
    expect(brief(read(numbers(50_001), 'a.yaml').findings)).toEqual(['1:100002-1:100003 too-many-values']);
    expect(read(numbers(50_000), 'a.yaml').findings).toEqual([]);
    expect(read(numbers(50_001).replaceAll('1', '"1"'), 'a.yaml').findings).toHaveLength(1);
  });

  test('the length of a text, or of its lines', () => {
    expect(found({ a: 'x'.repeat(20_000) })).toEqual([]);
    expect(found({ a: { b: [1, { c: 'x'.repeat(20_001) }] } })).toEqual(['text-too-long /a/b/1/c']);
    expect(found({ a: ['x'.repeat(10_000), 'x'.repeat(9_999)] })).toEqual([]);
    expect(found({ z: { y: 1 }, a: ['x'.repeat(10_000), 'x'.repeat(10_000)] })).toEqual(['text-too-long /a']);
    expect(found(['x'.repeat(10_000), 'x'.repeat(10_001), 1])).toEqual([]);
    expect(read(`["${'x'.repeat(20_001)}"]`).findings[0]?.message).toBe(
      'This text has 20,001 characters; at most 20,000 are read.',
    );
  });

  test('marks of Markdown', () => {
    expect(found({ a: '*x'.repeat(1_000) })).toEqual([]);
    expect(found({ a: '*x'.repeat(1_001) })).toEqual(['too-much-markup /a']);
    expect(found({ a: ['x', '_x'.repeat(500), '`x'.repeat(501)] })).toEqual(['too-much-markup /a']);
    expect(found({ a: '*'.repeat(1_001) })).toEqual(['too-much-markup /a']);
    expect(read(`["${'*x'.repeat(1_001)}"]`).findings[0]?.message).toBe(
      'This text has 1,001 marks of Markdown; at most 1,000 are read.',
    );
  });
});

test('a long line is shortened so that the mark below it still fits', () => {
  const line = (length: number) =>
    Array.from({ length }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
  expect(excerptOf(line(400), 390)).toEqual({ excerpt: line(400), excerptColumn: 390 });
  expect(excerptOf(line(401), 320)).toEqual({ excerpt: `${line(399)}…`, excerptColumn: 320 });
  expect(excerptOf(line(1_000), 321)).toEqual({
    excerpt: `…${line(1_000).slice(241, 639)}…`,
    excerptColumn: 81,
  });
  expect(excerptOf(line(1_000), 681)).toEqual({ excerpt: `…${line(1_000).slice(601)}`, excerptColumn: 81 });
  expect(excerptOf(line(1_001), 681)).toEqual({
    excerpt: `…${line(1_000).slice(601, 999)}…`,
    excerptColumn: 81,
  });
});
