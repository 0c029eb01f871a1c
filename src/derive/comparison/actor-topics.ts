import type { ActorView, LevelView } from '../entities/actors.ts';
import { actorName, differ, difference, gather, type Member, several } from './member.ts';
import type { Matter, MovementView, Side, Topic } from './types.ts';

/** Levels of intent that several assessments give one actor. */
export function intentTopics(members: readonly Member[]): Topic<'actor/intent'>[] {
  const gathered = gather(members, (member) =>
    actorsOf(member).flatMap(({ id, intent }) => (intent ? [[id, intent] as const] : [])),
  );
  return several(gathered).map(([id, sides]) => ({
    type: 'actor/intent' as const,
    matter: actorMatter(id, members),
    sides,
    ...levelsDiffer(sides),
  }));
}

/** Levels of the dimensions of capability that several assessments give one actor. */
export function capabilityTopics(members: readonly Member[]): Topic<'actor/capability'>[] {
  const gathered = gather(members, (member) =>
    actorsOf(member).flatMap(({ id, capabilities }) =>
      capabilities.map((capability) => [`${id} ${capability.dimension}`, capability] as const),
    ),
  );
  return several(gathered).map(([key, sides]) => {
    const [id = '', ...words] = key.split(' ');
    const dimension = words.join(' ');
    return {
      type: 'actor/capability' as const,
      matter: actorMatter(id, members, dimension),
      sides,
      ...levelsDiffer(sides),
    };
  });
}

/** An unknown trend contradicts nothing. */
function levelsDiffer(sides: readonly Side<LevelView>[]): Pick<Topic, 'differs' | 'onlyInConfidence'> {
  const trends = sides.flatMap(({ value }) =>
    value.trend === undefined || value.trend === 'unknown' ? [] : value.trend,
  );
  const isOther = differ(sides, ({ level }) => level) || new Set(trends).size > 1;
  return difference(isOther, sides, ({ level, confidence }) => [{ of: level, confidence }]);
}

/** Directions of one actor's trends. They agree if all known directions are the same. */
export function trendTopics(members: readonly Member[]): Topic<'actor/trend'>[] {
  const gathered = gather(members, ({ resolved, trends, kinds }) => {
    const movements = new Map<string, MovementView[]>();
    (resolved.trends ?? []).forEach(({ subject }, index) => {
      const trend = trends[index];
      if (trend === undefined || !kinds.has(subject)) return;
      const { measure, direction, period } = trend;
      movements.set(subject, [...(movements.get(subject) ?? []), { measure, direction, period }]);
    });
    return movements;
  });
  return several(gathered).map(([id, sides]) => ({
    type: 'actor/trend' as const,
    matter: actorMatter(id, members),
    sides,
    differs:
      new Set(
        sides.flatMap(({ value }) =>
          value.flatMap(({ direction }) => (direction === 'unknown' ? [] : direction)),
        ),
      ).size > 1,
  }));
}

export function statusTopics(members: readonly Member[]): Topic<'actor/status'>[] {
  const gathered = gather(members, (member) =>
    actorsOf(member).flatMap(({ id, status }) => (status ? [[id, status] as const] : [])),
  );
  return several(gathered).map(([id, sides]) => ({
    type: 'actor/status' as const,
    matter: actorMatter(id, members),
    sides,
    differs: differ(sides, (status) => status),
  }));
}

function actorsOf({ actors }: Member): ActorView[] {
  return [...actors.assessed, ...actors.others];
}

export function actorMatter(id: string, members: readonly Member[], aspect?: string): Matter {
  return { kind: 'actor', id, name: actorName(id, members), aspect };
}
