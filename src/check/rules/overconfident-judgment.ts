import { chainOf, type EvidenceChain } from '../../derive/analysis/chain.ts';
import { confidenceScaleOf } from '../../model/conventions/conventions.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** High confidence rests on several independent, graded sources that are not poor. */
export const overconfidentJudgment: Rule = {
  id: 'overconfident-judgment',
  category: 'uncertainty',
  severity: 'warning',
  source:
    'ICD 203 D.6.e(1) and (2); the scope note of the 2007 National Intelligence Estimate on what high confidence means',
  why: 'High confidence says that the information is good and corroborated; here it is not.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on.',
            confidence: { level: 'high', basis: 'The authority is sure of it.' },
            evidence: ['four-fires'],
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
            confidence: { level: 'high', basis: 'Two independent reports agree.' },
            evidence: ['four-fires', 'two-arrests'],
          },
        ],
      },
    },
  },
  check: ({ assessment, resolved }) => {
    const levels = confidenceScaleOf(assessment).levels.map(({ level }) => level);
    const highest = levels.at(-1);
    const lower = levels
      .slice(0, -1)
      .toReversed()
      .map((level) => `\`${level}\``);
    return assessment.judgments.flatMap((judgment, index) => {
      if (judgment.confidence?.level !== highest || highest === undefined) return [];
      const weakness = weaknessOf(chainOf(judgment, resolved));
      if (weakness === undefined) return [];
      return {
        pointer: toPointer(['judgments', index, 'confidence', 'level']),
        message: `The confidence in \`${judgment.id}\` is \`${highest}\`, but ${weakness}.`,
        help: `Lower it to ${lower.join(' or ')}, or name the evidence that bears it.`,
      };
    });
  },
};

/** Why the basis does not support high confidence. Judgments without evidence have a rule of their own. */
function weaknessOf({
  evidence,
  sources,
  independent,
  reliability,
  credibility,
  circular,
}: EvidenceChain): string | undefined {
  if (evidence === 0) return undefined;
  if (sources.length === 0) return 'no item of its evidence cites a source';
  if (circular) return 'its sources are derived from one another in a circle';
  if (independent < 2) {
    return sources.length === 1
      ? `it rests on a single source, \`${sources[0]}\``
      : `its ${sources.length} sources go back to one origin`;
  }
  if (reliability.best === undefined) return 'none of its sources has been judged reliable or not';
  if (reliability.best >= 'D') return `the best of its sources is graded ${reliability.best}`;
  if (credibility.best === undefined && credibility.unjudged > 0)
    return 'the truth of none of its items could be judged';
  if (credibility.best !== undefined && credibility.best >= 4)
    return `the best of its items is graded ${credibility.best}`;
  return undefined;
}
