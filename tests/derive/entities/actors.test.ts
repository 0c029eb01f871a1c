import { describe, expect, test } from 'vitest';
import type { Actor, Capability } from '../../../src/model/generated/types.ts';
import { memoWith } from '../../support/assessments.ts';

const actorsOf = (...actors: Actor[]) => memoWith({ actors }).actors;

const capability = (dimension: Capability['dimension'], level: Capability['level'] = 'limited') => ({
  dimension,
  level,
});

function actor(id: string, ...dimensions: Capability['dimension'][]): Actor {
  return { id, name: id.toUpperCase(), capabilities: dimensions.map((dimension) => capability(dimension)) };
}

test('actors with an intent or a capability are assessed; each group is in the order of the file', () => {
  const { assessed, others } = actorsOf(
    { id: 'named', name: 'Named' },
    { id: 'willing', name: 'Willing', intent: { level: 'extensive' } },
    actor('empty'),
    actor('able', 'finance'),
  );
  expect(assessed.map(({ id }) => id)).toEqual(['willing', 'able']);
  expect(others.map(({ id }) => id)).toEqual(['named', 'empty']);
});

test('an actor with all its fields, and one with none', () => {
  const { assessed, others } = actorsOf(
    {
      id: 'iskp',
      name: 'ISKP',
      aliases: ['IS-K'],
      type: 'armed-group',
      parent: 'is',
      status: 'active',
      areas: ['Afghanistan'],
      motivations: ['ideology'],
      targeting: 'crowds',
      summary: ['One.', 'Two.'],
      intent: {
        level: 'extensive',
        trend: 'rising',
        confidence: 'high',
        rationale: 'Said so.',
        evidence: ['e'],
      },
      capabilities: [capability('external-operations', 'substantial')],
      marking: 'TLP:RED',
    },
    { id: 'is', name: 'Islamic State' },
  );
  expect(assessed).toStrictEqual([
    {
      id: 'iskp',
      name: 'ISKP',
      aliases: ['IS-K'],
      type: 'armed-group',
      parent: 'Islamic State',
      status: 'active',
      kind: true,
      areas: ['Afghanistan'],
      motivations: ['ideology'],
      targeting: ['crowds'],
      summary: 'One.\nTwo.',
      intent: {
        level: 'extensive',
        trend: 'rising',
        confidence: 'high',
        rationale: 'Said so.',
        evidence: ['e'],
        techniques: [],
      },
      capabilities: [
        {
          dimension: 'external-operations',
          level: 'substantial',
          trend: undefined,
          confidence: undefined,
          rationale: undefined,
          evidence: [],
          techniques: [],
        },
      ],
      marking: 'TLP:RED',
    },
  ]);
  expect(others).toMatchObject([{ id: 'is', kind: false, parent: undefined, aliases: [], targeting: [] }]);
});

test('a parent without a description is shown by its id', () => {
  expect(actorsOf({ id: 'a', name: 'A', parent: 'gone' }).others[0]).toMatchObject({
    parent: 'gone',
    kind: true,
  });
});

describe('actors side by side', () => {
  test('a single actor is not compared', () => {
    expect(actorsOf(actor('a', 'finance'), { id: 'b', name: 'B' }).comparison).toBeUndefined();
  });

  test('more actors than dimensions: actors are rows', () => {
    const { comparison } = actorsOf(
      actor('a', 'finance'),
      actor('b', 'finance', 'weapons'),
      actor('c', 'weapons'),
    );
    expect(comparison).toMatchObject({ rowsAreActors: true, columns: ['finance', 'weapons'] });
    expect(comparison?.rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell?.level)])).toEqual([
      ['A', 'limited', undefined],
      ['B', 'limited', 'limited'],
      ['C', undefined, 'limited'],
    ]);
  });

  test('as many dimensions as actors, or more: dimensions are rows, in the order they first appear', () => {
    const { comparison } = actorsOf(actor('a', 'weapons', 'finance'), actor('b', 'training', 'weapons'));
    expect(comparison).toMatchObject({ rowsAreActors: false, columns: ['A', 'B'] });
    expect(comparison?.rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell?.level)])).toEqual([
      ['weapons', 'limited', 'limited'],
      ['finance', 'limited', undefined],
      ['training', undefined, 'limited'],
    ]);
  });

  test('intent is a dimension, and comes before the capabilities', () => {
    const { comparison } = actorsOf(
      { ...actor('a', 'finance'), intent: { level: 'none' } },
      actor('b', 'finance'),
    );
    expect(comparison?.rows.map(({ name }) => name)).toEqual(['intent', 'finance']);
    expect(comparison?.rows[0]?.cells.map((cell) => cell?.level)).toEqual(['none', undefined]);
  });
});
