import { expect, test } from 'vitest';
import { undeclaredTerm } from '../../src/check/rules/undeclared-term.ts';
import { objectionsOf } from '../support/assessments.ts';

test('bad: an unknown term', () => {
  expect(
    objectionsOf(undeclaredTerm, {
      incidents: [{ id: 'a', title: 'A', type: 'cable-cut' }],
      actors: [
        { id: 'x', name: 'X', type: 'compny', capabilities: [{ dimension: 'zzz', level: 'limited' }] },
      ],
    }).map(({ pointer, help }) => [pointer, help?.split('?')[0]]),
  ).toEqual([
    ['/actors/0/type', 'Did you mean `company`'],
    ['/actors/0/capabilities/0/dimension', expect.stringContaining('There are ')],
    ['/incidents/0/type', 'Did you mean `cable-damage`'],
  ]);
});

test('clean: terms that are shipped, declared or given in words', () => {
  expect(
    objectionsOf(
      undeclaredTerm,
      {
        incidents: [
          { id: 'a', title: 'A', type: 'balloon-theft' },
          { id: 'b', title: 'B', type: { other: 'theft' } },
        ],
      },
      { vocabularies: { 'incident-type': { 'balloon-theft': { en: 'theft of a balloon' } } } },
    ),
  ).toEqual([]);
});

test('the help names terms that share a word, or all if none does', () => {
  const helpOf = (type: string) =>
    objectionsOf(undeclaredTerm, { incidents: [{ id: 'a', title: 'A', type }] })[0]?.help ?? '';
  expect(helpOf('river-boarding')).toMatch(/^Near it, of \d+ terms: `vessel-boarding`\. /);
  expect(helpOf('market-attack')).toContain(': `facility-attack`, `vehicle-attack`, `vessel-attack`. ');
  expect(helpOf('qqq')).toMatch(/^There are \d+ terms: `/);
});
