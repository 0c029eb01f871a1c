import { expect, test } from 'vitest';
import { markingTooLow } from '../../src/check/rules/marking-too-low.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(markingTooLow, ...input).map(({ pointer }) => pointer);

test('every part that can be marked, at every level above the whole', () => {
  const marked = {
    marking: 'TLP:AMBER' as const,
    sections: [{ id: 's', heading: 'S', body: 'B.', marking: 'TLP:AMBER+STRICT' as const }],
    evidence: [{ id: 'e', statement: 'E.', marking: 'TLP:RED' as const }],
    actors: [{ id: 'a', name: 'A', marking: 'TLP:AMBER' as const }],
    incidents: [{ id: 'i', title: 'I', marking: 'TLP:CLEAR' as const }],
  };
  expect(found(marked).toSorted()).toEqual(['/evidence/0/marking', '/sections/0/marking']);
});

test('parts that are marked together', () => {
  expect(found({ marking: 'TLP:GREEN', markings: { bottomLine: 'TLP:RED', gaps: 'TLP:GREEN' } })).toEqual([
    '/markings/bottomLine',
  ]);
});

test('a `releasable` above the whole is found; one at or below it is not', () => {
  expect(found({ marking: 'TLP:GREEN', releasable: 'TLP:AMBER' })).toEqual(['/releasable']);
  expect(found({ marking: 'TLP:GREEN', releasable: 'TLP:GREEN' })).toEqual([]);
  expect(found({ marking: 'TLP:AMBER', releasable: 'TLP:CLEAR' })).toEqual([]);
});
