import { type ResolvedAssessment, resolve } from '../../derive/entities/resolve.ts';
import { schemeOf } from '../../model/conventions/conventions.ts';
import type { Assessment, Marking, Register, Source } from '../../model/generated/types.ts';
import type { Exported, Exporter, ExportInput, Loss } from '../interfaces.ts';
import { stricter } from '../kit/draft.ts';
import { uuidOf } from '../kit/ids.ts';
import { identityOf } from '../kit/register.ts';
import { joinProse, momentsOf, shown } from '../kit/text.ts';
import { approximationsOf, entriesOf, opinionsOn } from './export-members.ts';
import {
  confidence,
  externalReference,
  markingDefinition,
  markingId,
  type StixData,
} from './exported-words.ts';
import { extensionObjects, OUR_EXTENSION, type OwnExtension } from './extension.ts';
import { MAPPINGS, type Mapping, REPORT } from './mapping.ts';
import { writtenOf } from './written.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * A STIX 2.1 bundle with a report that refers to everything in it. Ids are derived from the ids of the
 * assessment and times from its dates, so that the same assessment gives the same bytes, and a later edition
 * gives newer versions of the same objects.
 */
export const stixExporter: Exporter = {
  id: 'stix',
  label: 'STIX 2.1',
  export: (input) => new StixExport(input).run(),
};

/** Actor types that are exported as `threat-actor`; other actors only if intent or capability is assessed. */
const THREATS: readonly unknown[] = ['armed-group', 'network', 'cell', 'criminal-group'];

const ONLY_WITH_US =
  'STIX has no property for it: it stands in our extension, which other programs do not read.';

class StixExport {
  readonly #assessment: Assessment;
  readonly #register: Register;
  readonly #resolved: ResolvedAssessment;
  readonly #objects: StixData[] = [];
  readonly #losses: Loss[] = [];
  readonly #ids = new Map<string, string>();
  readonly #given = new Set<string>();
  readonly #labels = new Set<Marking>();
  readonly #created: string;
  readonly #modified: string;
  readonly #report: string;

  constructor({ assessment, register }: ExportInput) {
    this.#assessment = assessment;
    this.#register = register;
    this.#resolved = resolve(assessment, register);
    const asOf = momentsOf(assessment.asOf);
    this.#created = asOf.first ?? asOf.last ?? '1970-01-01T00:00:00.000Z';
    const published = momentsOf(assessment.published).first ?? this.#created;
    this.#modified = published > this.#created ? published : this.#created;
    this.#report = `report--${uuidOf(`assessments/${assessment.id}`)}`;
  }

