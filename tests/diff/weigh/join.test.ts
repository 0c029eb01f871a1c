import { expect, test } from 'vitest';
import { diffAssessments } from '../../../src/diff/diff-assessments.ts';
import { joinChanges } from '../../../src/diff/weigh/join/join.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../samples.ts';

/** The reported changes between two states. */
function joined(before: Partial<Assessment>, after: Partial<Assessment>): string[] {
  const [old, fresh] = [before, after].map((one) => ({ assessment: assessmentWith(one), register: {} }));
  if (!old || !fresh) return [];
  return joinChanges(diffAssessments(old, fresh).changes, old, fresh).map(({ summary }) => summary);
}

const statement = 'Attacks will continue.';
const evidence = [
  { id: 'calls', statement: 'Calls were made.' },
  { id: 'silence', statement: 'Nobody called.' },
];
const actors = [
  { id: 'cell', name: 'The Cell' },
  { id: 'union', name: 'The Union' },
];

test('a likelihood and the confidence in it are one line', () => {
  const judgment = (term: 'likely' | 'unlikely', level: 'low' | 'high') => ({
    judgments: [{ id: 'j', statement, likelihood: { term }, confidence: { level, basis: 'B.' } }],
  });
  expect(joined(judgment('likely', 'low'), judgment('unlikely', 'high'))).toEqual([
    'Attacks will continue: likely → unlikely (two bands down); confidence low → high',
  ]);
});

test('evidence that moved from one side to the other is one line', () => {
  const sides = (supporting: string[], contraryEvidence: string[]) => ({
    evidence,
    judgments: [{ id: 'j', statement, evidence: supporting, contraryEvidence }],
  });
  expect(joined(sides(['calls', 'silence'], []), sides(['calls'], ['silence']))).toEqual([
    'Judgment “Attacks will continue”: “Nobody called” now counts against (was for)',
  ]);
  // The same where the item has another id besides.
  const renamed = {
    evidence: [evidence[0], { id: 'quiet', statement: 'Nobody called.' }],
    judgments: [{ id: 'j', statement, evidence: ['calls'], contraryEvidence: ['quiet'] }],
  } as Partial<Assessment>;
  expect(joined(sides(['calls', 'silence'], []), renamed)).toEqual([
    'Judgment “Attacks will continue”: “Nobody called” now counts against (was for)',
    'Evidence “Nobody called”: id silence → quiet',
  ]);
});

test('an entry that changes sides is not an exchange if others are added or removed', () => {
  const sides = (supporting: string[], contraryEvidence: string[]) => ({
    evidence,
    judgments: [{ id: 'j', statement, evidence: supporting, contraryEvidence }],
  });
  expect(joined(sides(['silence'], []), sides(['calls'], ['silence'])).sort()).toEqual([
    'Judgment “Attacks will continue”: contrary evidence added Nobody called',
    'Judgment “Attacks will continue”: evidence added Calls were made; removed Nobody called',
  ]);
  expect(joined(sides(['calls'], ['silence']), sides(['silence'], ['calls']))).toEqual([
    'Judgment “Attacks will continue”: “Calls were made” now counts against (was for); “Nobody called” now counts for (was against)',
  ]);
});

test('sources that assert and deny, and sources of repeated evidence, change sides likewise', () => {
  const link = (asserts: string[], denies: string[]) => ({
    actors,
    relationships: [{ id: 'r', from: 'cell', to: 'union', type: 'supports' as const, asserts, denies }],
  });
  expect(joined(link(['Police', 'Press'], []), link(['Police'], ['Press']))).toEqual([
    'Relationship “The Cell supports The Union”: Press now denies it (asserted it)',
  ]);
  const source = (more: object) =>
    ({
      sources: [
        { id: 'paper', csl: { type: 'report', title: 'Paper' } },
        { id: 'wire', csl: { type: 'report', title: 'Wire' }, ...more },
      ],
    }) as Partial<Assessment>;
  expect(joined(source({ derivedFrom: ['paper'] }), source({ knownThrough: ['paper'] }))).toEqual([
    'Source “Wire”: “Paper” is now where it was read (was what it repeats)',
  ]);
});

