import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromPointer } from '../../src/model/pointer.ts';
import { validateAssessment } from '../../src/validate/validate.ts';
import { sampled } from '../support/soak.ts';

/** An assessment with one of nearly everything. */
const whole = {
  id: 'x',
  form: 'f',
  title: 'T',
  asOf: '2024',
  marking: 'TLP:CLEAR',
  authors: [{ name: 'A' }],
  sources: [{ id: 's', csl: { type: 'book', issued: '2024', author: [{ family: 'F' }] }, reliability: 'A' }],
  evidence: [
    { id: 'e', statement: ['s'], speaker: { name: 'N' }, citations: [{ source: 's', credibility: 1 }] },
  ],
  actors: [{ id: 'a', name: 'A', capabilities: [{ dimension: 'finance', level: 'none' }] }],
  relationships: [{ id: 'r', from: 'a', to: 'b', type: 'part-of', by: ['x', { name: 'Y' }] }],
  incidents: [{ id: 'i', title: 'I', place: { name: 'P' }, killed: { reports: [{ value: 1 }] } }],
  matrix: [{ evidence: 'e', ratings: { h: 'CC' } }],
  judgments: [{ id: 'j', statement: 's', likelihood: { range: [0.5, 0.8] }, confidence: { level: 'low' } }],
};

function pathsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function replace(value: unknown, [first, ...rest]: string[], put: unknown): unknown {
  if (first === undefined) return put;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === first ? replace(item, rest, put) : item));
  return { ...(value as object), [first]: replace((value as Record<string, unknown>)[first], rest, put) };
}

test('the original assessment is valid', () => {
  expect(validateAssessment(whole).remarks).toEqual([]);
});

test('any value anywhere: nothing throws, findings stay at the place, and no place gets two of a kind', () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.string(),
    fc.constantFrom(null, [], {}, 0, '', true),
  );
  fc.assert(
    fc.property(fc.constantFrom(...pathsIn(whole)), value, (path, put) => {
      const { assessment, remarks } = validateAssessment(replace(whole, path, put));
      expect(assessment === undefined).toBe(remarks.length > 0);
      const places = remarks.map((one) => `${one.pointer} ${one.on} ${one.rule}`);
      expect(new Set(places).size).toBe(places.length);
      for (const { pointer, message } of remarks) {
        expect(fromPointer(pointer).slice(0, path.length)).toEqual(path);
        expect(message).toMatch(/^[A-Z`].*\.$/s);
      }
    }),
    { numRuns: sampled(700, 2000) },
  );
});
