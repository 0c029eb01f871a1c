import { bandOfTerm } from '../../derive/analysis/likelihood.ts';
import {
  type LikelihoodBand,
  type LikelihoodScale,
  likelihoodScaleOf,
  shippedConventions,
} from '../../model/conventions/conventions.ts';
import { type PointerPart, toPointer } from '../../model/pointer.ts';
import { likelihoodsOf } from '../likelihood-rows.ts';
import type { Objection, Rule } from '../rule.ts';

/** A likelihood term is one of the declared scale. */
export const foreignLikelihoodTerm: Rule = {
  id: 'foreign-likelihood-term',
  category: 'integrity',
  severity: 'error',
  source: 'ICD 203 D.6.e(2)(a); PHIA probability yardstick',
  why: 'The same word stands for other odds on another scale: “unlikely” is 20–45 % in ICD 203 and 25–35 % in PHIA.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on.',
            likelihood: { term: 'realistic possibility' },
          },
        ],
      },
    },
    keeps: {
      assessment: {
        standards: { likelihood: 'phia' },
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on.',
            likelihood: { term: 'realistic possibility' },
          },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    const scale = likelihoodScaleOf(assessment);
    return likelihoodsOf(assessment).flatMap(
      ({ likelihood, parts }) => objectTo(likelihood.term, parts, scale) ?? [],
    );
  },
};

function objectTo(
  term: string | undefined,
  parts: readonly PointerPart[],
  scale: LikelihoodScale,
): Objection | undefined {
  if (term === undefined || bandOfTerm(scale, term)) return undefined;
  return {
    pointer: toPointer([...parts, 'term']),
    message: `\`${term}\` is not a term of ${scale.title}, the scale this file declares.`,
    help: `${originOf(term, scale)}Choose by the odds: ${scale.bands.map(describe).join('; ')}.`,
  };
}

/**
 * The term's meaning on its own scale. Terms are never suggested by spelling: `improbable` is close to
 * `probable`.
 */
function originOf(term: string, { isOwn }: LikelihoodScale): string {
  // A project with a scale of its own does not use the shipped ones.
  if (isOwn) return '';
  return Object.values(shippedConventions.likelihood)
    .flatMap((scale) => {
      const band = bandOfTerm(scale, term);
      return band ? `In ${scale.title} it stands for ${percentOf(band)}. ` : [];
    })
    .join('');
}

function describe(band: LikelihoodBand): string {
  return `${band.terms.join(' or ')} (${percentOf(band)})`;
}

function percentOf({ low, high }: LikelihoodBand): string {
  return `${low}–${high} %`;
}