test('a reversed relationship is one line', () => {
  const link = (from: string, to: string) => ({
    actors,
    relationships: [{ id: 'r', from, to, type: 'supports' as const }],
  });
  expect(joined(link('cell', 'union'), link('union', 'cell'))).toEqual([
    'Relationship “The Union supports The Cell”: direction reversed, The Cell → The Union is now The Union → The Cell',
  ]);
});

test('a figure that became a range is one line', () => {
  const toll = (report: object) => ({
    incidents: [{ id: 'i', title: 'Fire', killed: { reports: [{ asOf: '2025-01-01', ...report }] } }],
  });
  const summaries = joined(toll({ value: 2, qualifier: 'at-most' }), toll({ min: 1, max: 2 }));
  expect(summaries.filter((summary) => summary.includes('report on killed'))).toEqual([
    'Incident “Fire”: report on killed (as of 2025-01-01): at most 2 → 1–2',
  ]);
});

test('a paragraph that left one section for another is one line', () => {
  const sections = (first: string[], second: string[]) => ({
    sections: [
      { id: 'a', heading: 'Before', body: first },
      { id: 'b', heading: 'After', body: second },
    ],
  });
  const moved = 'The line was closed.';
  expect(joined(sections(['One.', '', moved], ['Two.']), sections(['One.'], ['Two.', '', moved]))).toEqual([
    'Paragraph “The line was closed.” moved from “Before” to “After”',
  ]);
});

test('judgments come before housekeeping, and a reason is printed with its change', () => {
  const edition = (number: number, asOf: string, term: 'likely' | 'unlikely', changes: object) => ({
    asOf,
    edition: { number, ...changes },
    judgments: [{ id: 'j', statement, likelihood: { term } }],
  });
  const summaries = joined(
    edition(1, '2024-03-22', 'likely', {}),
    edition(2, '2024-04-22', 'unlikely', { changes: [{ entity: 'judgments/j', reason: 'New data.' }] }),
  );
  expect(summaries[0]).toContain('likely → unlikely');
  expect(summaries.slice(1)).toEqual(['Information cut-off 2024-03-22 → 2024-04-22', 'Edition 1 → 2']);
});

test('another term of the same band does not move the judgment', () => {
  const judgment = (term: 'likely' | 'probable') => ({
    judgments: [{ id: 'j', statement, likelihood: { term } }],
  });
  expect(joined(judgment('likely'), judgment('probable'))).toEqual([
    'Attacks will continue: likely → probable (the same band); confidence unchanged, none stated',
  ]);
});

const judged = (more: object, other: object = {}) =>
  ({
    judgments: [
      { id: 'j', statement, ...more },
      { id: 'k', statement: 'Bridges stay.', ...other },
    ],
  }) as Partial<Assessment>;

test('an entry that is removed here and added at two other places has not moved', () => {
  const dissents = [{ by: 'B', statement: 'They stop.' }];
  const three = (...has: readonly boolean[]) =>
    ({
      judgments: has.map((own, index) => ({
        id: `j${index}`,
        statement: `${['Attacks', 'Bridges', 'Cranes'][index]} stay.`,
        ...(own && { dissents }),
      })),
    }) as unknown as Partial<Assessment>;
  expect(joined(three(true, false, false), three(false, true, true))).toHaveLength(3);
  expect(joined(three(true, false, false), three(false, true, false))).toHaveLength(1);
});

