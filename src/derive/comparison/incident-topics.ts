import { countedThing } from '../entities/counted-things.ts';
import type { Counted, CountView, IncidentView } from '../entities/incidents.ts';
import { viewJudgments } from '../entities/judgments.ts';
import { figureKey } from '../entities/quantity.ts';
import { likelihoodKey } from './likelihood-key.ts';
import {
  actorName,
  differ,
  difference,
  gather,
  type Member,
  type StatedConfidence,
  several,
} from './member.ts';
import { subjectsOf } from './subjects.ts';
import type { BlameView, FigureView, Matter, Topic } from './types.ts';

const COUNTED: readonly Counted[] = ['killed', 'injured', 'perpetrators', 'arrested'];

/**
 * Counts of incidents given by several assessments. They agree if range and latest figure are equal. A count
 * that covers several incidents is not a figure of this one: it neither agrees nor differs.
 */
export function figureTopics(members: readonly Member[]): Topic<'incident/figure'>[] {
  return [...peopleTopics(members), ...countTopics(members)];
}

function peopleTopics(members: readonly Member[]): Topic<'incident/figure'>[] {
  return COUNTED.flatMap((counted) => {
    const gathered = gather(members, ({ incidents }) =>
      incidents.flatMap((incident) => {
        const quantity = incident.quantities.find(
          (found) => found.counted === counted && found.across.length === 0,
        );
        return quantity === undefined ? [] : [[incident.id, quantity] as const];
      }),
    );
    return several(gathered).map(([id, sides]) => ({
      type: 'incident/figure' as const,
      matter: incidentMatter(id, members, counted),
      sides,
      differs: differ(sides, summaryKey),
    }));
  });
}

/**
 * Other quantities. They are of the same thing if they have the same name and the same unit, or, for money, the
 * same currency and year: tonnes are neither more nor fewer than barrels.
 */
function countTopics(members: readonly Member[]): Topic<'incident/figure'>[] {
  const gathered = gather(members, ({ incidents }) =>
    incidents.flatMap(({ id, counts }) =>
      counts
        .filter(({ across }) => across.length === 0)
        .map((count) => [JSON.stringify([id, countKey(count)]), { incident: id, count }] as const),
    ),
  );
  return several(gathered).flatMap(([, sides]) => {
    const [first] = sides;
    if (first === undefined) return [];
    const { incident } = first.value;
    const figures = sides.map((side) => ({ ...side, value: side.value.count }));
    return {
      type: 'incident/figure' as const,
      matter: {
        ...incidentMatter(incident, members, countNames(figures.map(({ value }) => value))),
        isOwnCount: true,
      },
      sides: figures,
      differs: differ(figures, summaryKey),
    };
  });
}

function countKey({ of, unit, money }: CountView): string {
  return countedThing({ of, unit, money: money && { currency: money.currency, year: money.year?.text } });
}

/** The names that the sides use, each once. */
function countNames(counts: readonly CountView[]): string {
  const names = counts.map(countName);
  const isFirst = (name: string, index: number) =>
    names.findIndex((other) => plainWords(other) === plainWords(name)) === index;
  return names.filter(isFirst).join(' / ');
}

/** Ignores what makes no difference to a reader: case and white space. */
function plainWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** "Ransom paid, USD 2019": what is counted, and its unit. */
function countName({ of, unit, money }: CountView): string {
  const measure = money ? [money.currency, money.year?.text].filter(Boolean).join(' ') : unit;
  return [of, measure].filter(Boolean).join(', ');
}

function summaryKey({ min, max, latest }: FigureView): string {
  return JSON.stringify([min, max, latest.map(figureKey)]);
}

/**
 * Who is held responsible: they agree if they name the same actors with the same likelihoods and confidence. If
 * a memo judges that itself, its judgment counts, not what it reports of others.
 */
export function attributionTopics(members: readonly Member[]): Topic<'incident/attribution'>[] {
  const gathered = gather(members, (member) =>
    member.incidents.flatMap((incident) => {
      const blamed = blamesOf(incident, member);
      return blamed.length === 0 ? [] : [[incident.id, blamed] as const];
    }),
  );
  return several(gathered).map(([id, sides]) => {
    const names = differ(sides, (blamed) => JSON.stringify(blamed.map(blameKey).sort()));
    return {
      type: 'incident/attribution' as const,
      matter: incidentMatter(id, members),
      sides,
      ...difference(names, sides, (blamed) => blamed.flatMap(surenessOf)),
    };
  });
}

function surenessOf(blame: BlameView): StatedConfidence[] {
  return heldBy(blame).map(({ likelihood, confidence }) => ({
    of: `${blame.key} ${likelihoodKey(likelihood)}`,
    confidence,
  }));
}

function heldBy({ judged, attributions }: BlameView): BlameView['judged'] | BlameView['attributions'] {
  return judged.length > 0 ? judged : attributions;
}

function blameKey(blame: BlameView): string {
  const { key } = blame;
  const held = heldBy(blame);
  const likelihoods = new Set(held.map(({ likelihood }) => likelihoodKey(likelihood)));
  return JSON.stringify([key, ...[...likelihoods].filter((likelihood) => likelihood !== '').sort()]);
}

/**
 * Each actor once, with everything said of it, so that one speaker's likelihood is not paired with another's
 * confidence.
 */
function blamesOf({ id, attributions }: IncidentView, member: Member): BlameView[] {
  const blamed = new Map<string, BlameView>();
  for (const { actor, by, likelihood, confidence } of attributions) {
    const key = actor.actor ?? actor.name;
    const known = blamed.get(key);
    blamed.set(key, {
      key,
      // A party may describe an actor in words of its own: the actor's plain name is the same for all.
      actor: known?.actor ?? actor.name,
      judged: known?.judged ?? judgedOf(id, key, member),
      attributions: accusersJoined([...(known?.attributions ?? []), { by, likelihood, confidence }]),
    });
  }
  return [...blamed.values()];
}

/** Accusers of whom the memo says the same stand together. */
function accusersJoined(attributions: BlameView['attributions']): BlameView['attributions'] {
  const groups = new Map<string, BlameView['attributions'][number]>();
  for (const { by, likelihood, confidence } of attributions) {
    const key = JSON.stringify([likelihoodKey(likelihood), confidence, by.length === 0]);
    groups.set(key, { by: [...(groups.get(key)?.by ?? []), ...by], likelihood, confidence });
  }
  return [...groups.values()];
}

/** Judgments with a likelihood about this incident and this actor, and no other. */
function judgedOf(incident: string, actor: string, member: Member): BlameView['judged'] {
  const judgments = new Map(member.resolved.judgments.map((judgment) => [judgment.id, judgment]));
  return viewJudgments(member.resolved, member.scale).all.flatMap(
    ({ id, number, likelihood, confidence }) => {
      const judgment = judgments.get(id);
      const subjects = judgment === undefined ? [] : subjectsOf(judgment, member);
      const only = (collection: string, wanted: string) => {
        const ids = subjects.flatMap((subject) => (subject.collection === collection ? subject.id : []));
        return ids.length === 1 && ids[0] === wanted;
      };
      if (likelihood === undefined || !only('incidents', incident) || !only('actors', actor)) return [];
      return [{ number, likelihood, confidence: confidence?.level }];
    },
  );
}

/** Who claimed an incident: they agree if the same actors did. */
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
