import { expect, test } from 'vitest';
import { countedTwice } from '../../src/check/rules/counted-twice.ts';
import type { Assessment, Incident } from '../../src/model/generated/types.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const found = (properties: Partial<Assessment>) =>
  objectionsOf(countedTwice, properties).map(({ pointer }) => pointer);
const incident = (properties: Partial<Incident>) => ({
  incidents: [{ id: 'i', title: 'I', ...properties } as Incident],
});
const likelihood = { term: 'likely' };

test.each<[string, Partial<Assessment>]>([
  ['/judgments/0/evidence/2', { judgments: [{ ...judgment, evidence: ['a', 'b', 'a'] }] }],
  [
    '/judgments/0/contraryEvidence/0',
    { judgments: [{ ...judgment, evidence: ['a'], contraryEvidence: ['a'] }] },
  ],
  [
    '/judgments/0/estimates/1',
    {
      judgments: [
        {
          ...judgment,
          estimates: [
            { by: 'A', likelihood },
            { by: 'A', likelihood },
          ],
        },
      ],
    },
  ],
  ['/exclusive/0/members/1', { exclusive: [{ members: ['hypotheses/a', 'hypotheses/a'] }] }],
  [
    '/incidents/0/counts/1/of',
    incident({
      counts: [
        { of: 'trains cancelled', reports: [{ value: 1 }] },
        { of: 'cancelled trains', reports: [{ value: 2 }] },
      ],
    }),
  ],
  ['/incidents/0/killed/reports/1', incident({ killed: { reports: [{ value: 1 }, { value: 1 }] } })],
  [
    '/incidents/0/killed/reports/1',
    incident({
      killed: {
        reports: [
          { value: 1, asOf: '2025' },
          { asOf: '2025', value: 1 },
        ],
      },
    }),
  ],
  [
    '/trends/0/series/2/at',
    {
      trends: [
        {
          id: 't',
          subject: 's',
          direction: 'rising',
          series: [
            { at: '2024', value: 1 },
            { at: '2025', value: 2 },
            { at: '2024', value: 3 },
          ],
        },
      ],
    },
  ],
])('%s', (pointer, properties) => {
  expect(found(properties)).toEqual([pointer]);
});

test('one source or actor under two ids', () => {
  const URL = 'https://www.rail.example/report/';
  expect(
    found({
      sources: [
        { id: 'a', csl: { type: 'report', URL } },
        { id: 'b', csl: { type: 'report', URL: 'http://rail.example/report' } },
        { id: 'c', csl: { type: 'book', DOI: '10.1000/X' } },
        { id: 'd', csl: { type: 'book', DOI: '10.1000/x', URL } },
        { id: 'e', csl: { type: 'report', URL: 'http://rail.example/report/2' } },
      ],
      actors: [
        { id: 'cell', name: 'Line Cell' },
        { id: 'other', name: 'line cell' },
        { id: 'third', name: 'Line Cells' },
      ],
    }),
  ).toEqual(['/sources/1', '/sources/3', '/actors/1']);
});

test('entries that differ in a distinguishing property are not found', () => {
  expect(
    found({
      judgments: [
        {
          ...judgment,
          evidence: ['a'],
          contraryEvidence: ['b'],
          estimates: [
            { by: 'A', likelihood },
            { by: 'B', likelihood },
          ],
        },
      ],
      ...incident({
        killed: {
          reports: [
            { value: 1, source: 'a' },
            { value: 1, source: 'b' },
          ],
        },
        counts: [
          { of: 'oil', unit: 'tonnes', reports: [{ value: 1 }] },
          { of: 'oil', unit: 'barrels', reports: [{ value: 7 }] },
          { of: 'oil', unit: 'barrels', across: ['j'], reports: [{ value: 9 }] },
        ],
      }),
      evidence: [
        {
          id: 'e',
          statement: 'E.',
          citations: [
            { source: 's', locator: '1' },
            { source: 's', locator: '2' },
          ],
        },
      ],
      trends: [
        {
          id: 't',
          subject: 's',
          direction: 'rising',
          series: [
            { at: '2024', value: 1, source: 'a' },
            { at: '2024', value: 2, source: 'b' },
          ],
        },
      ],
    }),
  ).toEqual([]);
});

test('the finding says why two sources are one', () => {
  const source = (id: string, more: object) => ({
    id,
    csl: { type: 'report' as const, title: id, ...more },
    reliability: 'B' as const,
  });
  const sources = [
    source('a', { URL: 'https://www.x.example/a/' }),
    source('b', { URL: 'http://x.example/a' }),
    source('c', { DOI: '10.1/x' }),
    source('d', { DOI: '10.1/x' }),
  ];
  expect(objectionsOf(countedTwice, { sources }).map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/sources/1', 'The sources `a` and `b` have the same address.'],
    ['/sources/3', 'The sources `c` and `d` have the same DOI.'],
  ]);
});

test('a count shared by several incidents is one count, in whatever order they are named', () => {
  const [i, j, k] = ['i', 'j', 'k'].map((id) => ({ id, title: id, date: '2025' }));
  const counts = [
    { of: 'oil', across: ['j', 'k'], reports: [{ value: 1 }] },
    { of: 'oil', across: ['k', 'j'], reports: [{ value: 2 }] },
  ];
  if (!i || !j || !k) throw new Error('There are three.');
  expect(
    objectionsOf(countedTwice, { incidents: [{ ...i, counts }, j, k] }).map(({ pointer }) => pointer),
  ).toEqual(['/incidents/0/counts/1/of']);
});
