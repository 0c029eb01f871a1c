import type { Attribution, Relationship } from '../../model/generated/types.ts';
import { daysOf, oneLine, plainProse } from '../kit/text.ts';
import { wordsFor } from './actors.ts';
import { nameOf, type StixObject } from './bundle.ts';
import type { Reading } from './reading.ts';
import { confidenceLevel, RELATIONSHIPS } from './vocabulary.ts';

/**
 * Relationships between actors, and attributions of incidents to actors. An actor's targets and areas become
 * properties of the actor; other relationships (what uses what) become evidence.
 */
export function addRelationships(reading: Reading): void {
  const opinions = opinionsOn(reading);
  for (const object of reading.objects) {
    if (object.type !== 'relationship') continue;
    const { item } = object;
    const [source, target] = [item.peek('source_ref'), item.peek('target_ref')];
    if (typeof source !== 'string' || typeof target !== 'string') continue;
    if (!reading.byId.has(source) || !reading.byId.has(target)) {
      const missing = reading.byId.has(source) ? target : source;
      const why = 'One of its ends is not in the bundle.';
      reading.losses.push(item.lost('relationship to something that is not there', why, missing));
      item.skip(...item.keys());
      reading.done.add(object);
      continue;
    }
    const type = String(item.peek('relationship_type') ?? 'related-to');
    const [from, to] = [reading.actors.get(source), reading.actors.get(target)];
    const incident = reading.incidents.get(source);
    if (from !== undefined && to !== undefined)
      addBetweenActors(reading, object, { from, to, type, opinions });
    else if (incident !== undefined && to !== undefined && type === 'attributed-to')
      attribute(reading, object, incident, to);
    else if (from !== undefined && reading.byId.get(target)?.type === 'location')
      addArea(reading, object, from, target, type);
  }
}

interface Between {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly opinions: Opinions;
}

function addBetweenActors(reading: Reading, object: StixObject, between: Between): void {
  const { from, to, type, opinions } = between;
  const { item } = object;
  item.skip('source_ref', 'target_ref', 'relationship_type');
  const known = RELATIONSHIPS.get(type);
  const description = reading.proseOf(object, 'description');
  const creator = reading.creatorOf(object);
  const level = confidenceLevel(item.number('confidence'));
  const period = daysOf(item.text('start_time'), item.text('stop_time'));
  const { sources } = reading.referencesOf(object);
  const cited = [reading.source, ...sources].map((id) => `@${id}`).join('; ');
  const label = known === type ? [] : [plainProse(`The source calls it “${oneLine(type, 60)}”.`)].flat();
  const lines = [...label, ...(description === undefined ? [] : [description].flat())];
  const entry: Relationship = {
    id: reading.draft.id('relationships', `${from} ${type} ${to}`, object.id),
    from,
    to,
    type: (known ?? 'linked-to') as Relationship['type'],
    ...sidesOf(opinions.get(object.id), creator),
    ...(period !== undefined && { period }),
    ...(level && { confidence: level }),
    ...(lines.length > 0 && {
      summary: lines.map((line, index) => (index === lines.length - 1 ? `${line}[${cited}]` : line)),
    }),
  };
  reading.draft.add('relationships', entry, item.at, 'relationship');
  reading.done.add(object);
}

/** Attributes an incident to an actor; the producer's confidence is not turned into a likelihood. */
function attribute(reading: Reading, object: StixObject, incident: string, actor: string): void {
  const { item } = object;
  item.skip('source_ref', 'target_ref', 'relationship_type');
  const creator = reading.creatorOf(object);
  const level = confidenceLevel(item.number('confidence'));
  const blamed: Attribution = {
    actor,
    ...(creator !== undefined && { by: creator }),
    ...(level && { confidence: level }),
  };
  const entry = reading.draft.list('incidents').find(({ id }) => id === incident);
  if (!entry) return;
  entry.attributions = [...(entry.attributions ?? []), blamed];
  reading.done.add(object);
}

function addArea(reading: Reading, object: StixObject, from: string, place: string, type: string): void {
  const actor = reading.draft.actor(from);
  const name = wordsFor(reading, place);
  if (!actor || name === undefined) return;
  object.item.skip('source_ref', 'target_ref', 'relationship_type');
  const location = reading.byId.get(place);
  location?.item.text('name');
  if (location) reading.done.add(location);
  if (type === 'targets') actor.targeting = [...new Set([...[actor.targeting ?? []].flat(), name])];
  else actor.areas = [...new Set([...(actor.areas ?? []), name])];
  reading.done.add(object);
}

/** By object id, who agrees with the object and who disagrees. */
interface Sides {
  readonly isDisputed: boolean;
  readonly asserts: string[];
  readonly denies: string[];
}

type Opinions = ReadonlyMap<string, Sides>;

function opinionsOn(reading: Reading): Opinions {
  const found = new Map<string, Sides>();
  for (const { type, item } of reading.objects) {
    if (type !== 'opinion') continue;
    const opinion = String(item.peek('opinion'));
    const side = /disagree$/.test(opinion) ? 'denies' : /agree$/.test(opinion) ? 'asserts' : undefined;
    if (side === undefined) continue;
    const refs = item.peek('object_refs');
    const authors = item.peek('authors');
    const named = Array.isArray(authors) ? authors.filter((name) => typeof name === 'string') : [];
    const creator = reading.byId.get(String(item.peek('created_by_ref')));
    const names = named.length > 0 ? named : creator ? [nameOf(creator)] : [];
    for (const ref of Array.isArray(refs) ? refs : []) {
      if (typeof ref !== 'string') continue;
      const there = found.get(ref) ?? { isDisputed: false, asserts: [], denies: [] };
      const parties = names.map((name) => reading.draft.partyNamed(oneLine(name)));
      found.set(ref, {
        ...there,
        isDisputed: there.isDisputed || side === 'denies',
        [side]: [...new Set([...there[side], ...parties])],
      });
    }
  }
  return found;
}

/**
 * Who asserts a relationship and who denies it. Its producer asserts it; without any opinion on it, the
 * producer is recorded as `by` instead.
 */
function sidesOf(
  opinions: Sides | undefined,
  creator: string | undefined,
): Pick<Relationship, 'standing' | 'by' | 'asserts' | 'denies'> {
  if (!opinions) return creator === undefined ? {} : { by: creator };
  const asserts = [...new Set([...(creator === undefined ? [] : [creator]), ...opinions.asserts])];
  const { denies, isDisputed } = opinions;
  return {
    ...(isDisputed && { standing: 'disputed' }),
    ...(asserts.length > 0 && { asserts }),
    ...(denies.length > 0 && { denies }),
  };
}
