import { chainOf, originsOf } from '../../derive/analysis/chain.ts';
import { confidenceScaleOf } from '../../model/conventions/conventions.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Objection, Rule, RuleInput } from '../rule.ts';

/** Sources that go back to one origin corroborate nothing. */
export const circularReporting: Rule = {
  id: 'circular-reporting',
  category: 'sourcing',
  severity: 'warning',
  source: 'ICD 203 D.6.e(1); ICD 206: corroborating sources have to be independent',
  why: 'Two outlets that quote one agency are one source: what looks like corroboration is an echo.',
  examples: {
    breaks: {
      assessment: {
        sources: [
          { id: 'rail-authority', csl: { type: 'report' }, reliability: 'B' },
          { id: 'county-police', csl: { type: 'report' }, reliability: 'C', derivedFrom: ['rail-authority'] },
        ],
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on.',
            confidence: { level: 'moderate', basis: 'Two reports agree.' },
            evidence: ['four-fires', 'two-arrests'],
          },
        ],
      },
    },
    keeps: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on.',
            confidence: { level: 'moderate', basis: 'Two reports agree.' },
            evidence: ['four-fires', 'two-arrests'],
          },
        ],
      },
    },
  },
  check: (input) => [...circles(input), ...echoes(input)],
};

/** Sources that are, through others, derived from themselves. */
function circles({ assessment, resolved }: RuleInput): Objection[] {
  return (assessment.sources ?? []).flatMap((source, index) => {
    const id = source.id ?? source.ref ?? '';
    const derivedFrom = resolved.knownSources.get(id)?.derivedFrom ?? [];
    if (!originsOf(derivedFrom, resolved.knownSources).has(id)) return [];
    return {
      pointer: toPointer(['sources', index, 'derivedFrom']),
      message: `The source \`${id}\` is derived, in the end, from itself.`,
      help: 'Find out which of them had it first, and let only the others be derived from it.',
    };
  });
}

/**
 * Judgments whose several sources have one origin, unless confidence is low: then the repetition misleads
 * nobody.
 */
function echoes({ assessment, resolved }: RuleInput): Objection[] {
  const lowest = confidenceScaleOf(assessment).levels[0]?.level;
  return assessment.judgments.flatMap((judgment, index) => {
    const { sources, independent } = chainOf(judgment, resolved);
    if (sources.length < 2 || independent > 1 || judgment.confidence?.level === lowest) return [];
    return {
      pointer: toPointer(['judgments', index, 'evidence']),
      message: `The ${sources.length} sources behind \`${judgment.id}\` (${sources.map((id) => `\`${id}\``).join(', ')}) go back to one origin: they do not corroborate one another.`,
      help: 'Find an independent source, or lower the confidence and say so in its basis.',
    };
  });
}
