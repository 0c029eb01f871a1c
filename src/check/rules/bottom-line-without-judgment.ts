import { proseText } from '../../derive/entities/resolve.ts';
import {
  type LikelihoodScale,
  likelihoodScaleOf,
  shippedConventions,
} from '../../model/conventions/conventions.ts';
import { hasScaleTerm } from '../../prose/likelihood/scale-terms.ts';
import type { Rule } from '../rule.ts';

/** The bottom line states a judgment. */
export const bottomLineWithoutJudgment: Rule = {
  id: 'bottom-line-without-judgment',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(6): the main analytic message up front',
  why: 'A bottom line that only announces its subject leaves the reader where they were.',
  examples: {
    breaks: {
      assessment: { bottomLine: 'This memo looks at what happened in March and gives some background.' },
    },
    keeps: { assessment: { bottomLine: 'Fires along the line are likely to go on through 2025.' } },
  },
  check: ({ assessment }) => {
    const text = proseText(assessment.bottomLine);
    if (text === undefined || hasTerm(text, likelihoodScaleOf(assessment))) return [];
    const lineStems = stems(text);
    if (
      assessment.judgments.some(({ statement }) => isRepeated(stems(proseText(statement) ?? ''), lineStems))
    )
      return [];
    return [
      {
        pointer: '/bottomLine',
        message: 'The bottom line states none of the judgments.',
        help: 'Begin with the answer: what we judge, how likely it is, and by when.',
      },
    ];
  },
};

const TERMS = Object.values(shippedConventions.likelihood).flatMap(({ bands }) =>
  bands.flatMap(({ terms, forms = [] }) => [...terms, ...forms]),
);
const TERM = new RegExp(`\\b(?:${TERMS.join('|')})\\b`, 'i');

function hasTerm(text: string, scale: LikelihoodScale): boolean {
  return scale.isOwn ? hasScaleTerm(text, scale) : TERM.test(text);
}

/** Stems of the longer words: enough to recognise a word in another form, in most languages. */
function stems(text: string): Set<string> {
  const words =
    text
      .toLowerCase()
      .replace(/\[@[^\]]*\]/g, ' ')
      .match(/[\p{L}\p{M}]{4,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 5)));
}

/**
 * Whether a third of a judgment's longer words, and at least two (or its only one), occur in the bottom line.
 */
function isRepeated(judgment: ReadonlySet<string>, lineStems: ReadonlySet<string>): boolean {
  const shared = [...judgment].filter((stem) => lineStems.has(stem)).length;
  return shared >= Math.min(2, judgment.size) && shared * 3 >= judgment.size && shared > 0;
}
