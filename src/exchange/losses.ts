import type { Loss, LossDegree, LossGroup } from './interfaces.ts';

const ORDER: readonly LossDegree[] = ['dropped', 'changed', 'extension'];

/** Groups losses by kind: dropped before changed, then the most frequent first. Every loss is in a group. */
export function groupLosses(losses: readonly Loss[]): readonly LossGroup[] {
  const groups = new Map<string, { what: string; why: string; degree: LossDegree; losses: Loss[] }>();
  for (const loss of losses) {
    const { what, why, degree } = loss;
    const key = JSON.stringify([degree, what, why]);
    const group = groups.get(key);
    if (group) group.losses.push(loss);
    else groups.set(key, { what, why, degree, losses: [loss] });
  }
  const rank = ({ degree }: LossGroup) => ORDER.indexOf(degree);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.losses.length - a.losses.length);
}
