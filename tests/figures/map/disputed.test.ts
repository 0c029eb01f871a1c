import { expect, test } from 'vitest';
import { countries } from '../../../src/figures/generated/outlines.ts';
import { DISPUTED, disputedLines } from '../../../src/figures/map/disputed.ts';
import { baseMap, type Position } from '../../../src/figures/map/map-base.ts';

const linesNear = (...positions: readonly Position[]) => disputedLines(baseMap(positions, 600));

test('every country of the list is in the base map, and every line has its reason', () => {
  const names = countries.map(([, name]) => name);
  for (const { between, reason } of DISPUTED) {
    for (const name of between) expect(names).toContain(name);
    expect(reason.length).toBeGreaterThan(20);
  }
});

test.each<[string, Position]>([
  ['Crimea', [34, 46]],
  ['Western Sahara', [-12, 26]],
  ['Kashmir', [75, 34]],
  ['Kosovo', [21, 42.6]],
  ['the Golan', [35.8, 33]],
  ['Northern Cyprus', [33.3, 35.1]],
  ['Somaliland', [46, 9.5]],
  ['Korea', [127, 38]],
  ['Arunachal Pradesh', [94, 28]],
])('%s is drawn as disputed', (_, position) => {
  expect(linesNear(position).length).toBeGreaterThan(0);
});

test('only the disputed part of a boundary is drawn as disputed', () => {
  const map = baseMap([[37, 49]], 600);
  const crimea = map.project([34, 46]);
  for (const [{ x, y }] of disputedLines(map))
    expect(Math.hypot(x - crimea.x, y - crimea.y)).toBeLessThan(120);
  expect(linesNear([10, 50])).toEqual([]);
});
