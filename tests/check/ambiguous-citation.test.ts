import { expect, test } from 'vitest';
import { ambiguousCitation } from '../../src/check/rules/ambiguous-citation.ts';
import { objectionsOf } from '../support/assessments.ts';

const csl = { type: 'report' as const };

test('bad: an item of evidence under the id of a source', () => {
  const sources = [{ id: 'tass', csl }];
  const evidence = [
    { id: 'claim', statement: 'It was claimed.' },
    { id: 'tass', statement: 'It was reported.' },
  ];
  expect(objectionsOf(ambiguousCitation, { sources, evidence })).toEqual([
    {
      pointer: '/evidence/1/id',
      message: '`tass` is the id of a source too, so that `[@tass]` could mean either.',
      help: 'Give the evidence another id.',
    },
  ]);
});

test('bad: under the id of a source that only the register describes', () => {
  const evidence = [{ id: 'tass', statement: 'It was reported.' }];
  const register = { sources: [{ id: 'tass', csl }] };
  expect(objectionsOf(ambiguousCitation, { evidence }, { register })).toMatchObject([
    { pointer: '/evidence/0/id' },
  ]);
});

test('clean: the id of something that is never cited', () => {
  const evidence = [{ id: 'tass', statement: 'It was reported.' }];
  const actors = [{ id: 'tass', name: 'TASS' }];
  const sources = [{ id: 'tass-2024', csl }];
  expect(objectionsOf(ambiguousCitation, { evidence, actors, sources })).toEqual([]);
});
