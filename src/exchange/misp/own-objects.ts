import type { Loss } from '../interfaces.ts';
import { uuidOf } from '../kit/ids.ts';
import { type Item, NO_PLACE } from '../kit/item.ts';
import { shown } from '../kit/text.ts';
import { INSTANCE, tagsOf } from './event.ts';
import { type FlatValue, unflatten } from './flatten.ts';
import { OUR_TEMPLATE } from './templates.ts';
import { MAX_ALIKE, readWritten, referenceUuid, WRITTEN, type WrittenEvent } from './written.ts';

type Data = Readonly<Record<string, unknown>>;

export const NOT_TAKEN = 'What others add to our event is not taken over.';
export const REPEATS = 'It repeats an entry of the assessment, which is not changed: change it there.';
export const TAKES_NOTHING = 'An import removes nothing: remove it from the assessment yourself.';
export const TAKES_PARTS =
  'A property that is missing as a whole stays in the assessment; one that is missing in part is imported without that part.';

/** Why changes others made to these members are not taken over. */
export const WHY: Readonly<Record<string, string>> = {
  ShadowAttribute: 'A proposal: accept it there, and import the event again.',
  Sighting: NO_PLACE,
  comment: NOT_TAKEN,
};

export interface OwnObject {
  readonly item: Item;
  readonly collection: string;
}

export interface ReadObject extends OwnObject {
  readonly entry: Data;
  /** The tags as exported and as they are now; absent if the object does not record what was exported. */
  readonly tags?: { readonly written: readonly string[]; readonly tags: readonly string[] };
  readonly event?: WrittenEvent;
}

export function idOf(head: Item): string {
  const found = head.items('Attribute').find((attribute) => attribute.peek('object_relation') === 'id');
  return String(found?.peek('value') ?? '');
}

/**
 * The name each object's UUID was made from, by that UUID: the UUIDs of its attributes are made from it too.
 */
export function scopesOf(id: string, objects: readonly OwnObject[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { collection } of objects) counts.set(collection, (counts.get(collection) ?? 0) + 1);
  // Where objects were removed, the numbers of the later ones exceed the number of objects.
  const names = [...counts].flatMap(([collection, count]) =>
    Array.from({ length: count + 100 }, (_, at) => `assessments/${id}/${collection}/${at}`),
  );
  return new Map(names.map((name) => [uuidOf(name), name]));
}

export function readObject(
  { item, collection }: OwnObject,
  scopes: ReadonlyMap<string, string>,
  losses: Loss[],
): ReadObject {
  item.skip(...INSTANCE, 'distribution', 'description', 'name');
  const scope = scopes.get(String(item.peek('uuid')));
  const kind = OUR_TEMPLATE + collection;
  if (item.peek('deleted') === true) losses.push(item.lost(`deleted object ${kind}`, TAKES_NOTHING));
  const values: FlatValue[] = [];
  const tags: string[] = [];
  let written: ReturnType<typeof readWritten> = {};
  let left = 0;
  const all = item.items('Attribute');
  const ways = new Set(all.filter((one) => isOurs(one, scope)).map((one) => firstOf(one)));
  for (const attribute of all) {
    attribute.skip(...INSTANCE, 'distribution', 'category');
    const relation = attribute.text('object_relation') ?? '';
    const value = attribute.text('value') ?? '';
    const type = attribute.text('type') as FlatValue['type'];
    if (relation === WRITTEN) {
      written = readWritten(value);
      continue;
    }
    const ours = isOurs(attribute, scope);
    if (ours) left += 1;
    // A further value of a list is taken over; a name that is no property of the entry would not be valid.
    else if (!/^[^.[]+\[\d+\]$/.test(relation) || !ways.has(firstOf(attribute))) {
      losses.push(attribute.lost(`attribute added to ${kind}`, NOT_TAKEN, `${relation}: ${value}`));
      attribute.skip(...attribute.keys());
      continue;
    }
    if (attribute.peek('deleted') === true) {
      const isWithin = /[.[]/.test(relation);
      const why = isWithin ? TAKES_PARTS : TAKES_NOTHING;
      losses.push(attribute.lost(`deleted attribute of ${kind}`, why, `${relation}: ${value}`));
      if (isWithin) continue;
    }
    for (const cluster of attribute.items('Galaxy')) {
      losses.push(cluster.lost(`galaxy added to ${kind}`, NOT_TAKEN, String(cluster.peek('name') ?? '')));
      cluster.skip(...cluster.keys());
    }
    tags.push(...tagsOf(attribute));
    values.push({ relation, type, value });
  }
  const { object, event } = written;
  if (object && scope !== undefined && left < object.attributes) {
    const value = `${object.attributes - left} of ${object.attributes}`;
    losses.push(item.lost(`attributes taken out of ${kind}`, TAKES_PARTS, value));
  }
  readReferences(item, kind, object?.references, losses);
  return {
    item,
    collection,
    entry: unflatten(values),
    ...(object && { tags: { written: object.tags, tags } }),
    ...(event && { event }),
  };
}

function firstOf(attribute: Item): string {
  return String(attribute.peek('object_relation')).split(/[.[]/)[0] ?? '';
}

/**
 * Whether our export made the attribute: its UUID is derived from its object and its relation. Without a scope,
 * all count as ours.
 */
function isOurs(attribute: Item, scope: string | undefined): boolean {
  if (scope === undefined) return true;
  return attribute.peek('uuid') === uuidOf(`${scope}/${String(attribute.peek('object_relation'))}`);
}

/**
 * Our references repeat what attributes say; those others added are listed as losses, and so is the number of
 * ours that are missing.
 */
function readReferences(item: Item, kind: string, written: number | undefined, losses: Loss[]): void {
  let left = 0;
  for (const reference of item.items('ObjectReference')) {
    const [type, target] = [reference.peek('relationship_type'), reference.peek('referenced_uuid')];
    const isKnown = Array.from({ length: MAX_ALIKE }, (_, at) =>
      referenceUuid(String(item.peek('uuid')), String(type), String(target), at),
    ).includes(String(reference.peek('uuid')));
    const isDeleted = reference.peek('deleted') === true;
    if (isKnown && !isDeleted) left += 1;
    else if (!isKnown && !isDeleted && written !== undefined) {
      const value = `${String(type)} ${String(target)}`;
      losses.push(reference.lost(`reference added to ${kind}`, NOT_TAKEN, value));
    }
    if (isKnown && reference.has('comment')) {
      losses.push(reference.lostMember('comment', `comment on a reference of ${kind}`, NOT_TAKEN));
    }
    reference.skip(...reference.keys());
  }
  if (written !== undefined && left < written) {
    losses.push(item.lost(`references taken out of ${kind}`, REPEATS, `${written - left} of ${written}`));
  }
}

export function lostTag(item: Item, tag: string, why: string): Loss {
  return {
    at: item.at,
    what: `tag of ${String(item.peek('name'))}`,
    why,
    degree: 'dropped',
    value: shown(tag),
  };
}
