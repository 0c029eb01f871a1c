import type { Assessment } from '../../model/generated/types.ts';
import { isRecord } from '../../model/json.ts';
import { fromPointer } from '../../model/pointer.ts';
import { withArticle } from '../../model/shown-text.ts';
import type { ImportContext, Loss } from '../interfaces.ts';
import { KnownActors } from '../kit/known-actors.ts';
import { registered } from '../kit/register.ts';
import { oneLine, shown, splitProse } from '../kit/text.ts';
import { nameOf, type StixObject } from './bundle.ts';
import { withDerivedEdit } from './derived-edits.ts';
import { type Around, readEdit } from './edits.ts';
import { OUR_DEFINITIONS, OUR_EXTENSION } from './extension.ts';
import { MAPPINGS, type Mapping, REPORT } from './mapping.ts';
import { sourceOf } from './reading.ts';
import { confidenceLevel, MARKING_OF_ID } from './vocabulary.ts';
import { editsOf } from './written.ts';

type Data = Readonly<Record<string, unknown>>;

export interface OwnImport {
  /** Absent if the report is not one of ours. */
  readonly content?: Partial<Assessment>;
  readonly taken: ReadonlySet<StixObject>;
  /**
   * Our ids of actors and incidents by the id of their STIX object: others' statements about them are resolved
   * by these.
   */
  readonly actors: ReadonlyMap<string, string>;
  readonly incidents: ReadonlyMap<string, string>;
  readonly losses: readonly Loss[];
}

/**
 * Rebuilds an assessment that this program exported: from STIX properties where they hold a text unchanged,
 * otherwise from our extension. What others changed since is taken over if a property of ours says the same,
 * and listed as a loss otherwise.
 */
export function importOwn(
  report: StixObject | undefined,
  objects: readonly StixObject[],
  context: ImportContext,
): OwnImport {
  const own = report && extensionOf(report);
  if (!report || !isRecord(own?.entry)) {
    return { taken: new Set(), actors: new Map(), incidents: new Map(), losses: [] };
  }
  return new OwnReading(report, objects, context).run();
}

class OwnReading {
  readonly #taken = new Set<StixObject>();
  readonly #losses: Loss[] = [];
  readonly #lists = new Map<string, Map<number, Data>>();
  readonly #sources = new Map<string, Data>();
  readonly #ids = new Map<string, string>();
  readonly #incidents = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #known: KnownActors;
  #head: Data = {};

  constructor(
    readonly report: StixObject,
    readonly objects: readonly StixObject[],
    readonly context: ImportContext,
  ) {
    this.#known = new KnownActors(context.register, context.into);
  }

  run(): OwnImport {
    const { report, objects } = this;
    for (const object of objects) this.#learn(object);
    // First the assessment as exported, then what others changed in it.
    this.#head = this.#entryOf(report, REPORT, 'assessment') ?? {};
    const derived: (readonly [StixObject, string])[] = [];
    for (const object of objects) {
      const own = extensionOf(object);
      if (OUR_DEFINITIONS.has(object.id)) this.#taken.add(object);
      else if (own?.collection === 'derived') {
        this.#taken.add(object);
        if (typeof own.repeats === 'string') derived.push([object, own.repeats]);
      } else if (own) this.#take(object, own);
    }
    for (const [object, of] of derived) this.#readDerived(object, of);
    this.#missed();
    for (const object of objects) if (!this.#taken.has(object)) this.#readBeside(object);
    const lists = [...this.#lists].map(([name, list]) => [
      name,
      [...list].sort(([a], [b]) => a - b).map(([, entry]) => entry),
    ]);
    const content: Data = { ...this.#head, ...Object.fromEntries(lists) };
    const sources = [...(Array.isArray(content.sources) ? content.sources : []), ...this.#sources.values()];
    return {
      content: { ...content, ...(sources.length > 0 && { sources }) } as Partial<Assessment>,
      taken: this.#taken,
      actors: this.#ids,
      incidents: this.#incidents,
      losses: this.#losses,
    };
  }

  /** Records what the objects stand for, before references are resolved. */
  #learn(object: StixObject): void {
    const own = extensionOf(object);
    const name = isRecord(own?.entry) ? (own.entry.id ?? own.entry.ref) : undefined;
    const recorded = object.item.peek('name');
    if (own?.collection === 'actors' && typeof name === 'string') {
      this.#ids.set(object.id, name);
      if (typeof recorded === 'string') this.#names.set(recorded, name);
    }
    if (own?.collection === 'incidents' && typeof name === 'string') this.#incidents.set(object.id, name);
    const of =
      own?.collection === 'derived' && typeof own.repeats === 'string' ? fromPointer(own.repeats) : [];
    if (of[0] === 'actors' && of[1] !== undefined) this.#ids.set(object.id, String(of[1]));
  }

  #take(object: StixObject, own: Data): void {
    const collection = String(own.collection);
    const mapping = Object.hasOwn(MAPPINGS, collection) ? MAPPINGS[collection] : undefined;
    const entry = mapping && this.#entryOf(object, mapping, collection);
    if (!entry) return;
    this.#taken.add(object);
    const list = this.#lists.get(collection) ?? new Map<number, Data>();
    this.#lists.set(collection, list);
    // Two objects at one position: somebody copied ours; the copy goes to the end.
    let position = typeof own.position === 'number' ? own.position : Number.MAX_SAFE_INTEGER;
    while (list.has(position)) position += 0.5;
    list.set(position, registered(entry, own.identity, collection, this.context.register));
  }

