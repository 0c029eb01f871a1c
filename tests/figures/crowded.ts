import type { Assessment } from '../../src/model/generated/types.ts';
import { assessmentWith } from '../support/assessments.ts';

const NAMES = [
  'Grey Herons',
  'Otters of the Lower River',
  'Voles',
  'Northern Badger Brigade',
  'Storks',
  'Hares',
];
const ids = NAMES.map((name) => name.toLowerCase().replaceAll(' ', '-'));
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const LEVELS = ['none', 'minimal', 'limited', 'moderate', 'substantial', 'extensive'] as const;
const TRENDS = ['rising', 'falling', 'steady', 'fluctuating', 'unknown'] as const;
const TERMS = [
  'almost certain',
  'very likely',
  'likely',
  'unlikely',
  'very unlikely',
  'almost no chance',
] as const;
const TITLE = 'Attack on a depot of the railway, in which two sheds and a signal cabinet burnt down';

/** Every kind of mark that figures draw, and so many of them that they come near each other. */
export const crowded: Assessment = assessmentWith({
  judgments: [
    ...TERMS.map((term, index) => ({
      id: `j${index}`,
      statement: at(
        [`The ${NAMES[index]} attack again.`, `${TITLE}, is followed by another on the same line.`],
        index,
      ),
      likelihood: { term },
      confidence: { level: at(['low', 'moderate', 'high'] as const, index) },
    })),
    { id: 'even', statement: 'It stays as it is.', likelihood: { range: [0.5, 0.5] } },
    {
      id: 'wide',
      statement: 'It gets worse.',
      likelihood: { range: [0.2, 0.9] },
      confidence: { level: 'low' },
    },
  ],
  actors: NAMES.map((name, index) => ({
    id: at(ids, index),
    name,
    type: 'armed-group',
    intent: { level: at(LEVELS, index), trend: at(TRENDS, index) },
    capabilities: (['planning', 'finance', 'weapons'] as const).slice(index % 3).map((dimension, step) => ({
      dimension,
      level: at(LEVELS, index + step + 1),
      trend: at(TRENDS, index + step),
    })),
  })),
  relationships: [
    ...[1, 2, 3, 4, 5].map((index) => ({
      id: `r${index}`,
      from: at(ids, 0),
      to: at(ids, index),
      type: at(['directs', 'supports', 'part-of', 'hostile-to', 'linked-to'] as const, index),
      standing: at(['asserted', 'alleged', 'disputed', 'denied'] as const, index),
    })),
    { id: 'back', from: at(ids, 2), to: at(ids, 0), type: 'cooperates-with' },
    { id: 'on', from: at(ids, 1), to: at(ids, 3), type: 'supplies' },
  ],
  incidents: Array.from({ length: 12 }, (_, index) => ({
    id: `i${index}`,
    title: index % 4 === 0 ? TITLE : `Fire ${index}`,
    date: at(['2024-03-09', '2024-03-12', '2023', '2022-05/2024-01', '2024-03', '2021/..'], index),
    ...(index % 5 === 0 && { until: '2024-06-02' }),
    ...(index % 5 > 0 && { outcome: at(['completed', 'failed', 'foiled', 'ongoing'] as const, index) }),
    place: {
      name: `Place ${index % 9}`,
      coordinates: { latitude: 50 + (index % 3) * 0.16, longitude: 14 + (index % 9) * 0.06 },
    },
    ...(index % 2 === 0 && { killed: { reports: [{ value: index * 7 }, { min: 3, max: index * 9 + 5 }] } }),
    ...(index % 3 === 0 && {
      injured: {
        reports: [{ value: 12 + index, qualifier: at(['about', 'at-least', 'at-most'] as const, index) }],
      },
    }),
  })),
  evidence: Array.from({ length: 6 }, (_, index) => ({ id: `e${index}`, statement: `Item ${index}.` })),
  hypotheses: NAMES.slice(0, 4).map((name, index) => ({
    id: `h${index}`,
    statement:
      index === 1
        ? `The ${name} did it, on orders of somebody abroad who pays by the shed.`
        : `The ${name} did it.`,
  })),
  matrix: Array.from({ length: 6 }, (_, index) => ({
    evidence: `e${index}`,
    ratings: Object.fromEntries(
      [0, 1, 2, 3].map((step) => [
        `h${step}`,
        at(['CC', 'C', 'N', 'I', 'II', 'NA'] as const, index * (step + 1) + step),
      ]),
    ),
  })),
  trends: [
    {
      id: 't',
      subject: 'attacks',
      measure: 'attacks a year',
      direction: 'rising',
      series: [
        { at: '2019', value: 120 },
        { at: '2020~', value: 80.5 },
        { at: '2021', value: 430 },
        { at: '2022-06', value: 425 },
        { at: '2023', value: 1010 },
      ],
    },
  ],
  scenarios: [
    ...TERMS.map((_, index) => ({
      id: `s${index}`,
      title: index === 2 ? TITLE : `The ${NAMES[index]} come`,
      likelihood: { term: at(TERMS, index * 5) },
      impact: at(['severe', 'moderate', 'severe', 'major', 'severe', 'minor'] as const, index),
    })),
    { id: 'point', title: 'Exactly so', likelihood: { range: [0.3, 0.3] }, impact: 'moderate' },
  ],
} as Partial<Assessment>);
