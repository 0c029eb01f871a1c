import { expect, test } from 'vitest';
import { unusedActor } from '../../src/check/rules/unused-actor.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(unusedActor, ...input).map(({ pointer }) => pointer);

test('a role, an assessment, or a name in a text is a use', () => {
  const actors = [
    { id: 'crew', name: 'The crew' },
    { id: 'boss', name: 'Boss', intent: { level: 'moderate' as const } },
    { id: 'union', name: 'Rail Union', aliases: ['RU-7'] },
    { id: 'idle', name: 'The idle', summary: 'The idle do nothing.' },
  ];
  const used = {
    actors,
    relationships: [{ id: 'r', from: 'boss', to: 'crew', type: 'directs' as const }],
    sections: [{ id: 's', heading: 'Strikes', body: 'RU-7 called for a strike.' }],
  };
  expect(found(used)).toEqual(['/actors/3']);
});
