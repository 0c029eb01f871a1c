import { asList, resolve } from '../../derive/entities/resolve.ts';
import { likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import type { Assessment, Citation, Confidence, Likelihood, Register } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Exported, Exporter, ExportInput, Loss } from '../doors.ts';
import { uuidOf } from '../kit/ids.ts';
import { identityOf } from '../kit/register.ts';
import { momentsOf, shown } from '../kit/text.ts';
import { flatten } from './flatten.ts';
import { confidenceTag, credibilityTag, likelihoodTag, reliabilityTag } from './taxonomies.ts';
import { KINDS, type Kind, templateOf } from './templates.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * A MISP event (core format): the memo as an event report, and each entry as an object whose attributes are its
 * properties; likelihood, confidence and Admiralty grades are tags of MISP's taxonomies too. The event is for the own
 * organisation only until somebody there widens its distribution.
 */
export const mispExporter: Exporter = {
  id: 'misp',
  label: 'MISP event',
  wantsMemo: true,
  export: exportMisp,
};

const ONLY_SHOWN =
  'It stands in an object of a kind of our own: MISP shows it, and only this program reads it back.';

function exportMisp({ assessment, register, memo }: ExportInput): Exported {
  const losses: Loss[] = [];
  const scope = `assessments/${assessment.id}`;
  const moments = [momentsOf(assessment.asOf).first, momentsOf(assessment.published).first];
  const changed = moments.reduce<string>(
    (last, moment) => (moment && moment > last ? moment : last),
    '1970-01-01T00:00:00.000Z',
  );
  const timestamp = String(Math.floor(Date.parse(changed) / 1000));
  const maker = new ObjectMaker(assessment, register, timestamp, losses);
  const objects = [
    maker.head(),
    ...Object.entries(KINDS).flatMap(([collection, kind]) => maker.list(collection, kind)),
  ];
  maker.linkActors(objects);
  const resolved = resolve(assessment, register);
  const links = resolved.sources.flatMap(({ id, csl }) =>
    csl?.URL !== undefined && /^https?:\/\//.test(csl.URL)
      ? [{ id, url: csl.URL, title: csl.title ?? csl.type }]
      : [],
  );
  const [author] = assessment.authors ?? [];
  const organisation = author?.affiliation ?? author?.name ?? 'threat-memo';
  const event = {
    uuid: uuidOf(scope),
    info: assessment.title,
    date: (moments[1] ?? moments[0] ?? changed).slice(0, 10),
    threat_level_id: '4',
    analysis:
      assessment.status === 'final' || assessment.status === 'superseded'
        ? '2'
        : assessment.status === 'review'
          ? '1'
          : '0',
    published: false,
    distribution: '0',
    sharing_group_id: '0',
    extends_uuid: '',
    timestamp,
    publish_timestamp: '0',
    Orgc: { name: organisation, uuid: uuidOf(`organisations/${organisation}`) },
    Tag: [{ name: assessment.marking.toLowerCase() }],
    Attribute: links.map(({ id, url, title }) => ({
      ...attribute(`${scope}/links/${id}`, timestamp),
      type: 'link',
      category: 'External analysis',
      value: url,
      comment: title,
    })),
    Object: objects,
    ...(memo !== undefined && {
      EventReport: [
        {
          uuid: uuidOf(`${scope}/memo`),
          name: assessment.title,
          content: memo,
          distribution: '5',
          sharing_group_id: '0',
          timestamp,
          deleted: false,
        },
      ],
    }),
  };
  const content = `${JSON.stringify({ Event: event }, null, 2)}\n`;
  return { files: [{ name: `${assessment.id}.misp.json`, content }], losses, remarks: [] };
}

interface MispObject {
  readonly uuid: string;
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

class ObjectMaker {
  readonly #byEntry = new Map<string, MispObject>();
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
      { label: 'Threat assessment', prose: ['question', 'bottomLine'], covered },
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
      entry.marking === undefined ? undefined : String(entry.marking).toLowerCase(),
      collection === 'sources' && entry.reliability !== undefined
        ? reliabilityTag(String(entry.reliability))
        : undefined,
      weights.length > 0 ? credibilityTag(Math.min(...weights)) : undefined,
      likelihoodTag(entry.likelihood as Likelihood | undefined, scale),
      confidence,
    ].filter((tag) => tag !== undefined);
  }

  /** References between objects: what an actor is to another, and what an entry rests on. */
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
    // An object that refers to nothing has no list.
    for (const object of objects)
      if (object.ObjectReference.length === 0) delete (object as Record<string, unknown>).ObjectReference;
  }

  #refer(from: string, to: string, type: string): void {
    const [source, target] = [this.#byEntry.get(from), this.#byEntry.get(to)];
    if (!source || !target) return;
    source.ObjectReference.push({
      uuid: uuidOf(`${source.uuid}/${type}/${target.uuid}/${source.ObjectReference.length}`),
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

/** A collection of entries; an empty one is told with the head, as lost. */
function isListed(name: string, value: unknown): boolean {
  return Object.hasOwn(KINDS, name) && Array.isArray(value) && value.length > 0;
}

/** The attribute that says what the entry says: it bears the tags. */
function mainAttribute(values: readonly { readonly relation: string }[], { covered }: Kind): number {
  const index = values.findIndex(
    ({ relation }) => relation !== 'id' && relation !== 'ref' && covered.includes(relation),
  );
  return index < 0 ? 0 : index;
}

function attribute(name: string, timestamp: string): Data {
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
