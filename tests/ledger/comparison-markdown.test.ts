import { expect, test } from 'vitest';
import { comparisonMarkdown } from '../../src/ledger/compare/comparison-markdown.ts';

type Comparison = Parameters<typeof comparisonMarkdown>[0];

const actor = { kind: 'actor' } as Comparison['shared'][number];
const source = {} as Comparison['sharedSources'][number];
const agreement = { type: 'likelihood', matter: 'it', sides: [] } as unknown as Comparison['agreed'][number];
const difference = { ...agreement, hangsOn: [] } as unknown as Comparison['differences'][number];

test.each([
  [
    0,
    0,
    0,
    0,
    'They share no incident, no actor and no source of the register, and say nothing of the same thing.',
  ],
  [1, 0, 0, 0, 'They speak of 1 incident or actor in common, but say nothing of the same thing.'],
  [
    2,
    1,
    0,
    0,
    'They speak of 2 incidents and actors in common and cite 1 source of the register in common, but say nothing of the same thing.',
  ],
  [
    0,
    2,
    1,
    0,
    'They cite 2 sources of the register in common. They differ on 1 matter and agree on nothing.',
  ],
  [
    0,
    0,
    2,
    3,
    'They share no incident, actor or source of the register. They differ on 2 matters and agree on 3.',
  ],
])('%i shared, %i sources, %i differences, %i agreements', (shared, sources, differences, agreed, said) => {
  const of = <T>(count: number, one: T) => Array.from({ length: count }, () => one);
  const markdown = comparisonMarkdown(
    {
      memos: [],
      shared: of(shared, actor),
      sharedSources: of(sources, source),
      differences: of(differences, difference),
      agreed: of(agreed, agreement),
    } as unknown as Comparison,
    0,
  );
  expect(markdown.split('\n')[3]).toBe(said);
});

test('dates are in words', () => {
  const memo = { id: 'a', title: 'A', asOf: { text: '2024-03~' }, marking: 'TLP:CLEAR' };
  const markdown = comparisonMarkdown(
    { memos: [memo], shared: [], sharedSources: [], differences: [], agreed: [] } as unknown as Comparison,
    0,
    ({ text }) => `in the words for ${text}`,
  );
  expect(markdown).toContain('- *a*: A (information cut-off in the words for 2024-03~; TLP:CLEAR)');
});