test.each<[string, Partial<Assessment>, Partial<Assessment>, string]>([
  [
    'a dissent that goes to another judgment',
    judged({ dissents: [{ by: 'B', statement: 'They stop.' }] }),
    judged({}, { dissents: [{ by: 'B', statement: 'They stop.' }] }),
    'Moved from judgment “Attacks will continue” to “Bridges stay”: dissent by B: “They stop.”',
  ],
  [
    'an analyst whose name changes',
    judged({ estimates: [{ by: 'C', likelihood: { range: [0.6, 0.6] }, confidence: 'low' }] }),
    judged({ estimates: [{ by: 'Roe', likelihood: { range: [0.6, 0.6] }, confidence: 'low' }] }),
    'Judgment “Attacks will continue”: estimate by Roe changed: by C → Roe',
  ],
  [
    'the counts of a base rate',
    judged({ baseRate: { event: 'Such years', count: 1, of: 6 } }),
    judged({ baseRate: { event: 'Such years', count: 2, of: 7 } }),
    'Judgment “Attacks will continue”: base rate 1 of 6 → 2 of 7',
  ],
  [
    'one of the counts of a base rate',
    judged({ baseRate: { event: 'Such years', count: 1, of: 6 } }),
    judged({ baseRate: { event: 'Such years', count: 1, of: 7 } }),
    'Judgment “Attacks will continue”: base rate 1 of 6 → 1 of 7',
  ],
  [
    'a denier who now asserts',
    {
      actors,
      relationships: [
        { id: 'r', from: 'cell', to: 'union', type: 'supports', asserts: 'the press', denies: 'union' },
      ],
    },
    {
      actors,
      relationships: [
        { id: 'r', from: 'cell', to: 'union', type: 'supports', asserts: ['the press', 'union'] },
      ],
    },
    'Relationship “The Cell supports The Union”: The Union now asserts it (denied it)',
  ],
  [
    'a figure that loses its qualifier',
    {
      incidents: [
        {
          id: 'i',
          title: 'Fire',
          counts: [{ of: 'posts', reports: [{ value: 5, qualifier: 'about', by: 'X' }] }],
        },
      ],
    },
    { incidents: [{ id: 'i', title: 'Fire', counts: [{ of: 'posts', reports: [{ value: 5, by: 'X' }] }] }] },
    'Incident “Fire”: count (posts): report on a count (by X): about 5 → 5',
  ],
  [
    'a count that is called otherwise',
    {
      incidents: [{ id: 'i', title: 'Fire', counts: [{ of: 'posts', unit: 'x', reports: [{ value: 5 }] }] }],
    },
    {
      incidents: [
        { id: 'i', title: 'Fire', counts: [{ of: 'posts lost', unit: 'x', reports: [{ value: 5 }] }] },
      ],
    },
    'Incident “Fire”: count (posts lost) changed: of posts → posts lost',
  ],
  [
    'a toll that is said to be of several incidents',
    {
      incidents: [
        { id: 'i', title: 'Fire' },
        { id: 'k', title: 'Blast' },
      ],
    },
    {
      incidents: [
        { id: 'i', title: 'Fire', killed: { reports: [{ value: 2 }], across: ['k'] } },
        { id: 'k', title: 'Blast' },
      ],
    },
    'Incident “Fire”: killed stated: 2 together with Blast',
  ],
  [
    'a sentence that goes to another section',
    {
      sections: [
        { id: 'a', heading: 'A', body: ['One.', 'Two.'] },
        { id: 'b', heading: 'B', body: ['Three.'] },
      ],
    },
    {
      sections: [
        { id: 'a', heading: 'A', body: ['One.'] },
        { id: 'b', heading: 'B', body: ['Three.', 'Two.'] },
      ],
    },
    'Sentence “Two.” moved from “A” to “B”',
  ],
  [
    'a recommendation that was open when nothing was said',
    { recommendations: [{ id: 'r', to: 'us', action: 'Act.' }] },
    { recommendations: [{ id: 'r', to: 'us', action: 'Act.', status: 'done' }] },
    'Recommendation “Act”: status open → done',
  ],
])('is one line: %s', (_, before, after, line) => {
  expect(joined(before, after)).toEqual([line]);
});
