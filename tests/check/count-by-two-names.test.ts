import { expect, test } from 'vitest';
import { countByTwoNames } from '../../src/check/rules/count-by-two-names.ts';
import { thing } from '../../src/derive/entities/counted-things.ts';
import type { Count } from '../../src/model/generated/types.ts';
import { objectionsOf } from '../support/assessments.ts';

const objections = (...counts: (Partial<Count> & { of: string })[]) =>
  objectionsOf(countByTwoNames, {
    incidents: counts.map((count, index) => ({
      id: `i${index}`,
      title: 'I',
      counts: [{ reports: [{ value: 1 }], ...count }],
    })),
  });

test('the message gives the other name of the thing counted', () => {
  expect(objections({ of: 'vessels seized' }, { of: 'Seized ships' })).toEqual([
    {
      pointer: '/incidents/1/counts/0/of',
      message: '`Seized ships` and `vessels seized` look like one thing under two names.',
      help: 'If they are, write `vessels seized` here too; otherwise say in `of` what sets them apart.',
    },
  ]);
});

test.each([
  ['people killed', 'killed'],
  ['Fatalities', 'killed'],
  ['persons wounded', 'injured'],
  ['arrests', 'arrested'],
])('%s has the field %s', (of, field) => {
  expect(objections({ of })[0]?.message).toBe(`\`${of}\` has a field of its own, \`${field}\`.`);
});

test('other measures, other things and the same name are not found', () => {
  expect(
    objections(
      { of: 'oil spilt', unit: 'tonnes' },
      { of: 'spilt oil', unit: 'barrels' },
      { of: 'ships hit by boats' },
      { of: 'boats hit by ships' },
      { of: 'Oil spilt', unit: 'tonnes' },
      { of: 'horses killed' },
      { of: 'injuries', unit: 'claims' },
    ),
  ).toEqual([]);
});

test.each([
  ['patient records', 'records of patients'],
  ['the company attacked', 'attacked companies'],
  ['people evacuated', 'Individuals  evacuated'],
  ['захваченные суда', 'суда захваченные'],
])('%s: %s', (one, other) => {
  expect(thing(one)).toBe(thing(other));
});

test.each([
  ['gas', 'ga'],
  ['vessels seized', 'vessels not seized'],
  ['crew of ships', 'ships of the crew seized'],
])('%s is not %s', (one, other) => {
  expect(thing(one)).not.toBe(thing(other));
});
