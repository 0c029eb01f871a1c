import { incoherences } from '../../derive/analysis/coherence.ts';
import type { ResolvedAssessment } from '../../derive/entities/resolve.ts';
import type { Objection, Rule } from '../rule.ts';

/** Likelihoods of things that imply or exclude one another can all be true. */
export const incoherentLikelihoods: Rule = {
  id: 'incoherent-likelihoods',
  category: 'argument',
  severity: 'error',
  source: 'ICD 203 D.6.e(6): clear and logical argument; axioms of probability',
  why: 'A reader who adds the odds up finds that the memo contradicts itself, and trusts none of them.',
  examples: {
    breaks: {
      assessment: {
        scenarios: [
          { id: 'more', title: 'More fires', likelihood: { term: 'very likely' } },
          { id: 'none', title: 'No more fires', likelihood: { term: 'likely' } },
        ],
        exclusive: [{ members: ['scenarios/more', 'scenarios/none'] }],
      },
    },
    keeps: {
      assessment: {
        scenarios: [
          { id: 'more', title: 'More fires', likelihood: { term: 'likely' } },
          { id: 'none', title: 'No more fires', likelihood: { term: 'unlikely' } },
        ],
        exclusive: [{ members: ['scenarios/more', 'scenarios/none'] }],
      },
    },
  },
  check: ({ resolved }) => [
    ...incoherences(resolved).map(({ pointer, sentence, approximate }) => ({
      pointer,
      message: `These likelihoods cannot all hold: ${sentence}.`,
      help: 'Move one of them, or say that the members do not rule one another out.',
      // The ends of the PHIA yardstick are approximate, so the contradiction is not certain.
      ...(approximate && { severity: 'warning' as const }),
    })),
    ...competing(resolved),
  ],
};

/** Hypotheses compared in a matrix compete, but were not declared exclusive: so this is only a warning. */
function competing(resolved: ResolvedAssessment): Objection[] {
  const { hypotheses = [], matrix = [], exclusive = [] } = resolved;
  const members = hypotheses.map(({ id }) => `hypotheses/${id}`);
  const isDeclared = exclusive.some((set) => members.every((member) => set.members.includes(member)));
  if (members.length < 2 || matrix.length === 0 || isDeclared) return [];
  return incoherences({ ...resolved, exclusive: [{ members }] })
    .filter(({ kind, pointer }) => kind === 'exclusive' && pointer === '/exclusive/0')
    .map(({ sentence }) => ({
      pointer: '/hypotheses',
      severity: 'warning' as const,
      message: `The matrix weighs these hypotheses against one another, and their likelihoods cannot all hold if only one is right: ${sentence}.`,
      help: 'Move one of them, and declare under `exclusive` what rules one another out; if two can be right together, word them so that they cannot, or give an exception that says why.',
    }));
}
