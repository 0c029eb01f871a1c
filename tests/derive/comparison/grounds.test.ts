import { expect, test } from 'vitest';
import { compareAssessments, differencesOf } from '../../../src/derive/comparison/compare.ts';
import type { DifferenceType } from '../../../src/derive/comparison/types.ts';
import { viewComparison } from '../../../src/derive/comparison/view.ts';
import type { Assessment, Register } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../../support/assessments.ts';

const register: Register = {
  actors: [
    { id: 'herons', name: 'Grey Herons', type: 'armed-group' },
    { id: 'otters', name: 'Otters', type: 'armed-group' },
    { id: 'duke', name: 'Rupert Duke', type: 'person' },
    { id: 'watch', name: 'State Watch', type: 'security-service' },
  ],
  incidents: [
    { id: 'pier', title: 'Attack on the pier', date: '2025-02-05' },
    { id: 'mill', title: 'Fire in the mill', date: '2025-02-07' },
  ],
  sources: ['first', 'second', 'elsewhere'].map((id) => ({
    id,
    csl: { type: 'report', title: `Report of the ${id}` },
  })),
};

/** One side of a comparison: `cited` is evidence with its own source, and `elsewhere` is irrelevant. */
function side(source: 'first' | 'second', own: Partial<Assessment>): Assessment {
  return assessmentWith({
    id: `memo-${source}`,
    actors: [{ ref: 'herons' }, { ref: 'otters' }],
    sources: [source, 'elsewhere'].map((ref) => ({ ref, reliability: 'B' as const })),
    evidence: [
      { id: 'cited', statement: 'Cited.', kind: 'report', citations: [{ source, credibility: 2 }] },
      { id: 'elsewhere', statement: 'Elsewhere.', kind: 'report', citations: [{ source: 'elsewhere' }] },
    ],
    ...own,
  } as Partial<Assessment>);
}

type Sides = readonly [one: Partial<Assessment>, other: Partial<Assessment>];

const trend = (subject: string, direction: 'rising' | 'falling', evidence: string) => ({
  id: `of-${subject}`,
  subject,
  direction,
  evidence: [evidence],
});
const capability = (level: 'limited' | 'extensive') => [
  {
    ref: 'herons',
    capabilities: [{ dimension: 'finance' as const, level, evidence: ['cited'] }],
    intent: { level: 'moderate' as const, evidence: ['elsewhere'] },
  },
  { ref: 'otters' },
];
const link = (standing: 'asserted' | 'denied') => ({
  relationships: [
    { id: 'a', from: 'otters', to: 'herons', type: 'supports' as const, standing, evidence: ['cited'] },
    { id: 'b', from: 'otters', to: 'duke', type: 'supports' as const, evidence: ['elsewhere'] },
  ],
});

const intent = (level: 'limited' | 'extensive') =>
  capability('limited').map((one, index) =>
    index === 0 ? { ...one, intent: { level, evidence: ['cited'] }, capabilities: [] } : one,
  );
/** Where this one is the greatest threat, by what is cited. */
const threats = (greatest: 'herons' | 'otters') =>
  (['herons', 'otters'] as const).map((ref) => ({
    ref,
    intent: { level: 'limited' as const, evidence: [ref === greatest ? 'cited' : 'elsewhere'] },
    capabilities: [
      {
        dimension: 'finance' as const,
        level: ref === greatest ? ('moderate' as const) : ('limited' as const),
        evidence: [ref === greatest ? 'cited' : 'elsewhere'],
      },
    ],
  }));

/** Something said by a person, for a body perhaps, beside what somebody else said. */
function spoken(
  actor: 'watch' | undefined,
  name: string,
  office: string,
  index: number,
): Partial<Assessment> {
  return {
    evidence: [
      {
        id: 'said',
        statement: 'Said.',
        kind: 'claim',
        speaker: { name, office, ...(actor && { actor }) },
        citations: [{ source: ['first', 'second'][index] ?? '', credibility: 2 }],
      },
      {
        id: 'other',
        statement: 'Said.',
        kind: 'claim',
        speaker: { name: 'Somebody Else', office: 'clerk' },
        citations: [{ source: 'elsewhere' }],
      },
    ],
  };
}

/** A judgment that an actor is behind an incident. */
function blamed(incident: string, actor: string, evidence: string) {
  return {
    id: `${incident}-${actor}`,
    statement: `The ${actor} are behind what happened at the ${incident}.`,
    likelihood: { term: 'likely' },
    about: [`incidents/${incident}`, `actors/${actor}`],
    evidence: [evidence],
  };
}

