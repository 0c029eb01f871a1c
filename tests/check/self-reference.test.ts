import { expect, test } from 'vitest';
import { selfReference } from '../../src/check/rules/self-reference.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const found = (properties: Partial<Assessment>) =>
  objectionsOf(selfReference, properties).map(({ pointer }) => pointer);

test.each<[string, Partial<Assessment>]>([
  ['/evidence/0/disputes/0', { evidence: [{ id: 'e', statement: 'E.', disputes: ['e'] }] }],
  ['/evidence/0/statement', { evidence: [{ id: 'e', statement: 'E.[@e]' }] }],
  ['/judgments/0/implies/0', { judgments: [{ ...judgment, implies: [judgment.id] }] }],
  ['/judgments/0/about/0', { judgments: [{ ...judgment, about: [`judgments/${judgment.id}`] }] }],
  ['/judgments/0/about/0', { judgments: [{ ...judgment, about: [judgment.id] }] }],
  ['/sources/0/knownThrough/0', { sources: [{ id: 's', csl: { type: 'book' }, knownThrough: ['s'] }] }],
  [
    '/incidents/0/killed/across/0',
    { incidents: [{ id: 'i', title: 'I', killed: { reports: [{ value: 2 }], across: ['i'] } }] },
  ],
  ['/actors/0/parent', { actors: [{ ref: 'union', parent: 'union' }] }],
  ['/relationships/0/to', { relationships: [{ id: 'r', from: 'a', to: 'a', type: 'supports' }] }],
])('%s', (pointer, properties) => {
  expect(found(properties)).toEqual([pointer]);
});

test('clean: the same id in another collection, and circles that other rules follow', () => {
  expect(
    found({
      actors: [{ id: 'harbour', name: 'Harbour' }],
      judgments: [{ ...judgment, id: 'harbour', about: ['actors/harbour'] }],
      incidents: [{ id: 'i', title: 'I', attributions: [{ actor: 'i' }] }],
      sources: [{ id: 's', csl: { type: 'book' }, derivedFrom: ['s'] }],
      relationships: [{ id: 'r', from: 'harbour', to: 'b', type: 'supports' }],
    }),
  ).toEqual([]);
});
