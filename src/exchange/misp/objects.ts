import type { ActorType, Evidence, Relationship } from '../../model/generated/types.ts';
import { UNGRADED, UNWEIGHED } from '../kit/draft.ts';
import type { Item } from '../kit/item.ts';
import { MAX_IMPORTED_TEXT, oneLine, plainProse, shown } from '../kit/text.ts';
import { loseTags, markingIn } from './attributes.ts';
import { type EventReading, INSTANCE, tagsOf } from './event.ts';
import { credibilityOf } from './taxonomies.ts';

/** Objects that stand for an actor. */
const ACTORS: ReadonlySet<string> = new Set([
  'identity',
  'intrusion-set',
  'organization',
  'legal-entity',
  'person',
  'threat-actor',
  'news-agency',
  'victim',
]);

/** The actor type of some of them. */
const TYPES: ReadonlyMap<string, ActorType> = new Map<string, ActorType>([
  ['person', 'person'],
  ['legal-entity', 'company'],
  ['news-agency', 'media'],
  ['organization', { other: 'organization' }],
  ['victim', { other: 'victim' }],
  ['intrusion-set', { other: 'intrusion set' }],
]);

/** Objects that hold a text written for people. */
const TEXTS: ReadonlySet<string> = new Set([
  'annotation',
  'report',
  'event',
  'narrative',
  'internal-reference',
  'blog',
  'news-media',
  'microblog',
  'facebook-post',
]);

/** Incidents, actors and texts are taken over; technical objects (files, connections …) are counted by name. */
export function addObjects(reading: EventReading, objects: readonly Item[]): void {
  const technical = new Map<string, Item[]>();
  const actors = new Map<string, string>();
  const references: Item[] = [];
  for (const object of objects) {
    const name = String(object.peek('name') ?? 'object');
    object.skip(...INSTANCE, 'distribution', 'description', 'name');
    if (object.peek('deleted') === true) {
      reading.losses.push(object.lost(`deleted object ${name}`, 'Its producer has deleted it.'));
      object.skip(...object.keys());
    } else if (name === 'incident') addIncident(reading, object);
    else if (ACTORS.has(name)) addActor(reading, object, name, actors);
    else if (TEXTS.has(name)) addText(reading, object, name);
    else {
      const members = technical.get(name);
      if (members) members.push(object);
      else technical.set(name, [object]);
      continue;
    }
    references.push(...object.items('ObjectReference'));
  }
  for (const reference of references) addReference(reading, reference, actors);
  addTechnical(reading, technical);
}

/** The values of an object's attributes by relation; reading one marks its attribute as read. */
class Values {
  readonly #values = new Map<string, string[]>();
  readonly tags: string[] = [];

  constructor(reading: EventReading, object: Item) {
    for (const attribute of object.items('Attribute')) {
      attribute.skip(...INSTANCE, 'distribution', 'category', 'type');
      const relation = attribute.text('object_relation') ?? '';
      const value = attribute.text('value');
      const tags = tagsOf(attribute);
      this.tags.push(...tags);
      loseTags(reading, attribute, tags);
      if (value === undefined) continue;
      this.#values.set(relation, [...(this.#values.get(relation) ?? []), value]);
    }
  }

  /** The first value of the first of some relations that has one of this kind; further values stay. */
  take(relations: readonly string[], isOne: (value: string) => boolean = () => true): string | undefined {
    for (const relation of relations) {
      const values = this.#values.get(relation) ?? [];
      const index = values.findIndex(isOne);
      if (index < 0) continue;
      if (values.length > 1) this.#values.set(relation, values.toSpliced(index, 1));
      else this.#values.delete(relation);
      return values[index];
    }
    return undefined;
  }

  all(relation: string): readonly string[] {
    const values = this.#values.get(relation) ?? [];
    this.#values.delete(relation);
    return values;
  }

  /** The values nobody took, as words. */
  rest(): readonly string[] {
    return [...this.#values].map(
      ([relation, values]) =>
        `${relation.replaceAll('_', ' ')}: ${values.map((value) => oneLine(value, 200)).join(', ')}`,
    );
  }
}

function factsOf(values: Values): readonly string[] {
  const words = values.rest().join('; ');
  return words === '' ? [] : textOf(/[.!?…]$/.test(words) ? words : `${words}.`);
}

function textOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [plainProse(text.slice(0, MAX_IMPORTED_TEXT))].flat();
}

function addIncident(reading: EventReading, object: Item): void {
  const { draft } = reading;
  const values = new Values(reading, object);
  const title = oneLine(values.take(['name']) ?? object.text('comment') ?? 'Incident');
  const lines = [...textOf(values.take(['description'])), ...factsOf(values)];
  draft.add(
    'incidents',
    {
      id: draft.id('incidents', title, String(object.peek('uuid'))),
      title,
      type: 'unknown',
      ...(lines.length > 0 && { summary: citing(lines, reading.source) }),
      ...markingIn(values.tags),
    },
    object.at,
    'object incident',
  );
}

