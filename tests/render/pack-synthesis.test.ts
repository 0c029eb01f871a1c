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

test('memos that agree have no differences', () => {
  expect(synthesisOf(killed(3), killed(3)).differences).toEqual([]);
});

test('each difference is a sentence that says which memo says what', () => {
  const { differences } = synthesisOf(killed(3), killed(5), killed(3));
  expect(differences).toEqual([
    {
      number: 1,
      matter: 'How many, killed: Attack on the bridge',
      answers: 'memos 1 and 3: 3; memo 2: 5',
      hangsOn: 'Not known in full: nothing that it rests on is named by memos 1, 2 and 3.',
    },
  ]);
});

test('the reason for a difference is given in a sentence: sources, dates, readings', () => {
  const reporting = (source: string, value: number, asOf: string): Partial<Assessment> => ({
    ...killed(value),
    asOf,
    sources: [
      {
        id: source,
        csl: { type: 'report', title: `Report of ${source}`, issued: asOf, DOI: `10.1/${source}` },
      },
    ],
    incidents: [
      { id: 'attack', title: 'Attack on the bridge', killed: { reports: [{ value, source }] } },
    ] as Incident[],
  });
  const [difference] = synthesisOf(
    reporting('a', 3, '2024-04-01'),
    reporting('b', 5, '2025-04-01'),
  ).differences;
  expect(difference?.hangsOn).toContain('Different sources: they have none in common.');
  expect(difference?.hangsOn.replaceAll('\u00a0', ' ')).toContain(
    'Different dates: memo 1 has information to 1 April 2024, memo 2 to 1 April 2025. Published since then: “Report of b”.',
  );
  const three = synthesisOf(reporting('a', 3, '2024-04-01'), reporting('b', 5, '2025-04-01'));
  expect(three.allHangOn).toBe('');
  const [same] = synthesisOf(reporting('a', 3, '2024-04-01'), reporting('a', 5, '2024-04-01')).differences;
  expect(same?.hangsOn).not.toContain('Different sources');
});

test('dates that differ from pair to pair are left to the list of memos, and mentioned once', () => {
  const fires = (asOf: string, counts: Readonly<Record<string, number>>): Partial<Assessment> => {
    const source = `report-${asOf}`;
    return {
      asOf,
      sources: [
        {
          id: source,
          csl: { type: 'report', title: `Report of ${asOf}`, issued: asOf, DOI: `10.1/${asOf}` },
        },
      ],
      incidents: Object.entries(counts).map(([id, value]) => ({
        id,
        title: `Fire at ${id}`,
        killed: { reports: [{ value, source }] },
      })) as Incident[],
    };
  };
  const { differences, allHangOn } = synthesisOf(
    fires('2024-01-01', { Alby: 1, Borg: 1 }),
    fires('2024-02-01', { Alby: 2, Dal: 1 }),
    fires('2024-03-01', { Borg: 2, Dal: 2 }),
  );
  expect(allHangOn).toBe(
    'Different sources: they have none in common. Different dates: the list below has the cut-off of each memo.',
  );
  expect(differences.map(({ hangsOn }) => hangsOn)).toEqual([
    'Published after the earlier cut-off: “Report of 2024-02-01”.',
    'Published after the earlier cut-off: “Report of 2024-03-01”.',
    'Published after the earlier cut-off: “Report of 2024-03-01”.',
  ]);
});

test('attributions come before casualties, and the rest is counted', () => {
  const side = (actor: string, value: number) =>
    attack({
      killed: { reports: [{ value }] },
      injured: { reports: [{ value: value + 1 }] },
      arrested: { reports: [{ value: value + 2 }] },
      perpetrators: { reports: [{ value: value + 3 }] },
      attributions: [{ actor, evidence: [] }],
    });
  const { differences, allHangOn, more } = synthesisOf(side('Reds', 1), side('Blues', 10));
  expect(differences[0]).toMatchObject({
    matter: 'Who is responsible: Attack on the bridge',
    answers: 'memo 1: open, though others blame Reds; memo 2: open, though others blame Blues',
  });
  // Three counts of four have a sentence; what all of them hang on is said once.
  expect(differences).toHaveLength(4);
  expect(allHangOn).toBe('Not known in full: nothing that it rests on is named by memos 1 and 2.');
  expect(differences.map(({ hangsOn }) => hangsOn)).toEqual(['', '', '', '']);
  expect(more).toBe(1);
});

test('judgments on one subject are described by each of their terms, not by a range', () => {
  const judged = (...terms: readonly string[]): Partial<Assessment> => ({
    ...attack({}),
    judgments: terms.map((term, index) => ({
      id: `j${index}`,
      statement: `Statement ${index}.`,
      about: ['attack'],
      likelihood: { term },
      confidence: { level: 'low' as const },
    })),
  });
  const { differences } = synthesisOf(judged('very likely', 'unlikely', 'unlikely'), judged('likely'));
  expect(differences).toMatchObject([
    {
      matter: 'How likely the judgments on it are: Attack on the bridge',
      answers: 'memo 1: “unlikely” and “very likely”; memo 2: “likely”',
    },
  ]);
});

test('a memo that weighs only what others say holds responsible whom it finds likely', () => {
  const blamed = (actor: string, likelihood?: 'likely'): Partial<Assessment> =>
    attack({
      attributions: [
        { actor, by: 'A paper', evidence: [], ...(likelihood && { likelihood: { term: likelihood } }) },
      ],
    });
  const { differences } = synthesisOf(blamed('Reds', 'likely'), blamed('Blues'));
  expect(differences[0]?.answers).toBe('memo 1: Reds (likely); memo 2: open, though others blame Blues');
});

test('what is most widely spoken of is named with how many memos do', () => {
  expect(synthesisOf(killed(3), killed(4), {}).widest).toEqual({ name: 'Attack on the bridge', memos: 2 });
});
