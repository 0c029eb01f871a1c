import { TO_BE_WRITTEN } from '../model/unfinished.ts';

export interface SkeletonWishes {
  readonly id: string;
  readonly form: string;
  readonly title?: string;
  readonly marking: string;
  /** Cut-off of the information, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** A term of the project's scale for what is more likely than not, and its lowest level of confidence. */
  readonly likelihood: string;
  readonly confidence: string;
  /** The way to the schema from the file's folder. */
  readonly schema: string;
}

/**
 * An assessment that asks what a good memo of its form answers: each text says what should stand in its place. It is valid, and
 * the check has nothing but notes on it, one for each text that is still to be written.
 */
export function skeleton(wishes: SkeletonWishes): object {
  const { id, form, title, marking, asOf, schema } = wishes;
  return {
    $schema: schema,
    schemaVersion: '1.1',
    id,
    form,
    title: title ?? toBeWritten('a title that says what the memo is about, without a full stop'),
    status: 'draft',
    marking,
    asOf,
    question: toBeWritten('which question does this memo answer, for whom, and until when?'),
    bottomLine: toBeWritten(
      'the answer in two sentences, with its likelihood, and what the reader should do.',
    ),
    ...base(wishes),
    ...(PARTS[form] ?? {}),
    sections: (SECTIONS[form] ?? DEFAULT_SECTIONS).map(([name, heading, question]) => ({
      id: name,
      heading,
      body: [toBeWritten(question)],
    })),
  };
}

/** The mark by which the rule `unwritten-text` knows it, and the question. */
function toBeWritten(question: string): string {
  return `${TO_BE_WRITTEN} ${question}`;
}

/** What every memo stands on: a source, evidence for and against, a judgment, and what it hangs on. */
function base({ likelihood, confidence, asOf }: SkeletonWishes): object {
  const year = Number(asOf.slice(0, 4));
  return {
    sources: [
      {
        id: 'first-source',
        csl: { type: 'report', title: toBeWritten('title, publisher and date of the source') },
        reliability: 'F',
        note: toBeWritten('how does this source know, and what does it want? Then grade it from A to E.'),
      },
    ],
    evidence: [
      {
        id: 'evidence-for',
        statement: toBeWritten('what was said or seen that speaks for the judgment, and by whom?'),
        kind: 'report',
        citations: [{ source: 'first-source', credibility: 6 }],
      },
      {
        id: 'evidence-against',
        statement: toBeWritten('what speaks against it? If nothing does, where was it looked for?'),
        kind: 'report',
        citations: [{ source: 'first-source', credibility: 6 }],
      },
    ],
    assumptions: [
      {
        id: 'first-assumption',
        statement: toBeWritten('what is taken as given without evidence?'),
        ifWrong: toBeWritten('what would become of the judgment if it were wrong?'),
      },
    ],
    judgments: [
      {
        id: 'first-judgment',
        statement: toBeWritten('what do you judge will happen, or to be the case? One sentence, one claim.'),
        likelihood: { term: likelihood },
        confidence: {
          level: confidence,
          basis: toBeWritten('how good are the sources, how many are independent, what is missing?'),
        },
        horizon: `${asOf}/${year + 1}-12-31`,
        evidence: ['evidence-for'],
        contraryEvidence: ['evidence-against'],
        assumptions: ['first-assumption'],
        wouldChange: toBeWritten('which observation would move this judgment, and which way?'),
      },
    ],
    indicators: [
      {
        id: 'first-indicator',
        statement: toBeWritten(
          'which sign would show early that the judgment holds or fails, and who would see it?',
        ),
        observes: ['first-judgment'],
      },
    ],
    gaps: [
      {
        id: 'first-gap',
        question: toBeWritten('what do we not know that matters most?'),
        collection: toBeWritten('who could find out, and how?'),
      },
    ],
    recommendations: [
      {
        id: 'first-recommendation',
        to: toBeWritten('who is asked to act?'),
        action: toBeWritten('what should they do, and by when?'),
        judgments: ['first-judgment'],
      },
    ],
  };
}

const INCIDENTS = [
  {
    id: 'first-incident',
    title: toBeWritten('what happened, in a few words'),
    summary: toBeWritten('who did what to whom, where and when, and who says so?'),
    evidence: ['evidence-for', 'evidence-against'],
  },
];

const ACTORS = [
  {
    id: 'first-actor',
    name: toBeWritten('name of the group, state or person'),
    summary: toBeWritten('who are they, and what can they do?'),
    intent: { level: 'moderate', rationale: toBeWritten('what do they want, and what shows it?') },
  },
];

const VERSIONS = {
  hypotheses: [
    {
      id: 'first-version',
      statement: toBeWritten('what happened, by the first version?'),
      summary: toBeWritten('who holds it, and why?'),
    },
    {
      id: 'second-version',
      statement: toBeWritten('what happened, by another?'),
      summary: toBeWritten('who holds it, and why?'),
    },
  ],
  matrix: [
    { evidence: 'evidence-for', ratings: { 'first-version': 'C', 'second-version': 'I' } },
    { evidence: 'evidence-against', ratings: { 'first-version': 'I', 'second-version': 'C' } },
  ],
};

/** What a form speaks of beyond what every memo does. */
const PARTS: Readonly<Record<string, object>> = {
  'event-report': { incidents: INCIDENTS, actors: ACTORS, ...VERSIONS },
  'incident-brief': { incidents: INCIDENTS, actors: ACTORS },
  explainer: { actors: ACTORS },
};

type Section = readonly [id: string, heading: string, question: string];

const DEFAULT_SECTIONS: readonly Section[] = [
  ['background', 'Background', 'what must a reader know who has not followed this?'],
  [
    'reasoning',
    'Why we judge so',
    'how does the evidence lead to the judgment, and which other reading was set aside?',
  ],
];

const SECTIONS: Readonly<Record<string, readonly Section[]>> = {
  explainer: [
    ['what', 'What is it about?', 'two sentences that answer this heading, then the evidence.'],
    ['why', 'Why does it matter now?', 'two sentences that answer this heading, then the evidence.'],
    ['next', 'What comes next?', 'two sentences that answer this heading, then the judgment it rests on.'],
  ],
  'event-report': [
    ['event', 'What happened', 'the course of the event as far as nobody disputes it.'],
    ['dispute', 'What is disputed', 'where do the versions part, and on which evidence?'],
  ],
  commentary: [
    ['argument', 'The argument', 'the claim of this commentary, and the two or three reasons for it.'],
    ['objection', 'The best objection', 'what would a clever opponent say, and why does the claim hold?'],
  ],
  'incident-brief': [['event', 'What happened', 'who, what, where, when, in three sentences.']],
};
