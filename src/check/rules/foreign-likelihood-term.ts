import { bandOfTerm } from '../../derive/likelihood.ts';
import type { Likelihood } from '../../model/generated/types.ts';
import { type PointerPart, toPointer } from '../../model/pointer.ts';
import { defaultLikelihoodScale, type LikelihoodScale, likelihoodScales } from '../../model/scales.ts';
import { nearest } from '../../model/suggest.ts';
import type { Objection, Rule } from '../rule.ts';

/** A term of likelihood belongs to the scale that the file declares. */
export const foreignLikelihoodTerm: Rule = {
  id: 'foreign-likelihood-term',
  severity: 'error',
  source: 'ICD 203 D.6.e(2)(a); PHIA probability yardstick',
  why: 'The same word stands for other odds on another scale: “unlikely” is 20–45 % in ICD 203 and 25–35 % in PHIA.',
  check: ({ assessment }) => {
    const scale = likelihoodScales[assessment.standards?.likelihood ?? defaultLikelihoodScale];
    const places: (readonly [Likelihood | undefined, readonly PointerPart[]])[] = [
      ...(assessment.judgments ?? []).map((item, i) => [item.likelihood, ['judgments', i]] as const),
      ...(assessment.scenarios ?? []).map((item, i) => [item.likelihood, ['scenarios', i]] as const),
      ...(assessment.hypotheses ?? []).map((item, i) => [item.likelihood, ['hypotheses', i]] as const),
      ...(assessment.incidents ?? []).flatMap((incident, i) =>
        (incident.attributions ?? []).map(
          (item, k) => [item.likelihood, ['incidents', i, 'attributions', k]] as const,
        ),
      ),
    ];
    return places.flatMap(([likelihood, parts]) => objectTo(likelihood, parts, scale) ?? []);
  },
};

function objectTo(
  likelihood: Likelihood | undefined,
  parts: readonly PointerPart[],
  scale: LikelihoodScale,
): Objection | undefined {
  const term = likelihood?.term;
  if (term === undefined || bandOfTerm(scale, term)) return undefined;
  const terms = scale.bands.flatMap((band) => band.terms);
  const name = scale.id === 'icd-203' ? 'ICD 203' : 'the PHIA yardstick';
  const meant = nearest(term, terms);
  return {
    pointer: toPointer([...parts, 'likelihood', 'term']),
    message: `\`${term}\` is no term of ${name}, the scale this file declares.`,
    help: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Its terms: ${terms.join(', ')}.`,
  };
}
