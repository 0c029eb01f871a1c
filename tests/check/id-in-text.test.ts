import { expect, test } from 'vitest';
import { idInText } from '../../src/check/rules/id-in-text.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { objectionsOf } from '../support/assessments.ts';

const actors = [
  { id: 'port', name: 'Port of Norham' },
  { id: 'line-cell', name: 'Line Cell' },
  { id: 'nato', name: 'nato' },
];
const found = (properties: Partial<Assessment>, register = {}) =>
  objectionsOf(idInText, { actors, ...properties }, { register }).map(({ pointer }) => pointer);
const recommending = (to: string | string[], more = {}) => ({
  recommendations: [{ id: 'r', to, action: 'Act.', ...more }],
});

test.each<[string, Partial<Assessment>]>([
  ['/recommendations/0/to/1', recommending(['the police', 'port'])],
  ['/recommendations/0/to', recommending('port')],
  ['/recommendations/0/timeframe', recommending('the police', { timeframe: 'line-cell' })],
  ['/scope/audience/0', { scope: { audience: ['port'] } }],
  ['/incidents/0/target', { incidents: [{ id: 'i', title: 'I', target: 'line-cell' }] }],
  ['/judgments/0/statement', { judgments: [{ id: 'j', statement: 'line-cell' }] }],
])('%s', (pointer, properties) => {
  expect(found(properties)).toEqual([pointer]);
});

test('the help gives the name to use', () => {
  expect(objectionsOf(idInText, { actors, ...recommending('port') })[0]?.help).toBe(
    'Did you mean “Port of Norham”? Write the name: nothing is looked up in this field.',
  );
});

test('an actor of the register is recognised too', () => {
  const register = { actors: [{ id: 'rail-union', name: 'Rail Union' }] };
  expect(found(recommending('rail-union'), register)).toEqual(['/recommendations/0/to']);
});

test('ids are not found where they belong, as ordinary words or as names', () => {
  expect(
    found({
      ...recommending(['nato', 'the port']),
      incidents: [
        { id: 'port-fire', title: 'Fire', target: 'port', killed: { reports: [{ value: 1, by: 'port' }] } },
      ],
      trends: [{ id: 't', subject: 'line-cell', direction: 'rising' }],
      judgments: [{ id: 'port', statement: 'So.', about: ['line-cell'] }],
    }),
  ).toEqual([]);
});

test('an entry without a name is called by its title; ids and bibliographic items are skipped', () => {
  const incidents = [{ id: 'depot-fire', title: 'Fire at the depot', date: '2025' }];
  const [objection, ...others] = objectionsOf(idInText, { incidents, ...recommending('depot-fire') });
  expect([objection?.pointer, objection?.help, others]).toEqual([
    '/recommendations/0/to',
    'Did you mean “Fire at the depot”? Write the name: nothing is looked up in this field.',
    [],
  ]);
  const csl = { type: 'report' as const, title: 'depot-fire' };
  expect(found({ incidents, sources: [{ id: 'depot-fire-report', csl }] })).toEqual([]);
});
