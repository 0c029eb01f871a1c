import { expect, test } from 'vitest';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { memoWith } from '../../support/assessments.ts';

const versionsOf = (properties: Partial<Assessment>) => memoWith(properties).eventReport.versions;

const hypotheses = [
  { id: 'alone', statement: 'They acted alone.' },
  { id: 'directed', statement: 'They were directed.' },
];

const evidence = ['calls', 'money', 'claim', 'weather'].map((id) => ({ id, statement: `On ${id}.` }));

const matrix: NonNullable<Assessment['matrix']> = [
  { evidence: 'calls', ratings: { alone: 'I', directed: 'N' } },
  { evidence: 'weather', ratings: { alone: 'C', directed: 'C' } },
  { evidence: 'money', ratings: { alone: 'II', directed: 'CC' } },
  { evidence: 'claim', ratings: { alone: 'C', directed: 'I' } },
];

test('without hypotheses and sections about versions there are no versions', () => {
  expect(versionsOf({ sections: [{ id: 's', heading: 'S', body: 'Text.' }] })).toBeUndefined();
});

test('a case has consistent and inconsistent items, the strong ones first, under the number of the row', () => {
  const versions = versionsOf({ hypotheses, evidence, matrix })?.versions ?? [];
  expect(versions.map(({ letter, weighed }) => [letter, weighed])).toEqual([
    ['A', true],
    ['B', true],
  ]);
  expect(versions[0]?.caseAgainst).toStrictEqual([
    { evidence: 'money', number: 3, statement: 'On money.', strong: true },
    { evidence: 'calls', number: 1, statement: 'On calls.', strong: false },
  ]);
  expect(versions[0]?.caseFor.map(({ number }) => number)).toEqual([4]);
  expect(versions[1]?.caseFor).toMatchObject([{ number: 3, strong: true }]);
  expect(versions[1]?.caseAgainst).toMatchObject([{ number: 4, strong: false }]);
});

test('an item with the same rating for all versions is in no case', () => {
  const versions = versionsOf({ hypotheses, evidence, matrix })?.versions ?? [];
  const numbers = versions.flatMap(({ caseFor, caseAgainst }) =>
    [...caseFor, ...caseAgainst].map(({ number }) => number),
  );
  expect(numbers).not.toContain(2);
});

test('a single version still has a case', () => {
  const only = versionsOf({
    hypotheses: hypotheses.slice(0, 1),
    evidence,
    matrix: [{ evidence: 'claim', ratings: { alone: 'C' } }],
  });
  expect(only?.versions[0]?.caseFor).toMatchObject([{ number: 1 }]);
});

test('without a matrix no item has a weight', () => {
  expect(versionsOf({ hypotheses })?.versions).toMatchObject([
    { weighed: false, caseFor: [], caseAgainst: [] },
    { weighed: false, caseFor: [], caseAgainst: [] },
  ]);
});

test('a section presents the version with its id; a section without one is a version of its own', () => {
  const section = { heading: 'Told', body: 'Text.', kind: 'version' as const };
  const views = versionsOf({
    hypotheses,
    sections: [
      { ...section, id: 'directed' },
      { ...section, id: 'third' },
      { id: 'alone', heading: 'Not a version', body: 'Text.' },
    ],
  });
  expect(views?.versions.map((version) => version.section?.id)).toEqual([undefined, 'directed']);
  expect(views?.sections.map(({ id }) => id)).toEqual(['third']);
  expect(memoWith({ sections: [{ ...section, id: 'third' }] }).eventReport).toMatchObject({
    account: [],
    versions: { versions: [], sections: [{ id: 'third' }] },
  });
});

test('an item is listed under its number, with the account of its evidence if there is one', () => {
  const { weighed, itemNumbers } = memoWith({
    hypotheses,
    evidence,
    matrix: [...matrix, { evidence: 'gone', ratings: {} }, { evidence: 'calls', ratings: { alone: 'C' } }],
  }).eventReport;
  expect(weighed.map(({ number, account }) => [number, account?.id])).toEqual([
    [1, 'calls'],
    [2, 'weather'],
    [3, 'money'],
    [4, 'claim'],
    [5, undefined],
    [6, 'calls'],
  ]);
  expect(itemNumbers.get('calls')).toBe(1);
});