function addActor(reading: EventReading, object: Item, kind: string, actors: Map<string, string>): void {
  const { draft } = reading;
  const values = new Values(reading, object);
  const names = [
    values.take(['name', 'full-name', 'alias']) ??
      [values.take(['first-name']), values.take(['last-name'])].filter(Boolean).join(' '),
  ];
  const name = oneLine(names[0] || String(object.text('comment') ?? kind));
  const aliases = [
    ...new Set([...values.all('aliases'), ...values.all('alias')].map((alias) => oneLine(alias))),
  ].filter((alias) => alias !== name);
  const lines = [...textOf(values.take(['description', 'text'])), ...factsOf(values)];
  const id = draft.addActor(
    {
      name,
      ...(aliases.length > 0 && { aliases }),
      type: TYPES.get(kind) ?? 'unknown',
      ...(lines.length > 0 && { summary: citing(lines, reading.source) }),
      ...markingIn(values.tags),
    },
    String(object.peek('uuid')),
    object.at,
    `object ${kind}`,
  );
  if (id !== undefined) actors.set(String(object.peek('uuid')), id);
}

function addText(reading: EventReading, object: Item, kind: string): void {
  const { draft } = reading;
  const values = new Values(reading, object);
  const title = values.take(['title', 'subject', 'name']);
  const url = values.take(['link', 'url', 'ref'], (value) => /^https?:\/\/\S+$/i.test(value));
  const sources = url === undefined ? [] : [draft.id('sources', title ?? url, url)];
  for (const id of sources) {
    draft.add(
      'sources',
      {
        id,
        csl: { type: 'webpage', title: oneLine(title ?? url ?? ''), URL: String(url) },
        reliability: UNGRADED,
      },
      object.at,
      `object ${kind}`,
    );
  }
  const lines = [
    ...(title === undefined ? [] : textOf(`${title}.`)),
    ...textOf(values.take(['summary', 'text', 'description', 'post', 'content'])),
    ...factsOf(values),
  ];
  if (lines.length === 0) return;
  const credibility = credibilityOf(values.tags) ?? UNWEIGHED;
  const entry: Evidence = {
    id: draft.id('evidence', title ?? `${kind} ${lines[0]?.slice(0, 40)}`, String(object.peek('uuid'))),
    statement: lines,
    kind: kind === 'annotation' ? 'analysis' : 'report',
    ...reading.says({ citations: [reading.source, ...sources].map((source) => ({ source, credibility })) }),
    ...markingIn(values.tags),
  };
  draft.add('evidence', entry, object.at, `object ${kind}`);
}

function addReference(reading: EventReading, reference: Item, actors: ReadonlyMap<string, string>): void {
  const [from, to] = ['object_uuid', 'referenced_uuid'].map((key) => actors.get(String(reference.peek(key))));
  const type = String(reference.peek('relationship_type') ?? 'related-to');
  const comment = reference.text('comment');
  reference.skip(...reference.keys());
  if (from === undefined || to === undefined) {
    reading.losses.push(
      reference.lost('reference between objects', 'Only those between actors have a place.', type),
    );
    return;
  }
  const lines = [...textOf(`The event calls it “${oneLine(type, 60)}”.`), ...textOf(comment)];
  const entry: Relationship = {
    id: reading.draft.id('relationships', `${from} ${type} ${to}`, reference.at),
    from,
    to,
    type: 'linked-to',
    summary: citing(lines, reading.source),
  };
  reading.draft.add('relationships', entry, reference.at, 'reference');
}

function citing(lines: readonly string[], source: string): string[] {
  return lines.map((line, index) => (index === lines.length - 1 ? `${line}[@${source}]` : line));
}

function addTechnical(reading: EventReading, technical: ReadonlyMap<string, readonly Item[]>): void {
  if (technical.size === 0) return;
  const counts = [...technical].map(([name, { length }]) => `${length.toLocaleString('en')} of kind ${name}`);
  const entry: Evidence = {
    id: reading.draft.ownId('evidence', 'listed objects', 'objects'),
    statement: plainProse(`The event lists technical objects: ${counts.join(', ')}.`),
    kind: 'observation',
    ...reading.says({}),
  };
  reading.draft.add('evidence', entry, [...technical.values()][0]?.[0]?.at ?? '', 'object');
  for (const [name, members] of technical) {
    for (const member of members) {
      const attributes = member.peek('Attribute');
      const values = Array.isArray(attributes)
        ? attributes.map((one: { value?: unknown }) => shown(one?.value)).join(', ')
        : '';
      reading.losses.push(
        member.lost(
          `MISP object ${name}`,
          'It is for machines; the assessment says only how many there are.',
          values,
        ),
      );
      member.skip(...member.keys());
    }
  }
}
