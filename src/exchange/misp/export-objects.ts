import { asList } from '../../derive/entities/resolve.ts';
import { likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import type { Assessment, Citation, Confidence, Likelihood, Register } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Loss } from '../interfaces.ts';
import { uuidOf } from '../kit/ids.ts';
import { identityOf } from '../kit/register.ts';
import { shown } from '../kit/text.ts';
import { flatten } from './flatten.ts';
import { confidenceTag, credibilityTag, likelihoodTag, markingTag, reliabilityTag } from './taxonomies.ts';
import { KINDS, type Kind, templateOf } from './templates.ts';
import {
  MAX_ALIKE,
  referenceUuid,
  WRITTEN,
  type WrittenEvent,
  type WrittenObject,
  writtenEvent,
} from './written.ts';

type Data = Readonly<Record<string, unknown>>;

const ONLY_SHOWN =
  'It stands in an object of a kind of our own: MISP shows it, and only this program reads it back.';

interface MispObject {
  readonly uuid: string;
  readonly Attribute: Data[];
  readonly ObjectReference: MispReference[];
  readonly [name: string]: unknown;
}

interface MispReference {
  readonly uuid: string;
  readonly object_uuid: string;
  readonly referenced_uuid: string;
  readonly relationship_type: string;
  readonly timestamp: string;
  readonly comment: string;
}

/** Makes a MISP object of each entry, with its tags and references. */
export class ObjectMaker {
  readonly #byEntry = new Map<string, MispObject>();
  /** The name each object's UUID was made from, and the tags of its entry. */
  readonly #made = new Map<MispObject, { readonly scope: string; readonly tags: readonly string[] }>();
  readonly #assessment: Assessment;
  readonly #register: Register;
  readonly #timestamp: string;
  readonly #losses: Loss[];

  constructor(assessment: Assessment, register: Register, timestamp: string, losses: Loss[]) {
    this.#assessment = assessment;
    this.#register = register;
    this.#timestamp = timestamp;
    this.#losses = losses;
  }

