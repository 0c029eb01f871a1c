import { describe, expect, test } from 'vitest';
import { Area } from '../../../src/figures/kit/area.ts';
import { placeInside } from '../../../src/figures/map/map-names.ts';

const square = (left: number, top: number, size: number) => [
  { x: left, y: top },
  { x: left + size, y: top },
  { x: left + size, y: top + size },
  { x: left, y: top + size },
];
const frame = { left: 0, top: 0, right: 400, bottom: 300 };

describe('an area', () => {
  const area = new Area([square(0, 0, 100), square(40, 40, 20)]);

  test('contains a line inside it', () => {
    expect(area.holds(10, 5, 95)).toBe(true);
    expect(area.holds(10, 5, 105)).toBe(false);
    expect(area.holds(-1, 5, 10)).toBe(false);
  });

  test('does not contain a line across a hole, however narrow', () => {
    expect(area.holds(50, 5, 35)).toBe(true);
    expect(area.holds(50, 45, 55)).toBe(false);
    expect(area.holds(50, 5, 95)).toBe(false);
    expect(area.spans(50)).toEqual([
      [0, 40],
      [60, 100],
    ]);
  });

  test('has its centre at its balance point', () => {
    const { x, y } = new Area([square(0, 0, 100)]).centre();
    expect([x, y]).toEqual([50, 50]);
    const dented = [
      ...square(0, 0, 100),
      { x: 0, y: 90 },
      { x: 80, y: 90 },
      { x: 80, y: 10 },
      { x: 0, y: 10 },
    ];
    expect(new Area([dented]).centre().x).toBeGreaterThan(60);
  });

  test('has an extent that ends at the frame', () => {
    expect(new Area([square(-50, 250, 100)]).extent(frame)).toEqual({
      left: 0,
      top: 250,
      right: 50,
      bottom: 300,
    });
  });
});

describe('the name of a country', () => {
  const size = { width: 40, height: 14 };

  test('is in the middle if nothing else is there', () => {
    const box = placeInside([square(100, 50, 200)], size, frame, [], []);
    expect(Math.abs(((box?.left ?? 0) + (box?.right ?? 0)) / 2 - 200)).toBeLessThan(10);
    expect(Math.abs(((box?.top ?? 0) + (box?.bottom ?? 0)) / 2 - 150)).toBeLessThan(10);
  });

  test('keeps away from a label in the middle', () => {
    const label = { left: 150, top: 120, right: 250, bottom: 180 };
    const box = placeInside([square(100, 50, 200)], size, frame, [label], []);
    expect(box && (box.bottom < 110 || box.top > 190 || box.right < 140 || box.left > 260)).toBe(true);
  });

  test('does not cross a leader', () => {
    const line = { from: { x: 100, y: 150 }, to: { x: 300, y: 150 } };
    const box = placeInside([square(100, 50, 200)], size, frame, [], [line]);
    expect(box && (box.bottom < 150 || box.top > 150)).toBe(true);
  });

  test('is omitted if it does not fit', () => {
    expect(placeInside([square(100, 50, 39)], size, frame, [], [])).toBeUndefined();
    expect(placeInside([square(380, 50, 100)], size, frame, [], [])).toBeUndefined();
    expect(placeInside([square(100, 50, 60), square(110, 60, 40)], size, frame, [], [])).toBeUndefined();
  });
});
