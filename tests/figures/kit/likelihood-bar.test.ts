import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likelihoodBar } from '../../../src/figures/kit/likelihood-bars.ts';

/** Position of the band: left edge and width, in percent of the axis. */
function bandOf(low: number, high: number): { x: number; width: number } {
  const [, x, width] = /<rect x="([^"]+)" y="0.5" width="([^"]+)"/.exec(likelihoodBar(low, high)) ?? [];
  return { x: Number(x), width: Number(width) };
}

test('the bytes are always the same', () => {
  expect(likelihoodBar(55, 80)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 8" width="100" height="8" class="likelihood-bar">' +
      '<rect x="0" y="2.5" width="100" height="3" rx="1.5" fill="#d5dae1"/>' +
      '<rect x="55" y="0.5" width="25" height="7" rx="1.5" fill="#1f3a5f"/>' +
      '<rect x="49.75" y="0" width="0.5" height="8" fill="#8a94a3"/></svg>',
  );
  expect(likelihoodBar(55, 80)).toBe(likelihoodBar(55, 80));
});

describe('the band is at its numbers on the axis', () => {
  test.each([
    [0, 5, 0, 5],
    [1, 5, 1, 4],
    [95, 100, 95, 5],
    [95, 99, 95, 4],
    [0, 100, 0, 100],
    [12.3, 29, 12.3, 16.7],
  ])('%d to %d', (low, high, x, width) => {
    expect(bandOf(low, high)).toEqual({ x, width });
  });

  test.each([
    [0, 0],
    [50, 50],
    [60, 60.5],
  ])('a band of no width is still visible: %d to %d', (low, high) => {
    expect(bandOf(low, high)).toEqual({ x: low, width: 2 });
  });

  test('and at the end of the axis', () => {
    expect(bandOf(100, 100)).toEqual({ x: 98, width: 2 });
    expect(bandOf(99.5, 100)).toEqual({ x: 98, width: 2 });
  });

  test('it never leaves the axis, whatever its ends', () => {
    const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(percent, percent, (low, high) => {
        const { x, width } = bandOf(low, high);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(width).toBeGreaterThanOrEqual(2);
        expect(x + width).toBeLessThanOrEqual(100 + 1e-9);
      }),
    );
  });
});
