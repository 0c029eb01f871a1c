import type { Approval, Assessment, FinalRules } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import { nearest } from '../../model/suggest.ts';
import { firstDay, lastDay } from '../days.ts';
import type { Objection, Rule } from '../rule.ts';

/** A final assessment has been approved by the people the desk names, for its present text. */
export const deskApproval: Rule = {
  id: 'desk-approval',
  category: 'handling',
  severity: 'error',
  source: 'The project’s own configuration, `desk`; ICD 203 D.6: products are reviewed before they go out',
  why: 'The word “final” promises a reader that somebody besides the authors has read the product and answers for it.',
  examples: {
    breaks: {
      assessment: { status: 'final', approvals: [{ by: 'P. Peer', role: 'Reviewer', on: '2025-05-02' }] },
      desk: { beforeFinal: { approvals: 2, roles: ['Head of desk'] } },
    },
    keeps: {
      assessment: {
        status: 'final',
        approvals: [
          { by: 'P. Peer', role: 'Reviewer', on: '2025-05-02' },
          { by: 'N. Head', role: 'Head of desk', on: '2025-05-03' },
        ],
      },
      desk: { beforeFinal: { approvals: 2, roles: ['Head of desk'] } },
    },
  },
  check: ({ assessment, desk }) => {
    const demanded = desk?.beforeFinal;
    if (!demanded) return [];
    const judged = (assessment.approvals ?? []).map((approval, index) => ({
      approval,
      objection: objectionTo(approval, index, assessment, demanded),
    }));
    const wrong = judged.flatMap(({ objection }) => objection ?? []);
    if (assessment.status !== 'final') return wrong;
    const counted = judged.flatMap(({ approval, objection }) => (objection ? [] : [approval]));
    return [...wrong, ...lacking(counted, demanded)];
  },
};

/** Why an approval does not count. */
function objectionTo(
  { by, role, on }: Approval,
  index: number,
  { authors = [], approvals = [], asOf }: Assessment,
  { approvers }: FinalRules,
): Objection | undefined {
  const at = (field: string) => toPointer(['approvals', index, field]);
  if (authors.some(({ name }) => name === by))
    return {
      pointer: at('by'),
      message: `\`${by}\` is an author, and nobody approves what he or she has written.`,
      help: 'Have somebody else approve it.',
    };
  if (approvals.findIndex((other) => other.by === by) < index)
    return {
      pointer: at('by'),
      message: `\`${by}\` stands under \`approvals\` twice, and counts once.`,
      help: 'Keep one of the two.',
    };
  const [approved, cutOff] = [lastDay(on), firstDay(asOf)];
  if (approved !== undefined && cutOff !== undefined && approved < cutOff)
    return {
      pointer: at('on'),
      message: `\`${by}\` approved on ${on}, before the information cut-off ${asOf}: that was an earlier text.`,
      help: 'Have this edition approved, and write the day of that.',
    };
  if (!approvers) return undefined;
  const known = approvers.find(({ name }) => name === by);
  if (!known) {
    const names = approvers.map(({ name }) => name);
    const meant = nearest(by, names);
    return {
      pointer: at('by'),
      message: `\`${by}\` is not among those who may approve at this desk.`,
      help: meant === undefined ? `There are ${quoted(names)}.` : `Did you mean \`${meant}\`?`,
    };
  }
  const { roles } = known;
  if (!roles || (role !== undefined && roles.includes(role))) return undefined;
  const roleText = role === undefined ? 'without a role' : `as \`${role}\``;
  return {
    pointer: role === undefined ? toPointer(['approvals', index]) : at('role'),
    message: `\`${by}\` approves ${roleText}; at this desk as ${quoted(roles)}.`,
    help: `Write \`"role": "${roles[0]}"\`.`,
  };
}

/** What a final assessment still lacks. */
function lacking(counted: readonly Approval[], { approvals = 0, roles = [] }: FinalRules): Objection[] {
  const objection = (message: string): Objection => ({
    pointer: '/status',
    message,
    help: 'Have it approved, and write who and when under `approvals`; until then its status is `review`.',
  });
  const few =
    counted.length < approvals
      ? [
          objection(
            `\`final\` needs ${approvals} approval${approvals === 1 ? '' : 's'} at this desk; ${counted.length} ${counted.length === 1 ? 'counts' : 'count'}.`,
          ),
        ]
      : [];
  const missing = roles.filter((role) => !counted.some((approval) => approval.role === role));
  return [
    ...few,
    ...missing.map((role) =>
      objection(`\`final\` needs an approval as \`${role}\` at this desk, and there is none.`),
    ),
  ];
}

function quoted(values: readonly string[]): string {
  const shown = values.slice(0, 12).map((value) => `\`${value}\``);
  return values.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ');
}
