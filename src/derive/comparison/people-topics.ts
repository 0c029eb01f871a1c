import { termText } from '../../model/vocabularies.ts';
import { proseText } from '../entities/resolve.ts';
import { actorMatter } from './actor-topics.ts';
import { gather, type Member, several } from './member.ts';
import type { OfficeView, Topic } from './types.ts';

/**
 * Offices of one person. Persons are the same if they have the same actor id, or the same name. Two offices are
 * the same if the longer contains all words of the shorter ("President", "President of Russia").
 */
export function officeTopics(members: readonly Member[]): Topic<'speaker/office'>[] {
  const names = new Map<string, string>();
  const gathered = gather(members, (member) => {
    const offices = new Map<string, Set<string>>();
    for (const { name, office, actor } of peopleOf(member)) {
      const known = actor === undefined ? undefined : member.kinds.get(actor);
      const person = known?.type === 'person' ? known : undefined;
      const key = person ? `actor ${actor}` : name;
      names.set(key, person?.name ?? name);
      offices.set(key, (offices.get(key) ?? new Set()).add(office));
    }
    return [...offices].map(([key, held]) => [key, [...held]] as const);
  });
  return several(gathered).map(([key, sides]) => ({
    type: 'speaker/office' as const,
    matter: { kind: 'person' as const, id: key, name: names.get(key) ?? key, aspect: undefined },
    sides,
    differs: areApart(sides.map(({ value }) => value)),
  }));
}

/** Who speaks for a body or leads it. They agree if at least one person is the same. */
export function bodyTopics(members: readonly Member[]): Topic<'body/people'>[] {
  const gathered = gather(members, (member) => {
    const bodies = new Map<string, OfficeView[]>();
    const add = (body: string, person: OfficeView) => {
      const known = bodies.get(body) ?? [];
      if (!known.some(({ name }) => name === person.name)) bodies.set(body, [...known, person]);
    };
    for (const { name, office, actor } of peopleOf(member)) {
      if (actor !== undefined && member.kinds.get(actor)?.type !== 'person') add(actor, { name, office });
    }
    for (const { name, type, parent, summary } of member.resolved.actors) {
      if (type === 'person' && parent !== undefined)
        add(parent, { name, office: officeIn(proseText(summary)) });
    }
    return bodies;
  });
  return several(gathered)
    .filter(([id]) => members.some(({ kinds }) => BODIES.has(termText(kinds.get(id)?.type) ?? '')))
    .map(([id, sides]) => ({
      type: 'body/people' as const,
      matter: actorMatter(id, members),
      sides,
      differs: areApart(sides.map(({ value }) => value.map(({ name }) => name))),
    }));
}

/**
 * Bodies with few heads and spokespersons: a state has too many for two assessments to contradict each other.
 */
const BODIES: ReadonlySet<string> = new Set([
  'government-body',
  'security-service',
  'armed-forces',
  'armed-group',
  'military-unit',
  'media',
  'research-body',
  'international-body',
]);

interface Person extends OfficeView {
  readonly actor: string | undefined;
}

/**
 * Everybody named with an office: speakers of evidence, proponents, and those who blame, claim, report or
 * dispute.
 */
function peopleOf({ resolved }: Member): Person[] {
  const parties = [
    ...(resolved.evidence ?? []).map(({ speaker }) => speaker),
    ...(resolved.hypotheses ?? []).map(({ proponents }) => proponents),
    ...(resolved.relationships ?? []).map(({ by }) => by),
    ...resolved.incidents.flatMap(({ attributions = [], killed, injured, arrested, perpetrators }) => [
      ...attributions.map(({ by }) => by),
      ...[killed, injured, arrested, perpetrators].flatMap((count) =>
        (count?.reports ?? []).map(({ by }) => by),
      ),
    ]),
  ].flat();
  return parties.flatMap((party) =>
    typeof party === 'object' && party.name !== undefined && party.office !== undefined
      ? [{ name: party.name, office: party.office, actor: party.actor }]
      : [],
  );
}

/** An actor has no field for an office: its summary begins with it. */
function officeIn(summary: string | undefined): string {
  return (summary ?? '').split(/[.;](?:\s|$)/)[0] ?? '';
}

/** Whether two of the lists have nothing in common. */
function areApart(lists: readonly (readonly string[])[]): boolean {
  const distinct = [...new Map(lists.map((list) => [list.join('\n'), list.map(wordsOf)])).values()];
  return distinct.some((one) => distinct.some((other) => !one.some((a) => other.some((b) => isSame(a, b)))));
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/**
 * Whether two offices, or two names of persons, may be the same: the longer contains all words of the shorter
 * ("Bortnikov" is "Aleksandr Bortnikov").
 */
function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  return [...short].every((word) => long.has(word));
}