  run(): Exported {
    for (const collection of Object.keys(MAPPINGS)) {
      for (const [position, entry] of entriesOf(this.#assessment, collection).entries())
        this.#giveId(collection, entry, position);
    }
    for (const [collection, mapping] of Object.entries(MAPPINGS)) {
      for (const [position, entry] of entriesOf(this.#assessment, collection).entries()) {
        this.#addEntry(collection, mapping, entry, position);
      }
    }
    const report = this.#makeReport();
    const scheme = schemeOf(this.#assessment);
    const markings = [...this.#labels].sort().map((label) => markingDefinition(label, scheme));
    const bundle = {
      type: 'bundle',
      id: `bundle--${uuidOf(`bundles/${this.#assessment.id}/${this.#modified}`)}`,
      objects: [report, ...this.#objects, ...markings, ...extensionObjects],
    };
    const content = `${JSON.stringify(bundle, null, 2)}\n`;
    return {
      files: [{ name: `${this.#assessment.id}.stix.json`, content }],
      losses: this.#losses,
      remarks: [],
    };
  }

  /**
   * Entries of the register have the same id in every export; ids of other entries include the assessment's.
   */
  #giveId(collection: string, entry: Data, position: number): void {
    const name = entry.id ?? entry.ref;
    const scope = entry.ref === undefined ? `assessments/${this.#assessment.id}` : 'register';
    const type = this.#typeOf(collection, entry);
    const uuid = uuidOf(`${scope}/${collection}/${name}`);
    let id = `${type}--${uuid}`;
    // A second entry of the same id is a mistake that the check reports; it is exported all the same.
    if (this.#given.has(id)) id = `${type}--${uuidOf(`${scope}/${collection}/${name}/${position}`)}`;
    this.#given.add(id);
    const key = `${collection}/${name}`;
    if (!this.#ids.has(key)) this.#ids.set(key, id);
    this.#ids.set(`${collection}#${position}`, id);
  }

  #typeOf(collection: string, entry: Data): string {
    if (collection !== 'actors') return MAPPINGS[collection]?.type ?? 'note';
    const type = entry.type ?? this.#registered('actors', entry)?.type;
    const threat = THREATS.includes(type) || entry.intent !== undefined || entry.capabilities !== undefined;
    return threat ? 'threat-actor' : 'identity';
  }

  #registered(collection: string, entry: Data): Data | undefined {
    return identityOf(entry, collection, this.#register);
  }

  #addEntry(collection: string, mapping: Mapping, entry: Data, position: number): void {
    const id = this.#ids.get(`${collection}#${position}`) ?? '';
    const type = id.split('--')[0] ?? '';
    const { texts, native, rest } = split(entry, mapping, type);
    const identity = this.#registered(collection, entry);
    const pointer = `/${collection}/${position}`;
    for (const [name, value] of Object.entries(rest)) {
      if (name === 'id' || name === 'ref' || mapping.covered?.includes(name)) continue;
      this.#losses.push({
        at: `${pointer}/${name}`,
        what: `${collection}.${name}`,
        why: ONLY_WITH_US,
        degree: 'extension',
        value: shown(value),
      });
    }
    const label = this.#labelOf(collection, entry);
    const own: OwnExtension = {
      extension_type: 'property-extension',
      collection,
      position,
      ...(native.length > 0 && { native }),
      marking: label,
      ...(identity && { identity }),
      entry: rest,
    };
    const besides = approximationsOf(entry, {
      collection,
      mapping,
      type,
      assessment: this.#assessment,
      register: this.#register,
      report: this.#report,
      cited: (one) => this.#cited(one),
      idOf: (name) => this.#ids.get(name),
      anyRef: (one) => this.#anyRef(one),
      actorRef: (one) => this.#actorRef(one),
    });
    this.#push({ ...this.#core(id, label), ...besides, ...texts }, own);
    this.#addDerived(collection, entry, id, label, pointer);
  }

  #core(id: string, label: Marking): StixData {
    return {
      type: id.split('--')[0] ?? '',
      spec_version: '2.1',
      id,
      created: this.#created,
      modified: this.#modified,
      ...(this.#assessment.language !== undefined && { lang: this.#assessment.language }),
      object_marking_refs: [this.#mark(label)],
    };
  }

  #mark(label: Marking): string {
    this.#labels.add(label);
    return markingId(label, schemeOf(this.#assessment));
  }

  #push(object: StixData, own: OwnExtension): void {
    this.#objects.push(withOwn(object, own));
  }

  /**
   * The entry's own marking, or that of the assessment; an entry that names a source gets the source's marking
   * if that is stricter.
   */
  #labelOf(collection: string, entry: Data): Marking {
    const own = (entry.marking as Marking | undefined) ?? this.#assessment.marking;
    if (collection !== 'evidence') return own;
    return this.#cited(entry).reduce<Marking>(
      (most, { marking }) => (marking ? stricter(most, marking, schemeOf(this.#assessment)) : most),
      own,
    );
  }

  #cited(entry: Data): readonly Source[] {
    const citations = (entry.citations ?? []) as readonly { source: string }[];
    return citations.flatMap(
      ({ source }) => (this.#resolved.knownSources.get(source) as Source | undefined) ?? [],
    );
  }

  /** The object for an entry's id, with or without its collection. */
  #anyRef(id: string): string | undefined {
    if (id.includes('/')) return this.#ids.get(id);
    for (const collection of Object.keys(MAPPINGS)) {
      const found = this.#ids.get(`${collection}/${id}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * An actor that is only in the register, or nowhere, gets an object too: both ends of a relationship must be
   * in the bundle.
   */
  #actorRef(id: string): string {
    const known = this.#ids.get(`actors/${id}`);
    if (known !== undefined) return known;
    const made = `identity--${uuidOf(`register/actors/${id}`)}`;
    this.#ids.set(`actors/${id}`, made);
    const name = this.#resolved.knownActors.get(id)?.name ?? id;
    this.#push(
      { ...this.#core(made, this.#assessment.marking), name, identity_class: 'unknown' },
      derived(`/actors/${id}`),
    );
    return made;
  }

  /** Objects that repeat in STIX's own terms what the extension holds too. */
  #addDerived(collection: string, entry: Data, id: string, label: Marking, pointer: string): void {
    if (collection === 'relationships') {
      for (const [of, opinion] of Object.entries(opinionsOn(entry, this.#resolved.knownActors))) {
        const core = this.#core(`opinion--${uuidOf(`${id}/${of}`)}`, label);
        this.#push({ ...core, ...opinion, object_refs: [id] }, derived(`${pointer}/${of}`));
      }
    }
    if (collection !== 'incidents') return;
    const attributions = (entry.attributions ?? []) as readonly { actor: unknown; confidence?: unknown }[];
    attributions.forEach((attribution, index) => {
      const party = attribution.actor as string | { actor?: string };
      const actor = typeof party === 'string' ? party : party.actor;
      const target = actor === undefined ? undefined : this.#ids.get(`actors/${actor}`);
      if (target === undefined) return;
      this.#push(
        {
          ...this.#core(`relationship--${uuidOf(`${id}/attributions/${index}`)}`, label),
          relationship_type: 'attributed-to',
          source_ref: id,
          target_ref: target,
          ...confidence(attribution.confidence),
        },
        derived(`${pointer}/attributions/${index}`),
      );
    });
  }

  #makeReport(): StixData {
    const { $schema, ...assessment } = this.#assessment as unknown as Data;
    const head = Object.fromEntries(
      Object.entries(assessment).filter(([name]) => !isMapped(name, assessment[name])),
    );
    const { texts, native, rest } = split(head, REPORT, 'report');
    if ($schema !== undefined) {
      this.#losses.push({
        at: '/$schema',
        what: '$schema',
        why: 'It says where an editor on this machine finds the schema.',
        degree: 'dropped',
        value: shown($schema),
      });
    }
    for (const [name, value] of Object.entries(rest)) {
      if (name === 'id' || name === 'marking' || name === 'language') continue;
      this.#losses.push({
        at: `/${name}`,
        what: name,
        why: ONLY_WITH_US,
        degree: 'extension',
        value: shown(value),
      });
    }
    const own: OwnExtension = {
      extension_type: 'property-extension',
      collection: 'assessment',
      native,
      marking: this.#assessment.marking,
      contents: this.#contents(),
      entry: rest,
    };
    const references = this.#resolved.sources.map((source) => externalReference(source as Source));
    const refs = this.#objects.map(({ id }) => id);
    const report = {
      ...this.#core(this.#report, this.#assessment.marking),
      report_types: ['threat-report'],
      published: this.#modified,
      ...texts,
      ...(references.length > 0 && { external_references: references }),
      object_refs: refs,
    };
    return withOwn(report, own);
  }

  /** Names of all entries that have an object: entries removed elsewhere are noticed by it. */
  #contents(): Readonly<Record<string, readonly string[]>> {
    const lists = Object.keys(MAPPINGS).map(
      (name) => [name, entriesOf(this.#assessment, name).map(({ id, ref }) => String(id ?? ref))] as const,
    );
    return Object.fromEntries(lists.filter(([, names]) => names.length > 0));
  }
}

/**
 * Whether a value is a list that becomes objects of its own; an empty list stays with the report, so that it
 * comes back.
 */
function isMapped(name: string, value: unknown): boolean {
  return Object.hasOwn(MAPPINGS, name) && Array.isArray(value) && value.length > 0;
}

/** Splits an entry: texts that STIX holds unchanged, their names, and all other properties. */
function split(
  entry: Data,
  { carries }: Mapping,
  type: string,
): { readonly texts: Data; readonly native: readonly string[]; readonly rest: Data } {
  const texts: [string, unknown][] = [];
  const native: string[] = [];
  for (const [name, { as, is }] of Object.entries(carries)) {
    const value = entry[name];
    if (value === undefined || (is === 'lines' && type === 'identity')) continue;
    const carried = is === 'prose' ? joinProse(value as string | string[]) : value;
    if (carried === '' || (Array.isArray(carried) && carried.length === 0)) continue;
    texts.push([as, carried]);
    native.push(name);
  }
  const rest = Object.fromEntries(Object.entries(entry).filter(([name]) => !native.includes(name)));
  return { texts: Object.fromEntries(texts), native, rest };
}

/** Our extension of an object that repeats a part of the assessment. */
function derived(repeats: string): OwnExtension {
  return { extension_type: 'property-extension', collection: 'derived', repeats };
}

/** An object with our extension, which records how its members were written. */
function withOwn(object: StixData, own: OwnExtension): StixData {
  return { ...object, extensions: { [OUR_EXTENSION]: { ...own, written: writtenOf(object) } } };
}
