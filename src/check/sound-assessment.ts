import type { Assessment, Medium } from '../model/generated/types.ts';

/**
 * A small assessment to which no rule objects. Examples of rules are this one with a few properties replaced,
 * so that each shows one thing.
 */
export const soundAssessment: Assessment = {
  id: 'sample',
  form: 'policy-memo',
  title: 'Fires along the Northern Line',
  marking: 'TLP:CLEAR',
  asOf: '2025-04-30',
  standards: { likelihood: 'icd-203', sourceGrading: 'admiralty' },
  bottomLine: 'Fires along the line are likely to go on through 2025.',
  sources: [
    {
      id: 'rail-authority',
      csl: { type: 'report', title: 'Fires on the Northern Line', issued: '2025-04-12' },
      reliability: 'B',
    },
    {
      id: 'county-police',
      csl: { type: 'report', title: 'Investigation of the March fires', issued: '2025-04-20' },
      reliability: 'C',
    },
  ],
  evidence: [
    {
      id: 'four-fires',
      statement: 'Four signal cabinets burned within a month.',
      kind: 'report',
      date: '2025-04-12',
      citations: [{ source: 'rail-authority', credibility: 2 }],
    },
    {
      id: 'two-arrests',
      statement: 'Two men were arrested and the fires stopped for three weeks.',
      kind: 'official-statement',
      date: '2025-04-20',
      citations: [{ source: 'county-police', credibility: 3 }],
    },
  ],
  judgments: [
    {
      id: 'fires-continue',
      key: true,
      statement: 'Fires along the line will go on.',
      likelihood: { term: 'likely' },
      confidence: { level: 'moderate', basis: 'Two independent reports agree on the pattern.' },
      horizon: '2025-12-31',
      evidence: ['four-fires'],
      contraryEvidence: ['two-arrests'],
    },
  ],
};

/** A picture to which no rule objects if a text shows it: for the examples of rules about pictures. */
export const soundPicture: Medium = {
  id: 'burnt-cabinet',
  file: 'pictures/burnt-cabinet.jpg',
  alt: 'A signal cabinet, black from the floor to the roof.',
  caption: 'The cabinet at Sandby on the morning after the fire.',
  credit: 'Rail Safety Authority',
};
