import { soundAssessment } from '../../src/check/sound-assessment.ts';
import type { Assessment } from '../../src/model/generated/types.ts';

/** An assessment with something of everything that can change. */
export const firstEdition: Assessment = {
  ...soundAssessment,
  id: 'fires',
  edition: { number: 1 },
  actors: [
    {
      id: 'crew',
      name: 'The crew',
      capabilities: [{ dimension: 'planning', level: 'limited', evidence: ['four-fires'] }],
    },
    { id: 'paymaster', name: 'The paymaster', intent: { level: 'moderate' } },
  ],
  relationships: [
    {
      id: 'pays',
      from: 'paymaster',
      to: 'crew',
      type: 'supplies',
      standing: 'alleged',
      evidence: ['four-fires'],
    },
  ],
  incidents: [
    {
      id: 'depot-fire',
      title: 'Fire at the depot',
      date: '2025-03-08',
      injured: { reports: [{ value: 3, source: 'rail-authority' }] },
    },
  ],
  hypotheses: [
    { id: 'hired', statement: 'The crew is hired.' },
    { id: 'idle-boys', statement: 'Bored youths did it.' },
  ],
  matrix: [
    { evidence: 'four-fires', ratings: { hired: 'C', 'idle-boys': 'I' } },
    { evidence: 'two-arrests', ratings: { hired: 'N', 'idle-boys': 'C' } },
  ],
  judgments: [
    ...soundAssessment.judgments,
    {
      id: 'hired-hands',
      key: true,
      statement: 'The fires are the work of hired hands.',
      likelihood: { term: 'roughly even chance' },
      confidence: { level: 'low', basis: 'One source.' },
      horizon: '2025-12-31',
      evidence: ['four-fires', 'two-arrests'],
    },
    {
      id: 'no-deaths',
      statement: 'Nobody will die in the fires.',
      likelihood: { term: 'very likely' },
      confidence: { level: 'low' },
      horizon: '2025-12-31',
      evidence: ['four-fires'],
    },
  ],
  scenarios: [
    {
      id: 'spread',
      title: 'The fires spread',
      narrative: 'Other lines burn.',
      likelihood: { term: 'unlikely' },
    },
  ],
  indicators: [
    {
      id: 'other-lines',
      statement: 'A fire on another line.',
      observes: ['scenarios/spread'],
      status: 'not-observed',
    },
  ],
  sections: [
    {
      id: 'pattern',
      heading: 'A pattern',
      body: ['The four fires look alike.[@four-fires]', 'They were set at night.'],
    },
    { id: 'money', heading: 'The money', body: 'Nobody knows who pays.' },
  ],
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What became of the file with one commit. */
export interface Edition {
  readonly name: string;
  readonly edit: (assessment: Mutable<Assessment>) => void;
  /** The text of the file; JSON with two blanks when left out. */
  readonly write?: (assessment: Assessment) => string;
  /** What has to be reported, and nothing else: `class type collection/id field direction`. */
  readonly changes: readonly string[];
}

function member<T extends object>(items: readonly T[] | undefined, id: string): Mutable<T> {
  const found = items?.find((item) => Object.values(item).includes(id));
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
}

/** Each edition after the first; one thing happens in each, as it does in real ones. */
export const laterEditions: readonly Edition[] = [
  {
    name: 'a likelihood goes up a band, with a reason',
    edit: (a) => {
      member(a.judgments, 'fires-continue').likelihood = { term: 'very likely' };
      a.edition = {
        number: 2,
        changes: [{ entity: 'judgments/fires-continue', reason: 'Two more cabinets burned in *May*.' }],
      };
    },
    changes: [
      'judgments likelihood-moved judgments/fires-continue likelihood up',
      'handling changed assessment/fires edition/number -',
      'handling added assessment/fires edition/changes/judgments~1fires-continue -',
    ],
  },
  {
    name: 'a likelihood goes down two bands, and confidence up two levels',
    edit: (a) => {
      const judgment = member(a.judgments, 'hired-hands');
      judgment.likelihood = { range: [0.1, 0.15] };
      judgment.confidence = { level: 'high', basis: 'One source.' };
    },
    changes: [
      'judgments likelihood-moved judgments/hired-hands likelihood down',
      'judgments confidence-moved judgments/hired-hands confidence/level up',
    ],
  },
  {
    name: 'a judgment is added',
    edit: (a) => {
      a.judgments = [
        ...a.judgments,
        {
          id: 'guards-help',
          statement: 'Guards will slow the crew down.',
          likelihood: { term: 'likely' },
          confidence: { level: 'low' },
          horizon: '2025-12-31',
          evidence: ['two-arrests'],
        },
      ];
    },
    changes: ['judgments added judgments/guards-help - -'],
  },
  {
    name: 'a judgment is withdrawn',
    edit: (a) => {
      a.judgments = a.judgments.filter(({ id }) => id !== 'no-deaths') as Assessment['judgments'];
    },
    changes: ['judgments withdrawn judgments/no-deaths - -'],
  },
  {
    name: 'the marking is more restrictive, the cut-off later',
    edit: (a) => {
      a.marking = 'TLP:AMBER';
      a.asOf = '2025-05-31';
    },
    changes: [
      'handling marking-changed assessment/fires marking up',
      'handling changed assessment/fires asOf -',
    ],
  },
  {
    name: 'another report widens a toll',
    edit: (a) => {
      member(a.incidents, 'depot-fire').injured?.reports.push({ value: 7, source: 'county-police' });
    },
    changes: [
      'incidents added incidents/depot-fire injured/reports/source county-police -',
      'derived range-widened incidents/depot-fire injured/range wider',
    ],
  },
  {
    name: 'a rating turns the lead around',
    edit: (a) => {
      member(a.matrix, 'four-fires').ratings = { hired: 'II', 'idle-boys': 'I' };
    },
    changes: [
      'evidence rating-moved matrix/four-fires ratings/hired down',
      'derived leader-changed hypotheses/idle-boys rank -',
    ],
  },
  {
    name: 'a capability grows, an intent fades',
    edit: (a) => {
      member(a.actors, 'crew').capabilities = [
        { dimension: 'planning', level: 'substantial', evidence: ['four-fires'] },
      ];
      member(a.actors, 'paymaster').intent = { level: 'limited' };
    },
    changes: [
      'capabilities level-moved actors/crew capabilities/planning/level up',
      'capabilities level-moved actors/paymaster intent/level down',
    ],
  },
  {
    name: 'a relationship is disputed, a source graded better',
    edit: (a) => {
      member(a.relationships, 'pays').standing = 'disputed';
      member(a.sources, 'county-police').reliability = 'B';
    },
    changes: [
      'actors standing-changed relationships/pays standing -',
      'evidence grade-moved sources/county-police reliability up',
    ],
  },
  {
    name: 'a sentence is reworded',
    edit: (a) => {
      member(a.sections, 'pattern').body = [
        'The four fires look much alike.[@four-fires]',
        'They were set at night.',
      ];
    },
    changes: ['narrative reworded sections/pattern body -'],
  },
  {
    name: 'a judgment has another id, and what refers to it follows',
    edit: (a) => {
      member(a.judgments, 'hired-hands').id = 'work-for-hire';
      member(a.indicators, 'other-lines').observes = ['scenarios/spread', 'judgments/work-for-hire'];
    },
    changes: [
      'judgments renamed judgments/work-for-hire id -',
      'outlook list-changed indicators/other-lines observes -',
    ],
  },
  {
    name: 'only the form of the file changes',
    edit: () => undefined,
    write: (a) =>
      `\n${JSON.stringify({ ...a, bottomLine: a.bottomLine?.toString().split('. ') }, null, 7)}\n\n`,
    changes: [],
  },
  {
    name: 'only the order changes',
    edit: (a) => {
      a.judgments = a.judgments.toReversed() as Assessment['judgments'];
      a.sources = a.sources?.toReversed() ?? [];
      a.evidence = a.evidence?.toReversed() ?? [];
      a.matrix = a.matrix?.toReversed() ?? [];
      member(a.indicators, 'other-lines').observes = ['judgments/work-for-hire', 'scenarios/spread'];
    },
    // The numbers of judgments are cited; what else is in another order says the same.
    changes: ['derived order-changed assessment/fires judgments -'],
  },
  {
    name: 'a scenario is likelier, its indicator seen',
    edit: (a) => {
      member(a.scenarios, 'spread').likelihood = { term: 'likely' };
      member(a.indicators, 'other-lines').status = 'observed';
    },
    changes: [
      'outlook likelihood-moved scenarios/spread likelihood up',
      'outlook observation-moved indicators/other-lines status up',
    ],
  },
  {
    name: 'sections change places, and one is added',
    edit: (a) => {
      const [first, ...rest] = a.sections ?? [];
      a.sections = [
        ...rest,
        ...(first ? [first] : []),
        { id: 'guards', heading: 'Guards', body: 'There are ten.' },
      ];
    },
    changes: ['narrative moved sections/pattern - -', 'narrative added sections/guards - -'],
  },
  {
    name: 'the third edition is out',
    edit: (a) => {
      member(a.judgments, 'fires-continue').likelihood = { term: 'likely' };
      a.edition = { number: 3 };
      a.asOf = '2025-06-30';
    },
    changes: [
      'judgments likelihood-moved judgments/fires-continue likelihood down',
      'handling changed assessment/fires edition/number -',
      'handling removed assessment/fires edition/changes/judgments~1fires-continue -',
      'handling changed assessment/fires asOf -',
    ],
  },
];

/** The first edition with another first judgment. */
export function withFirst(judgment: Partial<Assessment['judgments'][number]>): Assessment {
  const judgments = firstEdition.judgments.map((one, index) => (index === 0 ? { ...one, ...judgment } : one));
  return { ...firstEdition, judgments: judgments as Assessment['judgments'] };
}

/** The assessment after each edition, with the text of its file; the first one first. */
export function allEditions(): readonly { readonly assessment: Assessment; readonly text: string }[] {
  const assessment = structuredClone(firstEdition) as Mutable<Assessment>;
  const state = (write = (a: Assessment) => `${JSON.stringify(a, null, 2)}\n`) => ({
    assessment: structuredClone(assessment),
    text: write(assessment),
  });
  return [
    state(),
    ...laterEditions.map(({ edit, write }) => {
      edit(assessment);
      return state(write);
    }),
  ];
}
