import type { ActorType } from '../../model/generated/types.ts';
import { dayOf, oneLine, plainProse } from '../kit/text.ts';
import { nameOf, type StixObject } from './bundle.ts';
import type { Reading } from './reading.ts';
import { ACTOR_TYPES } from './vocabulary.ts';

/**
 * STIX threat-actor types (threat-actor-type-ov) that have a term of ours; the others describe a motive, not
 * what the actor is.
 */
export const TYPES: ReadonlyMap<string, ActorType> = new Map<string, ActorType>([
  ['crime-syndicate', 'criminal-group'],
  ['activist', 'movement'],
]);

/** Identity classes (identity-class-ov). */
export const CLASSES: ReadonlyMap<string, ActorType> = new Map<string, ActorType>([
  ['individual', 'person'],
  ['class', 'community'],
]);

/**
 * Threat actors, intrusion sets and identities. An identity that only created objects is an author, not an
 * actor.
 */
export function addActors(reading: Reading, report: StixObject | undefined): void {
  const made = report ? [report, ...reading.objects] : reading.objects;
  const creators = new Set<unknown>(made.map(({ item }) => item.peek('created_by_ref')));
  const linked = new Set<unknown>(
    reading.objects
      .filter(({ type }) => type === 'relationship')
      .flatMap(({ item }) => [item.peek('source_ref'), item.peek('target_ref')]),
  );
  const seen = new Set<unknown>(
    reading.objects.flatMap(({ item }) => {
      const refs = item.peek('where_sighted_refs');
      return Array.isArray(refs) ? refs : [];
    }),
  );
  for (const object of reading.objects) {
    if (!ACTOR_TYPES.includes(object.type)) continue;
    const mentioned = creators.has(object.id) || seen.has(object.id);
    if (object.type === 'identity' && mentioned && !linked.has(object.id)) {
      // Its name is used where needed; everything else about it is reported as a loss.
      reading.done.add(object);
      reading.authors.add(object);
    } else {
      addActor(reading, object);
    }
  }
}

function addActor(reading: Reading, object: StixObject): void {
  const { draft } = reading;
  const { item } = object;
  const name = oneLine(item.text('name') ?? object.type);
  const aliases = [...new Set(item.texts('aliases').map((alias) => oneLine(alias)))].filter(
    (alias) => alias !== name,
  );
  const motivations = [
    ...item.texts('primary_motivation'),
    ...item.texts('secondary_motivations'),
    ...item.texts('personal_motivations'),
  ].map((motivation) => oneLine(motivation));
  reading.creatorOf(object);
  const summary = summaryOf(reading, object);
  const actor = {
    name,
    ...(aliases.length > 0 && { aliases }),
    type: typeOf(object),
    ...(motivations.length > 0 && { motivations: [...new Set(motivations)] }),
    ...(summary.length > 0 && { summary }),
    ...reading.markingOf(object),
  };
  const id = draft.addActor(actor, object.id, item.at, object.type);
  if (id !== undefined) reading.actors.set(object.id, id);
  reading.done.add(object);
}

/** A term of ours, or else the words of the source. */
function typeOf(object: StixObject): ActorType {
  const { item, type } = object;
  const words = type === 'identity' ? item.texts('identity_class') : item.texts('threat_actor_types');
  const known = words.flatMap((word) => (type === 'identity' ? CLASSES : TYPES).get(word) ?? []);
  if (known[0] !== undefined) return known[0];
  if (item.peek('resource_level') === 'individual') return 'person';
  const names = words.filter((word) => word !== 'unknown').map((word) => oneLine(word, 60));
  if (names.length > 0) return { other: names.join(', ') };
  return type === 'intrusion-set' ? { other: 'intrusion set' } : 'unknown';
}

/** The description, with a last sentence for the properties that have no field of their own. */
function summaryOf(reading: Reading, object: StixObject): string | string[] {
  const { item } = object;
  const description = reading.proseOf(object, 'description');
  const { sources, numbers } = reading.referencesOf(object);
  const facts = [
    fact('Kind', kindsOf(object)),
    fact('Roles', item.texts('roles')),
    fact('Goals', item.texts('goals')),
    fact('Sectors', item.texts('sectors')),
    fact('Sophistication', item.texts('sophistication')),
    fact('Resource level', item.texts('resource_level')),
    fact('First seen', [dayOf(item.text('first_seen')) ?? '']),
    fact('Last seen', [dayOf(item.text('last_seen')) ?? '']),
    fact('Number in catalogues', numbers),
  ].filter((words) => words !== '');
  const last = facts.length === 0 ? [] : [plainProse(`${facts.join('; ')}.`)].flat();
  const lines = [...(description === undefined ? [] : [description].flat()), ...last];
  if (lines.length === 0) return [];
  const cited = [reading.source, ...sources].map((id) => `@${id}`).join('; ');
  return lines.map((line, index) => (index === lines.length - 1 ? `${line}[${cited}]` : line));
}

/** The actor's STIX types other than the one that became its type. */
function kindsOf({ item, type }: StixObject): readonly string[] {
  const words = item.texts('threat_actor_types');
  return type !== 'identity' && words.some((word) => TYPES.has(word))
    ? words.filter((word) => !TYPES.has(word))
    : [];
}

function fact(label: string, words: readonly string[]): string {
  const names = words.map((word) => oneLine(word, 200)).filter((word) => word !== '');
  return names.length === 0 ? '' : `${label}: ${names.join(', ')}`;
}

/** The name of an object for a sentence about it. */
export function wordsFor(reading: Reading, id: string): string | undefined {
  const object = reading.byId.get(id);
  return object && oneLine(nameOf(object), 160);
}
