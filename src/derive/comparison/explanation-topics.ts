import type { Judgment } from '../../model/generated/types.ts';
import { viewLikelihood } from '../analysis/likelihood.ts';
import { leaders, scoreHypotheses } from '../entities/hypotheses.ts';
import { proseText } from '../entities/resolve.ts';
import { incidentMatter } from './incident-topics.ts';
import { likelihoodKey } from './likelihood-key.ts';
import { differ, gather, type Member, several } from './member.ts';
import { subjectsOf } from './subjects.ts';
import type { LeaderView, Topic } from './types.ts';

/**
 * Which explanation of an incident leads. Hypotheses explain the incidents that a judgment is about together
 * with one of them. Whether two statements mean the same cannot be known from the data, so leaders agree only
 * if statement and likelihood are equal.
 */
export function explanationTopics(members: readonly Member[]): Topic<'incident/explanation'>[] {
  const gathered = gather(members, (member) => {
    const leading = leadersOf(member);
    if (leading.length === 0) return [];
    const incidents = new Set(member.resolved.judgments.flatMap((judgment) => explained(judgment, member)));
    return [...incidents].map((id) => [id, leading] as const);
  });
  return several(gathered).map(([id, sides]) => ({
    type: 'incident/explanation' as const,
    matter: incidentMatter(id, members),
    sides,
    differs: differ(sides, (leading) =>
      JSON.stringify(leading.map(({ statement, likelihood }) => [statement, likelihoodKey(likelihood)])),
    ),
  }));
}

function explained(judgment: Judgment, member: Member): string[] {
  const subjects = subjectsOf(judgment, member);
  return subjects.some(({ collection }) => collection === 'hypotheses')
    ? subjects.flatMap(({ collection, id }) => (collection === 'incidents' ? id : []))
    : [];
}

function leadersOf({ resolved, scale }: Member): LeaderView[] {
  const { hypotheses = [], matrix = [] } = resolved;
  const scores = matrix.length > 0 ? scoreHypotheses(hypotheses, matrix) : [];
  const views = hypotheses.map((hypothesis, index) => ({
    id: hypothesis.id,
    statement: proseText(hypothesis.statement) ?? '',
    likelihood: hypothesis.likelihood && viewLikelihood(scale, hypothesis.likelihood),
    score: scores[index]?.weightedInconsistency,
  }));
  const highest = Math.max(...views.map(({ likelihood }) => likelihood?.high ?? 0));
  const leading = new Set(
    matrix.length > 0
      ? leaders(scores)
      : views.filter(({ likelihood }) => likelihood && likelihood.high === highest).map(({ id }) => id),
  );
  return views.filter(({ id }) => leading.has(id)).map(({ id: _, ...view }) => view);
}
