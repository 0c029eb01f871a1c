import { viewLikelihood } from '../../derive/likelihood.ts';
import { defaultLikelihoodScale, likelihoodScales } from '../../model/scales.ts';
import { type Claim, claimedLikelihoods } from '../../prose/claimed-likelihoods.ts';
import type { Rule } from '../rule.ts';
import { englishSentences, type PlacedSentence } from '../wording.ts';

const CANDIDATE =
  /likely|probabl|certain|chance|odds|possibility|probability|likelihood|inevitabl|doubt|definitely|surely|impossible|bound\s+to/i;

/** What a statement says of its likelihood in words is what it declares. */
export const contradictedLikelihood: Rule = {
  id: 'contradicted-likelihood',
  category: 'uncertainty',
  severity: 'warning',
  source: 'ICD 203 D.6.e(2) and (6): express uncertainty; clear and logical argument',
  why: 'The memo prints the declared likelihood under the statement: where the two differ, the reader believes neither.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires are very likely to go on.',
            likelihood: { term: 'unlikely' },
          },
        ],
      },
    },
    keeps: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires are very likely to go on.',
            likelihood: { range: [0.85, 0.9] },
          },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    const scale = likelihoodScales[assessment.standards?.likelihood ?? defaultLikelihoodScale];
    const statements = new Map<string, PlacedSentence[]>();
    for (const at of englishSentences(
      assessment,
      CANDIDATE,
      ({ kind }) => kind === 'judgment' || kind === 'hypothesis',
    )) {
      const key = at.field.parts.slice(0, 2).join('/');
      statements.set(key, [...(statements.get(key) ?? []), at]);
    }
    return [...statements.values()].flatMap((sentences) => {
      const [collection, index] = sentences[0]?.field.parts ?? [];
      const item = assessment[collection === 'hypotheses' ? 'hypotheses' : 'judgments']?.[Number(index)];
      const declared = item?.likelihood && viewLikelihood(scale, item.likelihood);
      if (!declared) return [];
      const claims = sentences.flatMap((at) =>
        claimedLikelihoods(at.sentence.own, scale.id).map((claim) => ({ claim, at })),
      );
      const [first] = claims;
      if (first === undefined || claims.some(({ claim }) => fits(claim, declared))) return [];
      const term = declared.given === 'term' ? `\`${declared.term ?? ''}\`` : 'a range';
      return {
        pointer: first.at.pointerAt(first.claim.start),
        message: `The statement says \`${first.claim.text}\`, but declares ${term} (${declared.low}–${declared.high} %).`,
        help: 'Change the words or the `likelihood`.',
      };
    });
  },
};

/** Bands that share only an edge do not fit; a single number fits the band it lies in, edges included. */
function fits({ bands }: Claim, { low, high }: { readonly low: number; readonly high: number }): boolean {
  return bands.some((band) =>
    band.low === band.high || low === high
      ? band.low <= high && low <= band.high
      : band.low < high && low < band.high,
  );
}
