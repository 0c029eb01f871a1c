import { expect, test } from 'vitest';
import type { Assessment, Register } from '../../src/model/generated/types.ts';
import { judgment, remarksWith } from '../support/assessments.ts';

test('the least assessment has no findings', () => {
  expect(remarksWith({})).toEqual([]);
});

const register: Register = {
  actors: [{ id: 'iskp', name: 'ISKP' }],
  places: [{ id: 'crocus', name: 'Crocus City Hall' }],
  sources: [{ id: 'un-report', csl: { type: 'report' } }],
};

const whole: Partial<Assessment> = {
  standards: { likelihood: 'icd-203' },
  bottomLine: ['Attacks will continue [@un-report, p. 4].', 'They are directed [@calls].'],
  sources: [{ ref: 'un-report', reliability: 'B' }],
  evidence: [
    { id: 'calls', statement: 'Calls were made.', citations: [{ source: 'un-report', credibility: 2 }] },
  ],
  assumptions: [{ id: 'open', statement: 'Borders stay open.' }],
  actors: [{ ref: 'iskp', intent: { level: 'extensive', evidence: ['calls'] } }],
  incidents: [
    {
      id: 'attack',
      title: 'Attack',
      place: 'crocus',
      killed: { reports: [{ value: 133, source: 'un-report', by: 'Investigative Committee' }, { min: 139 }] },
      attributions: [{ actor: 'iskp', by: 'United States', likelihood: { term: 'almost certain' } }],
    },
  ],
  hypotheses: [{ id: 'directed', statement: 'Directed.', proponents: ['iskp'] }],
  matrix: [{ evidence: 'calls', ratings: { directed: 'CC' } }],
  judgments: [
    {
      ...judgment,
      likelihood: { range: [0.8, 0.95] },
      evidence: ['calls'],
      assumptions: ['open'],
      about: ['iskp', 'incidents/attack'],
    },
  ],
  indicators: [{ id: 'money', statement: 'Money moves.', observes: ['judgments/attacks-continue'] }],
};

test('a rich assessment without dangling references has no error', () => {
  expect(remarksWith(whole, { register }).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('findings carry their rule and its severity', () => {
  const bad = { ...whole, form: 'no-form', bottomLine: 'See [@Calls].', id: 'other' };
  const signed = remarksWith(bad, { register }).filter(({ rule }) => /^(id-|malformed-|unknown-)/.test(rule));
  expect(signed.map(({ rule, severity, pointer }) => [rule, severity, pointer])).toEqual([
    ['id-differs-from-file', 'warning', '/id'],
    ['malformed-citation', 'error', '/bottomLine'],
    ['unknown-form', 'error', '/form'],
  ]);
});

test('without the register, references to it dangle', () => {
  const dangling = remarksWith(whole).filter(({ rule }) => rule === 'dangling-reference');
  expect(dangling.map(({ pointer }) => pointer)).toEqual(['/sources/0/ref', '/actors/0/ref']);
});
