import { expect, test } from 'vitest';
import { unexplainedChange } from '../../src/check/rules/unexplained-change.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { minimal, objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(unexplainedChange, ...input).map(({ pointer }) => pointer);

const before: Assessment = {
  ...minimal,
  judgments: [
    {
      id: 'a',
      statement: 'Fires go on.',
      likelihood: { term: 'likely' },
      confidence: { level: 'low', basis: 'One source.' },
    },
  ],
  actors: [
    {
      id: 'crew',
      name: 'The crew',
      intent: { level: 'limited' },
      capabilities: [{ dimension: 'planning', level: 'limited' }],
    },
  ],
};
const after = {
  judgments: [
    {
      id: 'a',
      statement: 'Fires go on and on.',
      likelihood: { range: [0.8, 0.95] as [number, number] },
      confidence: { level: 'high' as const, basis: 'Two.' },
    },
    { id: 'new', statement: 'Trains stop.', likelihood: { term: 'unlikely' as const } },
  ],
  actors: [
    {
      id: 'crew',
      name: 'The crew',
      intent: { level: 'moderate' as const },
      capabilities: [{ dimension: 'planning' as const, level: 'moderate' as const }],
    },
  ],
};

test('every changed likelihood, confidence, intent and capability needs a reason; new entries do not', () => {
  expect(found(after, { superseded: before })).toEqual([
    '/judgments/0/likelihood',
    '/judgments/0/confidence/level',
    '/actors/0/intent/level',
    '/actors/0/capabilities/0/level',
  ]);
  expect(objectionsOf(unexplainedChange, after, { superseded: before })[0]?.message).toBe(
    'The likelihood of `a` moved from `likely` to 80 %–95 % since the edition superseded, and no reason is given.',
  );
});

test('a reason for the entry explains all its changes', () => {
  const changes = [
    { entity: 'judgments/a', reason: 'A second source.' },
    { entity: 'actors/crew', reason: 'They bought a van.' },
  ];
  expect(found({ ...after, edition: { number: 2, changes } }, { superseded: before })).toEqual([]);
});

test('without a previous edition, or with the same one, nothing changed', () => {
  expect(found(after)).toEqual([]);
  expect(found({ judgments: before.judgments }, { superseded: before })).toEqual([]);
});

test('an id used again for an unrelated judgment or actor is no move', () => {
  const of = (
    statement: string,
    term: 'likely' | 'unlikely',
    actor: string,
    level: 'limited' | 'moderate',
  ) => ({
    judgments: [{ id: 'a', statement, likelihood: { term } }] as Assessment['judgments'],
    actors: [{ id: 'crew', name: actor, intent: { level } }],
  });
  const superseded = {
    ...minimal,
    ...of(
      'Smugglers will bring drones through the southern ports.',
      'likely',
      'Northern crew of arsonists hired by a foreign paymaster',
      'limited',
    ),
  };
  const [budget, union] = [
    'The parliament passes a budget for guards.',
    'Rail Union of signalmen, drivers, cleaners, porters',
  ];
  expect(found(of(budget, 'unlikely', union, 'moderate'), { superseded })).toEqual([]);
  expect(
    found(of('Drones come by sea.', 'unlikely', 'Crew of arsonists', 'moderate'), { superseded }),
  ).toEqual(['/judgments/0/likelihood', '/actors/0/intent/level']);
});
