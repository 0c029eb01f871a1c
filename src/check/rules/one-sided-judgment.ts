import type { Assessment, Judgment } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import { judgmentsThatLead } from '../prose-fields.ts';
import type { Rule } from '../rule.ts';

/** A key judgment names what speaks against it, or stands beside alternatives. */
export const oneSidedJudgment: Rule = {
  id: 'one-sided-judgment',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(4): analysis of alternatives',
  why: 'Anyone who looks only for support of a judgment will find some: the test is what speaks against it.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          { id: 'fires-continue', key: true, statement: 'Fires will go on.', evidence: ['four-fires'] },
        ],
      },
    },
    keeps: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            key: true,
            statement: 'Fires will go on.',
            evidence: ['four-fires'],
            contraryEvidence: ['two-arrests'],
          },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    const isKey = judgmentsThatLead(assessment);
    return assessment.judgments.flatMap((judgment, index) =>
      !isKey(judgment) || (judgment.contraryEvidence ?? []).length > 0 || hasAlternative(judgment, assessment)
        ? []
        : {
            pointer: toPointer(['judgments', index]),
            message: `The key judgment \`${judgment.id}\` names no contrary evidence, and no alternative to it is considered.`,
            help: 'Name what speaks against it under `contraryEvidence`, or weigh its evidence in the matrix of `hypotheses`, or set it beside others under `exclusive`.',
          },
    );
  },
};

/**
 * Whether its evidence is weighed for competing hypotheses, or it belongs to a set of mutually exclusive
 * things.
 */
function hasAlternative({ id, evidence = [], about = [] }: Judgment, assessment: Assessment): boolean {
  const { hypotheses = [], matrix = [], exclusive = [] } = assessment;
  const isAboutHypothesis = hypotheses.some(
    (hypothesis) => about.includes(hypothesis.id) || about.includes(`hypotheses/${hypothesis.id}`),
  );
  const isWeighed = matrix.some((row) => evidence.includes(row.evidence));
  return (
    (hypotheses.length > 1 && (isAboutHypothesis || isWeighed)) ||
    exclusive.some(({ members }) => members.includes(`judgments/${id}`))
  );
}
