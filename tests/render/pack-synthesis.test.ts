import { expect, test } from 'vitest';
import { compareAssessments } from '../../src/derive/comparison/compare.ts';
import { viewComparison } from '../../src/derive/comparison/view.ts';
import { emptyRegister } from '../../src/derive/entities/resolve.ts';
import type { Assessment, Incident } from '../../src/model/generated/types.ts';
import { synthesisText } from '../../src/render/pack-synthesis.ts';
import { assessmentWith } from '../support/assessments.ts';
import { messages } from './messages.ts';

const attack = (own: Partial<Incident>): Partial<Assessment> => ({
  incidents: [{ id: 'attack', title: 'Attack on the bridge', ...own }],
});

const synthesisOf = (...assessments: readonly Partial<Assessment>[]) =>
  synthesisText(
    viewComparison(
      compareAssessments(
        assessments.map((own, index) => ({
          assessment: assessmentWith({ id: `memo-${index + 1}`, ...own }),
          register: emptyRegister,
        })),
      ),
    ),
    messages,
  );

const killed = (value: number) => attack({ killed: { reports: [{ value }] } });

test('memos that agree have nothing to differ on', () => {
  expect(synthesisOf(killed(3), killed(3)).differences).toEqual([]);
});

test('each difference is a sentence that says which memo says what', () => {
  const { differences } = synthesisOf(killed(3), killed(5), killed(3));
  expect(differences).toEqual([
    {
      number: 1,
      matter: 'How many, killed: Attack on the bridge',
      answers: 'for memos 1 and 3 it is 3; for memo 2 it is 5',
    },
  ]);
});

test('who did it stands before how many, and the rest is counted', () => {
  const side = (actor: string, value: number) =>
    attack({
      killed: { reports: [{ value }] },
      injured: { reports: [{ value: value + 1 }] },
      arrested: { reports: [{ value: value + 2 }] },
      perpetrators: { reports: [{ value: value + 3 }] },
      attributions: [{ actor, evidence: [] }],
    });
  const { differences, more } = synthesisOf(side('Reds', 1), side('Blues', 10));
  expect(differences[0]).toMatchObject({
    matter: 'Who is responsible: Attack on the bridge',
    answers:
      'for memo 1 it is open, though others blame Reds; for memo 2 it is open, though others blame Blues',
  });
  // Three counts of four have a sentence.
  expect(differences).toHaveLength(4);
  expect(more).toBe(1);
});