  /** What belongs to no list: title, question, scope, matrix … */
  head(): MispObject {
    const entries = Object.entries(this.#assessment).filter(([name, value]) => !isListed(name, value));
    for (const [name, value] of entries)
      if (name === '$schema')
        this.#lose(
          ['$schema'],
          '$schema',
          value,
          'It says where an editor on this machine finds the schema.',
        );
    const rest = Object.fromEntries(entries.filter(([name]) => name !== '$schema'));
    const covered = ['id', 'title', 'marking', 'schemaVersion'];
    return this.#make(
      'assessment',
      rest,
      0,
      { label: 'Head', prose: ['question', 'bottomLine'], covered },
      [],
    );
  }

  list(collection: string, kind: Kind): readonly MispObject[] {
    const list = (this.#assessment as unknown as Data)[collection];
    if (!isListed(collection, list)) return [];
    return (list as readonly Data[]).map((entry, position) =>
      this.#make(collection, entry, position, kind, [collection, position]),
    );
  }

  #make(
    collection: string,
    entry: Data,
    position: number,
    kind: Kind,
    path: readonly (string | number)[],
  ): MispObject {
    const scope = `assessments/${this.#assessment.id}/${collection}/${position}`;
    const identity = identityOf(entry, collection, this.#register);
    const { values, lost } = flatten(identity ? { ...entry, identity } : entry, new Set(kind.prose));
    for (const way of lost) {
      const name = way.filter((part) => typeof part === 'string').join('.');
      this.#lose(
        [...path, ...way],
        `${collection}.${name}`,
        '',
        'The way to it is longer than MISP names an attribute.',
      );
    }
    for (const name of Object.keys(entry)) {
      if (kind.covered.includes(name) || lost.some(([first]) => first === name)) continue;
      this.#losses.push({
        at: toPointer([...path, name]),
        what: path.length === 0 ? name : `${collection}.${name}`,
        why: ONLY_SHOWN,
        degree: 'extension',
        value: shown(entry[name]),
      });
    }
    const tags = this.#tagsOf(collection, entry);
    const attributes = values.map(({ relation, type, value }, index) => ({
      ...attribute(`${scope}/${relation}`, this.#timestamp),
      object_relation: relation,
      ...(collection === 'actors' && relation === 'name'
        ? { type: 'threat-actor', category: 'Attribution' }
        : { type, category: 'Other' }),
      value,
      ...(index === mainAttribute(values, kind) &&
        tags.length > 0 && { Tag: tags.map((name) => ({ name })) }),
    }));
    const object: MispObject = {
      uuid: uuidOf(scope),
      ...templateOf(collection, kind),
      timestamp: this.#timestamp,
      distribution: '5',
      sharing_group_id: '0',
      comment: '',
      deleted: false,
      Attribute: attributes,
      ObjectReference: [],
    };
    this.#made.set(object, { scope, tags });
    const key = `${collection}/${entry.id ?? entry.ref}`;
    if (!this.#byEntry.has(key)) this.#byEntry.set(key, object);
    return object;
  }

  #tagsOf(collection: string, entry: Data): readonly string[] {
    const scale = likelihoodScaleOf(this.#assessment).id;
    const weights = ((entry.citations ?? []) as readonly Citation[]).flatMap(
      ({ credibility }) => credibility ?? [],
    );
    const confidence =
      collection === 'judgments' ? confidenceTag(entry.confidence as Confidence | undefined) : undefined;
    return [
      entry.marking === undefined ? undefined : markingTag(String(entry.marking)),
      collection === 'sources' && entry.reliability !== undefined
        ? reliabilityTag(String(entry.reliability))
        : undefined,
      weights.length > 0 ? credibilityTag(Math.min(...weights)) : undefined,
      likelihoodTag(entry.likelihood as Likelihood | undefined, scale),
      confidence,
    ].filter((tag) => tag !== undefined);
  }

  /** Adds references between objects: relationships of actors, and what an entry rests on. */
  linkActors(objects: readonly MispObject[]): void {
    for (const { from, to, type } of this.#assessment.relationships ?? [])
      this.#refer(`actors/${from}`, `actors/${to}`, type);
    for (const { id, evidence, contraryEvidence } of this.#assessment.judgments) {
      for (const item of asList(evidence)) this.#refer(`judgments/${id}`, `evidence/${item}`, 'supported-by');
      for (const item of asList(contraryEvidence))
        this.#refer(`judgments/${id}`, `evidence/${item}`, 'contradicted-by');
    }
    for (const { id, citations } of this.#assessment.evidence ?? []) {
      for (const { source } of citations ?? [])
        this.#refer(`evidence/${id}`, `sources/${source}`, 'derived-from');
    }
    // An object without references has no reference list.
    for (const object of objects)
      if (object.ObjectReference.length === 0) delete (object as Record<string, unknown>).ObjectReference;
  }

  /**
   * Records in each object what it has besides its values, and in the first what the event has besides its
   * objects.
   */
  sayWritten(objects: readonly MispObject[], event: Data): void {
    for (const [at, object] of objects.entries()) {
      const made = this.#made.get(object);
      if (!made) continue;
      const written: WrittenObject & { readonly event?: WrittenEvent } = {
        tags: made.tags,
        attributes: object.Attribute.length,
        references: object.ObjectReference?.length ?? 0,
        ...(at === 0 && { event: writtenEvent(event) }),
      };
      object.Attribute.push({
        ...attribute(`${made.scope}/${WRITTEN}`, this.#timestamp),
        object_relation: WRITTEN,
        type: 'text',
        category: 'Other',
        value: JSON.stringify(written),
      });
    }
  }

  #refer(from: string, to: string, type: string): void {
    const [source, target] = [this.#byEntry.get(from), this.#byEntry.get(to)];
    if (!source || !target) return;
    const alike = source.ObjectReference.filter(
      (one) => one.referenced_uuid === target.uuid && one.relationship_type === type,
    ).length;
    if (alike >= MAX_ALIKE) return;
    source.ObjectReference.push({
      uuid: referenceUuid(source.uuid, type, target.uuid, alike),
      object_uuid: source.uuid,
      referenced_uuid: target.uuid,
      relationship_type: type,
      timestamp: this.#timestamp,
      comment: '',
    });
  }

  #lose(path: readonly (string | number)[], what: string, value: unknown, why: string): void {
    this.#losses.push({ at: toPointer(path), what, why, degree: 'dropped', value: shown(value) });
  }
}

/** Whether a value is a list that becomes objects of its own; an empty list is kept with the head. */
function isListed(name: string, value: unknown): boolean {
  return Object.hasOwn(KINDS, name) && Array.isArray(value) && value.length > 0;
}

/** The attribute that holds the entry's statement: it gets the tags. */
function mainAttribute(values: readonly { readonly relation: string }[], { covered }: Kind): number {
  const index = values.findIndex(
    ({ relation }) => relation !== 'id' && relation !== 'ref' && covered.includes(relation),
  );
  return index < 0 ? 0 : index;
}

/** Properties every exported attribute has; its UUID is derived from a name. */
export function attribute(name: string, timestamp: string): Data {
  return {
    uuid: uuidOf(name),
    to_ids: false,
    disable_correlation: false,
    distribution: '5',
    sharing_group_id: '0',
    timestamp,
    deleted: false,
    comment: '',
  };
}
