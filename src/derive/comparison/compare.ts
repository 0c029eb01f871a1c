import { capabilityTopics, intentTopics, statusTopics, trendTopics } from './actor-topics.ts';
import { explanationTopics } from './explanation-topics.ts';
import { attributionTopics, claimTopics, figureTopics } from './incident-topics.ts';
import { judgmentTopics } from './judgment-topics.ts';
import { actorName, type Member, readMembers } from './member.ts';
import { bodyTopics, officeTopics } from './people-topics.ts';
import { reasonsFor, spreadOf } from './reasons.ts';
import { relationshipTopics } from './relationship-topics.ts';
import { threatTopics } from './threat-topic.ts';
import type {
  AssessmentComparison,
  Compared,
  Difference,
  DifferenceType,
  SharedEntity,
  Topic,
} from './types.ts';
import { LESS_FOR_CONFIDENCE, TYPES, WEIGHTS } from './weights.ts';

/**
 * Compares assessments by what they share: incidents and actors are the same if their ids are, links if both
 * ends are, persons if they are the same actor or have the same name. A topic is anything at least two
 * assessments speak of; if they differ it becomes a difference with the value of each, if they agree it is
 * counted. Memos are numbered in the order given. The same assessments give the same comparison.
 */
export function compareAssessments(items: readonly Compared[]): AssessmentComparison {
  const members = readMembers(items);
  const topics: readonly Topic[] = [
    ...threatTopics(members),
    ...attributionTopics(members),
    ...explanationTopics(members),
    ...figureTopics(members),
    ...judgmentTopics(members),
    ...relationshipTopics(members),
    ...capabilityTopics(members),
    ...intentTopics(members),
    ...trendTopics(members),
    ...claimTopics(members),
    ...bodyTopics(members),
    ...officeTopics(members),
    ...statusTopics(members),
  ];
  const agreed = (type: DifferenceType) => topics.filter((topic) => topic.type === type && !topic.differs);
  return {
    memos: members.map(({ number, resolved, asOf }) => ({
      number,
      id: resolved.id,
      title: resolved.title,
      asOf,
      marking: resolved.marking,
    })),
    shared: sharedEntities(members),
    sharedSources: sharedSources(items),
    differences: topics
      .filter(({ differs }) => differs)
      .map(
        (topic): Difference => ({
          type: topic.type,
          matter: topic.matter,
          sides: topic.sides,
          weight:
            WEIGHTS[topic.type] -
            (topic.onlyInConfidence ? LESS_FOR_CONFIDENCE : 0) +
            Math.min(topic.sides.length, 8) +
            8 * spreadOf(topic),
          hangsOn: reasonsFor(topic, members),
        }),
      )
      // The sort is stable: differences of equal weight keep their order.
      .sort((a, b) => b.weight - a.weight),
    agreed: topics
      .filter(({ differs }) => !differs)
      .map(({ type, matter, sides }) => ({ type, matter, sides }))
      .sort((a, b) => b.sides.length - a.sides.length || WEIGHTS[b.type] - WEIGHTS[a.type]),
    agreements: Object.fromEntries(TYPES.map((type) => [type, agreed(type).length])) as Record<
      DifferenceType,
      number
    >,
  };
}

/** The differences of one type, most important first. */
export function differencesOf<Type extends DifferenceType>(
  { differences }: AssessmentComparison,
  type: Type,
): Difference<Type>[] {
  return differences.filter((difference): difference is Difference<Type> => difference.type === type);
}

/**
 * Only the register proves that two files mean the same source: an id of a file's own may stand for anything.
 */
function sharedSources(items: readonly Compared[]): string[] {
  const named = items.map(
    ({ assessment, register }) =>
      new Set(
        (register.sources ?? []).flatMap(({ id }) =>
          (assessment.sources ?? []).some(({ ref }) => ref === id) || citesIn(assessment, id) ? id : [],
        ),
      ),
  );
  const all = new Set(named.flatMap((ids) => [...ids]));
  return [...all].filter((id) => named.filter((ids) => ids.has(id)).length > 1);
}

/** Whether evidence cites a source by its id although the file has no source of that id. */
function citesIn({ evidence = [], sources = [] }: Compared['assessment'], id: string): boolean {
  return (
    !sources.some((source) => source.id === id) &&
    evidence.some(({ citations = [] }) => citations.some(({ source }) => source === id))
  );
}

/**
 * Incidents, actors and links that several assessments speak of: the most widely shared first, then in order of
 * appearance.
 */
function sharedEntities(members: readonly Member[]): SharedEntity[] {
  const found = new Map<string, SharedEntity>();
  const add = (kind: SharedEntity['kind'], id: string, name: string, memo: number) => {
    const key = `${kind} ${id}`;
    const known = found.get(key);
    const memos = known?.memos ?? [];
    found.set(key, {
      kind,
      id,
      name: known?.name ?? name,
      memos: memos.includes(memo) ? memos : [...memos, memo],
    });
  };
  for (const { number, incidents, resolved } of members) {
    for (const { id, title } of incidents) add('incident', id, title, number);
    for (const { id } of resolved.actors) add('actor', id, actorName(id, members), number);
    for (const { from, to } of resolved.relationships ?? []) {
      const pair = [from, to].sort();
      add('relationship', pair.join('+'), pair.map((id) => actorName(id, members)).join(' – '), number);
    }
  }
  return [...found.values()]
    .filter(({ memos }) => memos.length > 1)
    .sort((a, b) => b.memos.length - a.memos.length);
}
