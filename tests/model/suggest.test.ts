import { expect, test } from 'vitest';
import { nearest, sameWord, slugify } from '../../src/model/suggest.ts';

test('the same word in another spelling', () => {
  const names = ['asOf', 'sources', 'assumptions', 'date-parts'];
  expect(sameWord('as_of', names)).toBe('asOf');
  expect(sameWord('source', names)).toBe('sources');
  expect(sameWord('Date Parts', names)).toBe('date-parts');
  expect(sameWord('', names)).toBeUndefined();
});

test('a mistyped word, but not any word', () => {
  const terms = ['low', 'moderate', 'high', 'likelihood', 'range', 'term'];
  expect(nearest('modrate', terms)).toBe('moderate');
  expect(nearest('likelyhood', terms)).toBe('likelihood');
  expect(nearest('banana', terms)).toBeUndefined();
  expect(nearest('id', terms)).toBeUndefined();
  expect(nearest('', terms)).toBeUndefined();
});

test('the nearer of two similar words', () => {
  expect(nearest('unlikly', ['likely', 'unlikely', 'very unlikely'])).toBe('unlikely');
});

test('slugs', () => {
  expect(slugify('Islamic State – Khorasan (ISKP)')).toBe('islamic-state-khorasan-iskp');
  expect(slugify("Qur'an École")).toBe('quran-ecole');
  expect(slugify('——')).toBe('');
});
