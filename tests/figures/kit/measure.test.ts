import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, widest, widthOf, wrap } from '../../../src/figures/kit/measure.ts';

const face = { size: 11, weight: 400 } as const;

test('the table of widths matches the shipped fonts (otherwise run `node scripts/advances.mjs`)', async () => {
  const at = (path: string) => new URL(`../../../${path}`, import.meta.url);
  const script = (await import(at('scripts/advances.mjs').href)) as { generateAdvances(): Promise<string> };
  expect(readFileSync(at('src/figures/generated/advances.ts'), 'utf8')).toBe(await script.generateAdvances());
});

describe('widthOf', () => {
  test.each([
    ['', 0],
    ['a', 0.504 * 11 * 1.01],
    ['é', 0.496 * 11 * 1.01],
    ['e\u0301', 0.496 * 11 * 1.01], // the mark takes no room
    ['漢', 11 * 1.01],
  ])('%j', (text, width) => {
    expect(widthOf(text, face)).toBeCloseTo(width, 5);
  });

  test('semibold is wider', () => {
    expect(widthOf('Makhachkala', { size: 11, weight: 600 })).toBeGreaterThan(widthOf('Makhachkala', face));
  });
});

describe('wrap', () => {
  test.each([
    ['one two three', 40, ['one two', 'three']],
    ['a-b', 10, ['a-', 'b']],
    ['', 50, ['']],
    ['  one   two ', 100, ['one   two']],
    ['at 100\u00a0km', 45, ['at', '100\u00a0km']],
    ['18\u00a0February', 45, ['18', 'February']],
  ])('%j in %d', (text, width, lines) => {
    expect(wrap(text, width, face)).toEqual(lines);
  });

  test('ends in an ellipsis beyond the maximum number of lines', () => {
    expect(wrap('one two three, four five', 40, face, 2)).toEqual(['one two', 'three…']);
  });

  test('no line is wider than allowed, and only blanks are lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 100, max: 300 }), (text, width) => {
        const lines = wrap(text, width, face);
        expect(widest(lines, face)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

test('a shortened text has no comma before the ellipsis', () => {
  expect(cut('one, two', 32, face)).toBe('one…');
});
