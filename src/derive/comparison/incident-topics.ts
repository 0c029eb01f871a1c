import type { Counted, IncidentView, QuantityView } from '../entities/incidents.ts';
import { boundsOf } from '../entities/quantity.ts';
import { likelihoodKey } from './likelihood-key.ts';
import { actorName, differ, gather, type Member, several } from './member.ts';
import type { BlameView, Matter, Topic } from './types.ts';

const COUNTED: readonly Counted[] = ['killed', 'injured', 'perpetrators', 'arrested'];

/** Counts of incidents that several assessments give. They agree when range and latest figure are the same. */
export function figureTopics(members: readonly Member[]): Topic<'incident/figure'>[] {
  return COUNTED.flatMap((counted) => {
    const gathered = gather(members, ({ incidents }) =>
      incidents.flatMap((incident) => {
        const quantity = incident.quantities.find((found) => found.counted === counted);
        return quantity === undefined ? [] : [[incident.id, quantity] as const];
      }),
    );
    return several(gathered).map(([id, sides]) => ({
      type: 'incident/figure' as const,
      matter: incidentMatter(id, members, counted),
      sides,
      differs: differ(sides, figureKey),
    }));
  });
}

function figureKey({ min, max, latest }: QuantityView): string {
  return JSON.stringify([min, max, boundsOf(latest)]);
}

/** Who is held responsible: they agree when they name the same actors with the same likelihoods. */
export function attributionTopics(members: readonly Member[]): Topic<'incident/attribution'>[] {
  const gathered = gather(members, ({ incidents }) =>
    incidents.flatMap((incident) => {
      const blamed = blamesOf(incident);
      return blamed.length === 0 ? [] : [[incident.id, blamed] as const];
    }),
  );
  return several(gathered).map(([id, sides]) => ({
    type: 'incident/attribution' as const,
    matter: incidentMatter(id, members),
    sides,
    differs: differ(sides, (blamed) =>
      JSON.stringify(blamed.map(({ key, likelihood }) => [key, likelihoodKey(likelihood)]).sort()),
    ),
  }));
}

/** Each actor once, with all who blame it; the first likelihood given counts. */
function blamesOf({ attributions }: IncidentView): BlameView[] {
  const blamed = new Map<string, BlameView>();
  for (const { actor, by, likelihood, confidence } of attributions) {
    const key = actor.actor ?? actor.name;
    const known = blamed.get(key);
    blamed.set(key, {
      key,
      // A party may describe an actor in words of its own: the plain name says the same for all.
      actor: known?.actor ?? actor.name,
      by: [...(known?.by ?? []), ...by],
      likelihood: known?.likelihood ?? likelihood,
      confidence: known?.confidence ?? confidence,
    });
  }
  return [...blamed.values()];
}

/** Who claimed an incident: they agree when the same actors did. */
export function claimTopics(members: readonly Member[]): Topic<'incident/claim'>[] {
  const gathered = gather(members, (member) =>
    member.incidents.flatMap(({ id, claims }) =>
      claims.length === 0
        ? []
        : [[id, [...new Set(claims.map(({ actor }) => actor.actor ?? actor.name))]] as const],
    ),
  );
  return several(gathered).map(([id, sides]) => ({
    type: 'incident/claim' as const,
    matter: incidentMatter(id, members),
    sides: sides.map((side) => ({ ...side, value: side.value.map((actor) => actorName(actor, members)) })),
    differs: differ(sides, (actors) => [...actors].sort().join('\n')),
  }));
}

export function incidentMatter(id: string, members: readonly Member[], aspect?: string): Matter {
  const known = members.flatMap(({ incidents }) => incidents.find((incident) => incident.id === id) ?? []);
  return { kind: 'incident', id, name: known[0]?.title ?? id, aspect };
}
