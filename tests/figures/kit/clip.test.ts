import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Area } from '../../../src/figures/kit/area.ts';
import type { Point } from '../../../src/figures/kit/boxes.ts';
import { clipped } from '../../../src/figures/map/map-base.ts';

const box = { left: 0, top: 0, right: 100, bottom: 60 };
const point = fc.record({ x: fc.integer({ min: -80, max: 180 }), y: fc.integer({ min: -80, max: 140 }) });
const holds = (ring: readonly Point[], { x, y }: Point) => new Area([ring]).holds(y, x, x);

test('nothing is outside of the box, and the area inside is the same', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 3, maxLength: 12 }), (ring) => {
      const inside = clipped(ring, box);
      for (const { x, y } of inside) {
        expect(x).toBeGreaterThanOrEqual(box.left);
        expect(x).toBeLessThanOrEqual(box.right);
        expect(y).toBeGreaterThanOrEqual(box.top);
        expect(y).toBeLessThanOrEqual(box.bottom);
      }
      // Between whole numbers, so that no place is on the outline's corners.
      for (let x = 3.37; x < 100; x += 9.1) {
        for (let y = 2.61; y < 60; y += 7.3) {
          expect(holds(inside, { x, y }), `${x} ${y}`).toBe(holds(ring, { x, y }));
        }
      }
    }),
  );
});

test('an area inside is unchanged; one outside is removed', () => {
  const ring = [
    { x: 10, y: 10 },
    { x: 30, y: 10 },
    { x: 20, y: 40 },
  ];
  expect(clipped(ring, box)).toBe(ring);
  expect(
    clipped(
      ring.map(({ x, y }) => ({ x: x + 200, y })),
      box,
    ),
  ).toEqual([]);
});