  /** An entry as it was exported, with its STIX texts and the changes others made. */
  #entryOf(object: StixObject, mapping: Mapping, collection: string): Data | undefined {
    const own = extensionOf(object);
    if (!own || !isRecord(own.entry)) return undefined;
    const native = Array.isArray(own.native) ? own.native : [];
    const texts = Object.entries(mapping.carries).flatMap(([name, { as, is }]) => {
      const value = object.item.peek(as);
      if (!native.includes(name) || value === undefined) return [];
      return [[name, is === 'prose' && typeof value === 'string' ? splitProse(value) : value] as const];
    });
    let entry: Data = { ...own.entry, ...Object.fromEntries(texts) };
    const around = this.#around(collection === 'assessment' ? entry : this.#head);
    for (const edit of editsOf(membersOf(object), own.written)) {
      const read = readEdit(edit, entry, { collection, mapping }, around);
      if (read) entry = read;
      else this.#lost(object, edit.name, edit.value);
    }
    if (!isRecord(own.written)) {
      const why = 'It does not say any more how it was exported: what was changed in it cannot be told.';
      this.#losses.push(object.item.lost(`${object.type} of ours without its record`, why, nameOf(object)));
    }
    return this.#marked(object, own, entry);
  }

  /** Applies a changed marking; a marking that is not one label of ours is listed as a loss. */
  #marked({ item, type }: StixObject, own: Data, entry: Data): Data {
    const refs = item.texts('object_marking_refs');
    const labels = refs.flatMap((ref) => MARKING_OF_ID.get(ref) ?? []);
    const [label] = labels;
    if (label !== undefined && labels.length === 1 && refs.length === 1)
      return label === own.marking ? entry : { ...entry, marking: label };
    const known = refs.length === 1 && !MARKING_OF_ID.has(refs[0] ?? '');
    // Definitions of a project's own scheme are distinguished by their name only.
    if (known && this.#labelOf(refs[0]) === own.marking) return entry;
    if (own.marking !== undefined)
      this.#losses.push(
        item.lostMember(
          'object_marking_refs',
          `marking of ${withArticle(type)} of ours`,
          'It is not a single label of the assessment: the marking is not changed.',
        ),
      );
    return entry;
  }

  #labelOf(ref: string | undefined): unknown {
    return this.objects.find(({ id }) => id === ref)?.item.peek('name');
  }

  #around(head: Data): Around {
    return {
      head,
      actor: (id) => this.#ids.get(String(id)),
      party: (name) => this.#names.get(name) ?? this.#known.find([name])?.id ?? oneLine(name),
      source: (reference) => {
        const source = isRecord(reference)
          ? sourceOf(reference, (words) => this.#sourceId(words))
          : undefined;
        if (!source) return undefined;
        const id = String(source.id);
        if (!this.#sources.has(id)) this.#sources.set(id, source);
        return id;
      },
    };
  }

  /** Sources with the same title are the same source; the assessment's own sources keep their ids. */
  #sourceId(words: string): string {
    const own = Array.isArray(this.#head.sources) ? (this.#head.sources as readonly unknown[]) : [];
    const taken = own.some((one) => isRecord(one) && (one.id ?? one.ref) === words);
    return taken ? `${words}-added` : words;
  }

  #lost({ item, type }: StixObject, name: string, value: unknown): void {
    const at = `${item.at}/${name}`;
    const loss =
      value === undefined
        ? {
            what: `${name} taken out of ${withArticle(type)} of ours`,
            why: 'An import removes nothing from an assessment: remove it yourself.',
          }
        : {
            what: `${name} of ${withArticle(type)} of ours, changed`,
            why: 'The assessment has no place for it, or the place that it changes is not determined.',
          };
    this.#losses.push({
      at,
      ...loss,
      degree: 'dropped',
      value: shown(value ?? nameOf({ item, type, id: '' })),
    });
  }

  /**
   * Applies changes to an object that repeats a part of the assessment: an attribution, or who asserts or
   * denies a relationship.
   */
  #readDerived(object: StixObject, of: string): void {
    const [collection = '', place = '', part = '', index = ''] = fromPointer(of).map(String);
    const list = this.#lists.get(collection);
    const entry = list?.get(Number(place));
    const edits = editsOf(membersOf(object), extensionOf(object)?.written);
    for (const edit of edits) {
      const next =
        entry &&
        withDerivedEdit(entry, { part, index: Number(index) }, edit, {
          actor: (id) => this.#ids.get(id),
          party: this.#around(this.#head).party,
        });
      if (next) list?.set(Number(place), next);
      else this.#lost(object, edit.name, edit.value);
    }
  }

  /**
   * Applies objects others added that belong to an entry of ours: who asserts or denies a relationship, who is
   * blamed.
   */
  #readBeside({ type, item }: StixObject): void {
    if (type === 'opinion') {
      const opinion = String(item.peek('opinion'));
      const side = /disagree$/.test(opinion) ? 'denies' : /agree$/.test(opinion) ? 'asserts' : undefined;
      const refs = item.peek('object_refs');
      for (const ref of side && Array.isArray(refs) ? refs : []) {
        this.#addParties(String(ref), side === 'denies' ? 'denies' : 'asserts', this.#authorsOf(item));
      }
    }
    if (type === 'relationship' && item.peek('relationship_type') === 'attributed-to') {
      const [incident, actor] = [
        this.#incidents.get(String(item.peek('source_ref'))),
        this.#ids.get(String(item.peek('target_ref'))),
      ];
      if (incident === undefined || actor === undefined) return;
      const number = item.peek('confidence');
      const confidence = typeof number === 'number' ? confidenceLevel(number) : undefined;
      this.#change('incidents', incident, (entry) => {
        const there: readonly unknown[] = Array.isArray(entry.attributions) ? entry.attributions : [];
        const by = this.#authorsOf(item);
        const blamed = { actor, ...(by.length > 0 && { by }), ...(confidence && { confidence }) };
        return { ...entry, attributions: [...there, blamed] };
      });
    }
  }

  /** The speakers of an object as our parties: its authors, otherwise its creator. */
  #authorsOf(item: StixObject['item']): readonly string[] {
    const authors = item.peek('authors');
    const named = Array.isArray(authors) ? authors.filter((one) => typeof one === 'string') : [];
    const creator = this.objects.find(({ id }) => id === item.peek('created_by_ref'));
    const { party } = this.#around(this.#head);
    return (named.length > 0 ? named : creator ? [nameOf(creator)] : []).map(party);
  }

  #addParties(stixId: string, side: 'asserts' | 'denies', parties: readonly string[]): void {
    const object = this.objects.find(({ id }) => id === stixId);
    const own = object && extensionOf(object);
    if (own?.collection !== 'relationships' || !isRecord(own.entry) || parties.length === 0) return;
    this.#change('relationships', String(own.entry.id), (entry) => {
      const there = [entry[side] ?? []].flat();
      const fresh = parties.filter((one) => !there.includes(one));
      return {
        ...entry,
        ...(fresh.length > 0 && { [side]: [...there, ...fresh] }),
        ...(side === 'denies' && entry.standing !== 'denied' && { standing: 'disputed' }),
      };
    });
  }

  #change(collection: string, name: string, change: (entry: Data) => Data): void {
    const list = this.#lists.get(collection);
    for (const [position, entry] of list ?? [])
      if ((entry.id ?? entry.ref) === name) list?.set(position, change(entry));
  }

  /** Lists entries that were exported and are now missing. */
  #missed(): void {
    const contents = extensionOf(this.report)?.contents;
    for (const [collection, names] of Object.entries(isRecord(contents) ? contents : {})) {
      (Array.isArray(names) ? names : []).forEach((name, position) => {
        if (this.#lists.get(collection)?.has(position)) return;
        const why = 'An import removes nothing from an assessment: remove it yourself.';
        const at = `${this.report.item.at}/object_refs`;
        this.#losses.push({
          at,
          what: `entry of ${collection} taken out`,
          why,
          degree: 'dropped',
          value: shown(name),
        });
      });
    }
  }
}

function membersOf({ item }: StixObject): Data {
  return Object.fromEntries(item.keys().map((key) => [key, item.peek(key)]));
}

function extensionOf({ item }: StixObject): Data | undefined {
  const extensions = item.peek('extensions');
  const own = isRecord(extensions) ? extensions[OUR_EXTENSION] : undefined;
  return isRecord(own) ? own : undefined;
}
