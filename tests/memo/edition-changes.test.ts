import { expect, test } from 'vitest';
import { deriveMemo } from '../../src/derive/memo-view.ts';
import { editionChanges } from '../../src/memo/edition-changes.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { minimal } from '../support/assessments.ts';

const [ports, budget, strike] = [
  'Smugglers will bring drones through the southern ports.',
  'The parliament passes a budget for border guards.',
  'Railway unions call off their strike.',
] as [string, string, string];

/** An edition with these judgments by id, each with its likelihood, and this leading hypothesis. */
function edition(
  judgments: Readonly<Record<string, readonly [string, string]>>,
  leading: string,
): Assessment {
  return {
    ...minimal,
    judgments: Object.entries(judgments).map(([id, [statement, term]]) => ({
      id,
      statement,
      likelihood: { term },
    })),
    hypotheses: [
      { id: 'h', statement: leading },
      { id: 'other', statement: 'Vandals copy each other for amusement.' },
    ],
    matrix: [{ evidence: 'e', ratings: { h: 'C', other: 'II' } }],
  } as unknown as Assessment;
}

function changed(before: Assessment, after: Assessment) {
  const { moved, added, withdrawn, leading } = editionChanges(before, after, {}, deriveMemo(after, {}));
  return {
    moved: moved.map(({ number, label }) => [number, label]),
    added,
    withdrawn: withdrawn.map(({ statement, likelihood }) => [statement, likelihood?.term]),
    leading,
  };
}

const [pays, fraud] = [
  'A foreign service pays local couriers.',
  'Insurance fraud explains burnt cabinets.',
] as [string, string];

test('a judgment whose id is used again is withdrawn and the other is new; so with the hypothesis that led', () => {
  const before = edition({ a: [ports, 'likely'], b: [strike, 'likely'] }, pays);
  const after = edition({ a: [budget, 'unlikely'], b: [strike, 'very likely'] }, fraud);
  expect(changed(before, after)).toEqual({
    moved: [[2, 'Railway unions call off their strike']],
    added: [1],
    withdrawn: [[ports, 'likely']],
    leading: { from: [pays.slice(0, -1)], to: [fraud.slice(0, -1)] },
  });
});

test('a judgment whose id went to another judgment, and which moved, is told under its number', () => {
  const before = edition({ a: [ports, 'likely'] }, pays);
  const after = edition({ a: [budget, 'unlikely'], b: [ports, 'unlikely'] }, pays);
  expect(changed(before, after)).toEqual({
    moved: [[2, 'Smugglers will bring drones through the southern ports']],
    added: [1],
    withdrawn: [],
    leading: undefined,
  });
});

test('a judgment rewritten to the contrary moved', () => {
  const before = edition({ a: [ports, 'likely'] }, pays);
  const after = edition({ a: ['No drones come through the ports.', 'unlikely'] }, pays);
  expect(changed(before, after)).toEqual({
    moved: [[1, 'No drones come through the ports']],
    added: [],
    withdrawn: [],
    leading: undefined,
  });
});
