import { viewLikelihood } from '../../derive/analysis/likelihood.ts';
import type { Assessment } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import { defaultLikelihoodScale, type LikelihoodScale, likelihoodScales } from '../../model/scales.ts';
import { type Claim, claimedLikelihoods } from '../../prose/claimed-likelihoods.ts';
import { paragraphsOf } from '../paragraphs.ts';
import type { ProseField } from '../prose-fields.ts';
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
    const statements = new Map<string, PlacedSentence>();
    const search = {
      candidate: CANDIDATE,
      reads: (field: ProseField) => isContradicted(field, assessment, scale),
      finds: (own: string) => claimedLikelihoods(own, scale.id).length > 0,
    };
    for (const at of englishSentences(assessment, search)) {
      const statement = toPointer(at.field.parts);
      if (!statements.has(statement)) statements.set(statement, at);
    }
    return [...statements.values()].flatMap(({ field, sentence: { own }, pointerAt }) => {
      const [claim] = claimedLikelihoods(own, scale.id);
      const declared = declaredBeside(field, assessment, scale);
      if (!claim || !declared) return [];
      const term = declared.given === 'term' ? `\`${declared.term ?? ''}\`` : 'a range';
      return {
        pointer: pointerAt(claim.start),
        message: `The statement says \`${claim.text}\`, but declares ${term} (${declared.low}–${declared.high} %).`,
        help: 'Change the words or the `likelihood`.',
      };
    });
  },
};

/** Whether a statement says something of its likelihood, and nothing that fits what it declares. */
function isContradicted(field: ProseField, assessment: Assessment, scale: LikelihoodScale): boolean {
  const declared = declaredBeside(field, assessment, scale);
  if (!declared || !CANDIDATE.test(field.text)) return false;
  const claims = paragraphsOf(assessment)
    .filter((paragraph) => paragraph.field === field && CANDIDATE.test(paragraph.text))
    .flatMap(({ skimmed }) => skimmed)
    .flatMap(({ own }) => claimedLikelihoods(own, scale.id));
  return claims.length > 0 && !claims.some((claim) => fits(claim, declared));
}

function declaredBeside({ kind, parts }: ProseField, assessment: Assessment, scale: LikelihoodScale) {
  if (kind !== 'judgment' && kind !== 'hypothesis') return undefined;
  const item = assessment[kind === 'hypothesis' ? 'hypotheses' : 'judgments']?.[Number(parts[1])];
  return item?.likelihood && viewLikelihood(scale, item.likelihood);
}

/** Bands that share only an edge do not fit; a single number fits the band it lies in, edges included. */
function fits({ bands }: Claim, { low, high }: { readonly low: number; readonly high: number }): boolean {
  return bands.some((band) =>
    band.low === band.high || low === high
      ? band.low <= high && low <= band.high
      : band.low < high && low < band.high,
  );
}
