import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAssessment } from '../../src/check/check.ts';
import { deriveMemo } from '../../src/derive/memo-view.ts';
import { likelihoodBars } from '../../src/figures/kit/likelihood-bars.ts';
import type { Register } from '../../src/model/generated/types.ts';
import { fromPointer } from '../../src/model/pointer.ts';
import { validateAssessment } from '../../src/validate/validate.ts';
import { assessmentWith } from '../support/assessments.ts';
import { sampled } from '../support/soak.ts';

const register: Register = {
  actors: [{ id: 'is', name: 'Islamic State' }],
  incidents: [{ id: 'crocus', title: 'Crocus attack', place: 'hall' }],
  places: [{ id: 'hall', name: 'Crocus City Hall' }],
  sources: [{ id: 'un-report', csl: { type: 'report' } }],
};

const whole = assessmentWith({
  language: 'en',
  standards: { likelihood: 'phia' },
  scope: { geography: 'Russia', period: '2024/..' },
  bottomLine: ['So [@e].', 'And [@un-report, p. 4].'],
  sources: [{ ref: 'un-report', reliability: 'A', derivedFrom: ['un-report'] }],
  evidence: [
    {
      id: 'e',
      statement: 'E.',
      date: '2024',
      speaker: { actor: 'is' },
      citations: [{ source: 'un-report' }],
    },
  ],
  actors: [
    {
      ref: 'is',
      parent: 'is',
      intent: { level: 'none' },
      capabilities: [{ dimension: 'finance', level: 'none' }],
    },
  ],
  relationships: [
    { id: 'r', from: 'is', to: 'is', type: 'part-of', by: ['is', { name: 'Y' }], period: '2024' },
  ],
  incidents: [
    {
      ref: 'crocus',
      date: '2024-03-22',
      place: 'hall',
      killed: {
        reports: [
          { value: 1, qualifier: 'about', by: 'is', asOf: '2024' },
          { min: 1, max: 2 },
        ],
      },
      attributions: [{ actor: 'is', by: 'is', likelihood: { term: 'likely' } }],
    },
  ],
  trends: [{ id: 't', subject: 'is', direction: 'rising', series: [{ at: '2024', value: 1 }] }],
  hypotheses: [{ id: 'h', statement: 'H.', proponents: ['is'] }],
  matrix: [{ evidence: 'e', ratings: { h: 'CC' } }],
  judgments: [
    {
      id: 'j',
      statement: 'J.',
      likelihood: { range: [0.5, 0.8] },
      implies: ['j'],
      about: ['j'],
      horizon: '2025',
    },
  ],
  indicators: [{ id: 'i', statement: 'I.', observes: 'judgments/j' }],
  exclusive: [{ members: ['judgments/j', 'hypotheses/h'] }],
});

function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function replace(value: unknown, [first, ...rest]: readonly string[], put: unknown): unknown {
  if (first === undefined) return put;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === first ? replace(item, rest, put) : item));
  return { ...(value as object), [first]: replace((value as Record<string, unknown>)[first], rest, put) };
}

/** Where a pointer leads; `undefined` when nowhere. */
const at = (value: unknown, pointer: string) =>
  fromPointer(pointer).reduce<unknown>(
    (found, key) => (found as Record<string, unknown> | undefined)?.[key],
    value,
  );

/** Odd values valid in many places: names of built-in properties as ids, open dates, empty lists. */
const odd = fc.oneof(
  fc.constantFrom(
    'constructor',
    'valueof',
    '-',
    '0',
    '[@',
    '[@gone]',
    '[@Gone]',
    '/',
    '../..',
    'XXXX',
    '0000',
    ' x',
  ),
  fc.constantFrom(
    [],
    {},
    0,
    1,
    true,
    false,
    ['constructor'],
    ['a', 'a'],
    { constructor: 'II' },
    [1, 0],
    [0, 0],
  ),
  fc.string({ minLength: 1 }),
  fc.stringMatching(/^[a-z0-9-]{1,12}$/),
);

const RUNS = sampled(400, 6000);

test('every valid assessment can be checked and derived: nothing throws, findings have a place', () => {
  const paths = pathsIn(whole);
  let valid = 0;
  let remarked = 0;
  fc.assert(
    fc.property(fc.constantFrom(...paths), odd, (path, put) => {
      const { assessment } = validateAssessment(replace(whole, path, put));
      if (!assessment) return;
      valid += 1;
      const remarks = checkAssessment({
        assessment,
        register,
        fileStem: 'sample',
        forms: ['policy-memo'],
        today: '2025-05-01',
      });
      if (remarks.length > 0) remarked += 1;
      for (const { pointer, message, help } of remarks) {
        expect(at(assessment, pointer)).toBeDefined();
        expect(message).toMatch(/^\p{Lu}|^`/u);
        expect(help).not.toBe('');
      }
      const view = deriveMemo(assessment, register);
      for (const { rank, weightedInconsistency } of view.alternatives?.hypotheses ?? []) {
        if (rank !== undefined)
          expect([rank, weightedInconsistency].map(Number.isFinite)).toEqual([true, true]);
      }
      for (const svg of likelihoodBars(view).values()) expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }),
    { numRuns: RUNS },
  );
  expect(valid).toBeGreaterThan(RUNS / 12);
  expect(remarked).toBeGreaterThan(RUNS / 12);
});

test('the unchanged assessment has no error', () => {
  expect(validateAssessment(whole).remarks).toEqual([]);
  expect(
    checkAssessment({
      assessment: whole,
      register,
      fileStem: 'sample',
      forms: ['policy-memo'],
      today: '2025-05-01',
    }).filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
});