/** What each side says in a matter, and under the same roof what it says in another. */
const MATTERS: readonly (readonly [DifferenceType, string, Sides])[] = [
  [
    'incident/claim',
    'pier',
    [
      {
        incidents: [
          { ref: 'mill', claims: [{ actor: 'duke', evidence: ['elsewhere'] }] },
          { ref: 'pier', claims: [{ actor: 'herons', evidence: ['cited'] }] },
        ],
      },
      {
        incidents: [
          { ref: 'mill', claims: [{ actor: 'duke', evidence: ['elsewhere'] }] },
          { ref: 'pier', claims: [{ actor: 'otters', evidence: ['cited'] }] },
        ],
      },
    ],
  ],
  [
    'incident/attribution',
    'pier',
    [
      {
        incidents: [
          { ref: 'mill', attributions: [{ actor: 'duke', evidence: ['elsewhere'] }] },
          { ref: 'pier', attributions: [{ actor: 'herons', evidence: ['cited'] }] },
        ],
      },
      {
        incidents: [
          { ref: 'mill', attributions: [{ actor: 'duke', evidence: ['elsewhere'] }] },
          { ref: 'pier', attributions: [{ actor: 'otters', evidence: ['cited'] }] },
        ],
      },
    ],
  ],
  [
    'incident/attribution',
    'pier',
    (['herons', 'otters'] as const).map((actor) => ({
      incidents: [{ ref: 'mill' }, { ref: 'pier', attributions: [{ actor }] }],
      judgments: [
        blamed('pier', actor, 'cited'),
        blamed('mill', actor, 'elsewhere'),
        { ...blamed('pier', actor, 'elsewhere'), id: 'general', about: ['incidents/pier'] },
      ],
    })) as unknown as Sides,
  ],
  [
    'actor/trend',
    'herons',
    [
      { trends: [trend('herons', 'rising', 'cited'), trend('otters', 'rising', 'elsewhere')] },
      { trends: [trend('herons', 'falling', 'cited'), trend('otters', 'rising', 'elsewhere')] },
    ],
  ],
  ['actor/capability', 'herons', [{ actors: capability('limited') }, { actors: capability('extensive') }]],
  ['actor/intent', 'herons', [{ actors: intent('limited') }, { actors: intent('extensive') }]],
  ['threat/greatest', 'threats', [{ actors: threats('herons') }, { actors: threats('otters') }]],
  [
    'incident/figure',
    'pier',
    (['first', 'second'] as const).map((source, index) => ({
      incidents: [
        {
          ref: 'pier',
          killed: { reports: [{ value: index, source }] },
          injured: { reports: [{ value: 9, source: 'elsewhere' }] },
        },
      ],
    })) as unknown as Sides,
  ],
  [
    'actor/trend',
    'herons',
    (['rising', 'falling'] as const).map((direction, index) => ({
      trends: [
        {
          id: 'of-herons',
          subject: 'herons',
          direction,
          series: [{ at: '2024', value: 1, source: ['first', 'second'][index] }],
        },
      ],
    })) as unknown as Sides,
  ],
  [
    'body/people',
    'watch',
    (['A. Weir', 'B. Lock'] as const).map((name, index) =>
      spoken('watch', name, 'head', index),
    ) as unknown as Sides,
  ],
  [
    'speaker/office',
    'C. Mole',
    (['governor', 'minister'] as const).map((office, index) =>
      spoken(undefined, 'C. Mole', office, index),
    ) as unknown as Sides,
  ],
  ['relationship/standing', 'herons+otters', [link('asserted'), link('denied')]],
];

test.each(MATTERS)('%s of %s rests on what is named there, and on nothing else', (type, id, [one, other]) => {
  const sides = [side('first', one), side('second', other)];
  const comparison = compareAssessments(sides.map((assessment) => ({ assessment, register })));
  const found = differencesOf(comparison, type).find(({ matter }) => matter.id === id);
  expect(found?.hangsOn.find(({ kind }) => kind === 'sources')).toMatchObject({
    shared: 0,
    all: 2,
    alone: [
      { memo: 1, titles: ['Report of the first'] },
      { memo: 2, titles: ['Report of the second'] },
    ],
  });
});

test('the table of attributions has a column for each memo that makes one, and for no other', () => {
  const pier = (actor: string) => ({ incidents: [{ ref: 'pier', attributions: [{ actor }] }] });
  const sides = [
    side('first', pier('herons')),
    assessmentWith({ id: 'silent', incidents: [{ ref: 'pier' }] }),
    side('second', pier('otters')),
  ];
  const comparison = compareAssessments(sides.map((assessment) => ({ assessment, register })));
  const [blame] = viewComparison(comparison).blame;
  expect(blame?.table.columns.map(({ id }) => id)).toEqual(['memo-first', 'memo-second']);
  expect(
    blame?.table.rows.map(({ matter, cells }) => [matter.name, ...cells.map((cell) => cell !== undefined)]),
  ).toEqual([
    ['Grey Herons', true, false],
    ['Otters', false, true],
  ]);
});

const judged = (id: string, more: object) => ({
  id,
  statement: `The herons attack the ${id}.`,
  likelihood: { term: 'likely' },
  evidence: ['cited'],
  ...more,
});

test('of the judgments on a subject, key ones come first; incidents come before actors', () => {
  const judgments = (term: string) => [
    judged('harbour', { about: ['actors/herons'], likelihood: { term } }),
    judged('bridge', { about: ['actors/herons'], key: true, likelihood: { term } }),
    judged('pier', { about: ['incidents/pier'], likelihood: { term } }),
  ];
  const sides = (['likely', 'unlikely'] as const).map((term, index) =>
    side(index === 0 ? 'first' : 'second', {
      incidents: [{ ref: 'pier' }],
      judgments: judgments(term),
    } as Partial<Assessment>),
  );
  const comparison = compareAssessments(sides.map((assessment) => ({ assessment, register })));
  const topics = differencesOf(comparison, 'judgment/likelihood');
  expect(topics.map(({ matter }) => matter.kind)).toEqual(['incident', 'actor']);
  expect(topics[1]?.sides[0]?.value.shown.map(({ id }) => id)).toEqual(['bridge', 'harbour']);
});
