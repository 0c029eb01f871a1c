import type { Assessment } from '../../model/generated/types.ts';

/** A part of the assessment for a reviewer to look at. */
export type Look = keyof Assessment | 'key judgments' | 'grades';

/** A question that no rule can answer. */
export interface Question {
  /** Permanent: answers refer to it. */
  readonly id: string;
  readonly text: string;
  /** Where to look. */
  readonly look: readonly Look[];
}

/** A standard for products. */
export interface Standard {
  readonly id: string;
  readonly title: string;
  /** Where the standard stands. */
  readonly source: string;
  /** Whether a rule serves it, by the rule's `source`. */
  readonly isServedBy: (source: string) => boolean;
  readonly questions: readonly Question[];
}

/** Numbers of the standards of ICD 203 D.6.e in a rule's source: `ICD 203 D.6.e(2) and (8): …`. */
function icdNumbers(source: string): readonly string[] {
  return [...source.matchAll(/D\.6\.e((?:(?:, | and )?\(\w\))+)/g)].flatMap(([, numbers = '']) =>
    [...numbers.matchAll(/\((\d)\)/g)].map(([, number = '']) => number),
  );
}

function icd(
  number: string,
  title: string,
  questions: readonly Question[],
  also: RegExp | undefined = undefined,
): Standard {
  return {
    id: `icd-203-${number}`,
    title,
    source: `ICD 203 D.6.e(${number})`,
    isServedBy: (source) => icdNumbers(source).includes(number) || (also?.test(source) ?? false),
    questions,
  };
}

/** The nine tradecraft standards of ICD 203 (2015, amended 2022), D.6.e. */
export const icdStandards: readonly Standard[] = [
  icd(
    '1',
    'Quality and credibility of sources, data and methods',
    [
      {
        id: 'sources-described',
        text: 'Do grades and descriptions of the sources say what a reader has to know of their access, motives and limits?',
        look: ['sources', 'grades'],
      },
      {
        id: 'sources-independent',
        text: 'Are sources that stand as independent of one another really so?',
        look: ['sources'],
      },
      {
        id: 'sources-deception',
        text: 'Could a source be deceived, or want to deceive, and is that weighed?',
        look: ['sources', 'evidence'],
      },
    ],
    /ICD 206/,
  ),
  icd('2', 'Uncertainty of major judgments', [
    {
      id: 'likelihood-fits',
      text: 'Is each likelihood the one that the evidence supports, and not only one that the scale allows?',
      look: ['key judgments'],
    },
    {
      id: 'confidence-explained',
      text: 'Does the basis of each confidence name what it really hangs on: sources, assumptions, gaps?',
      look: ['key judgments', 'gaps'],
    },
  ]),
  icd('3', 'Information, assumptions and judgments apart', [
    {
      id: 'assumptions-complete',
      text: 'Are all assumptions stated that a judgment would fall with?',
      look: ['assumptions', 'key judgments'],
    },
    {
      id: 'judgments-as-facts',
      text: 'Does any sentence give a judgment as if it were a fact, or the other way round?',
      look: ['bottomLine', 'sections'],
    },
  ]),
  icd(
    '4',
    'Analysis of alternatives',
    [
      {
        id: 'alternatives-plausible',
        text: 'Are the alternatives those that a well-informed opponent would put forward, none of them a straw man?',
        look: ['hypotheses', 'scenarios'],
      },
      {
        id: 'alternatives-weighed',
        text: 'Is the evidence against each judgment weighed as fairly as that for it, and does each dissent stand in its own words?',
        look: ['matrix', 'key judgments'],
      },
    ],
    /Heuer|Mandel/,
  ),
  icd('5', 'Relevance to the customer, and implications', [
    {
      id: 'question-answered',
      text: 'Is the question the one that the reader has, and does the bottom line answer it?',
      look: ['question', 'bottomLine'],
    },
    {
      id: 'implications-useful',
      text: 'Do implications and recommendations give the reader something to decide or to do?',
      look: ['implications', 'recommendations'],
    },
  ]),
  icd('6', 'Clear and logical argument', [
    {
      id: 'argument-follows',
      text: 'Does each judgment follow from the evidence given for it, without a step that is only in the author’s head?',
      look: ['key judgments', 'sections'],
    },
    {
      id: 'argument-objective',
      text: 'Would a reader of another opinion find the wording fair?',
      look: ['bottomLine', 'sections'],
    },
  ]),
  icd('7', 'Change to, or consistency of, judgments', [
    {
      id: 'change-explained',
      text: 'Where this differs from earlier products of ours or of others, is the reason given that really moved it?',
      look: ['edition', 'key judgments'],
    },
  ]),
  icd('8', 'Accurate judgments', [
    {
      id: 'judgments-testable',
      text: 'Will it be plain on the day of the horizon whether each judgment was right?',
      look: ['key judgments'],
    },
    {
      id: 'judgments-bold',
      text: 'Are the judgments as definite as the evidence allows, and none empty by caution?',
      look: ['key judgments'],
    },
  ]),
  icd('9', 'Effective visual information', [
    {
      id: 'visuals-clear',
      text: 'Does each figure and table of the memo make something plainer, and mislead nobody?',
      look: ['trends', 'incidents', 'matrix'],
    },
  ]),
];

/**
 * PHIA's additional requirements, if its scale is in use: the yardstick, and the four bases of analytical
 * confidence.
 */
export const phiaStandards: readonly Standard[] = [
  {
    id: 'phia-yardstick',
    title: 'Probability yardstick',
    source: 'PHIA probability yardstick',
    isServedBy: (source) => source.includes('PHIA probability yardstick'),
    questions: [
      {
        id: 'yardstick-understood',
        text: 'Will the reader take each term as the yardstick means it, with the bands before him?',
        look: ['key judgments'],
      },
    ],
  },
  {
    id: 'phia-confidence',
    title: 'Analytical confidence',
    source: 'PHIA analytical confidence rating',
    isServedBy: (source) => source.includes('PHIA analytical confidence rating'),
    questions: [
      {
        id: 'confidence-base',
        text: 'Is the information base as broad and as sound as the rating says?',
        look: ['sources', 'key judgments'],
      },
      {
        id: 'confidence-rigour',
        text: 'Was the analysis as rigorous: were techniques used, and was it challenged?',
        look: ['hypotheses', 'matrix'],
      },
      {
        id: 'confidence-volatility',
        text: 'Does the rating take account of how complex the matter is, and how fast it may change?',
        look: ['key judgments', 'indicators'],
      },
    ],
  },
];
