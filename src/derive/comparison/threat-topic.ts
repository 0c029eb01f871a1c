import type { Level } from '../../model/generated/types.ts';
import type { ActorView, CapabilityView } from '../entities/actors.ts';
import { differ, type Member, sideOf } from './member.ts';
import type { ThreatView, Topic } from './types.ts';

const LEVELS: readonly Level[] = ['none', 'minimal', 'limited', 'moderate', 'substantial', 'extensive'];

/** States in which an actor is no longer a threat. */
const GONE: readonly ActorView['status'][] = ['dismantled', 'dead', 'detained'];

/**
 * Which threat each assessment ranks highest. A threat is an actor with both intent and capability assessed; it
 * ranks by intent, then by its highest capability, then by whether that capability is rising. Equal ranks are
 * all named. An assessment that has no actor in common with the others is left out: naming another threat is
 * then not a difference.
 */
export function threatTopics(members: readonly Member[]): Topic<'threat/greatest'>[] {
  const ranking = members.flatMap((member) => {
    const greatest = greatestOf(member);
    const actors = new Set(member.resolved.actors.map(({ id }) => id));
    return greatest.length === 0 ? [] : [{ member, greatest, actors: [...actors] }];
  });
  const times = new Map<string, number>();
  for (const { actors } of ranking) for (const id of actors) times.set(id, (times.get(id) ?? 0) + 1);
  const sides = ranking
    .filter(({ actors }) => actors.some((id) => (times.get(id) ?? 0) > 1))
    .map(({ member, greatest }) => sideOf(member, greatest));
  if (sides.length < 2) return [];
  const matter = { kind: 'all' as const, id: 'threats', name: '', aspect: undefined };
  const differs = differ(sides, (threats) =>
    threats
      .map(({ id }) => id)
      .sort()
      .join(),
  );
  return [{ type: 'threat/greatest', matter, sides, differs }];
}

function greatestOf({ actors }: Member): ThreatView[] {
  const threats = actors.assessed.flatMap(threatOf);
  const highest = Math.max(...threats.map(rankOf));
  return threats.filter((threat) => rankOf(threat) === highest);
}

function threatOf({ id, name, intent, status, capabilities }: ActorView): ThreatView[] {
  const [capability] = [...capabilities].sort((a, b) => strength(b) - strength(a));
  if (intent === undefined || capability === undefined || GONE.includes(status)) return [];
  return [{ id, name, intent, capability }];
}

/** Intent weighs more than capability, capability more than its trend. */
function rankOf({ intent, capability }: Pick<ThreatView, 'intent'> & { capability: CapabilityLike }): number {
  return LEVELS.indexOf(intent.level) * 100 + strength(capability);
}

type CapabilityLike = Pick<CapabilityView, 'level' | 'trend'>;

function strength({ level, trend }: CapabilityLike): number {
  return LEVELS.indexOf(level) * 10 + (trend === 'rising' ? 1 : 0);
}
