import type { Marking } from '../../model/generated/types.ts';
import type { Loss } from '../interfaces.ts';
import { type Draft, UNGRADED } from '../kit/draft.ts';
import { readableId, shortHash } from '../kit/ids.ts';
import { MAX_IMPORTED_TEXT, oneLine, plainProse } from '../kit/text.ts';
import { nameOf, type StixObject } from './bundle.ts';

/** What the readers of others' objects share while one report is read. */
export interface Reading {
  readonly draft: Draft;
  readonly objects: readonly StixObject[];
  readonly byId: ReadonlyMap<string, StixObject>;
  /** Objects already used, or already reported as losses. */
  readonly done: Set<StixObject>;
  /** Identities that only created objects: their names appear where they said something. */
  readonly authors: Set<StixObject>;
  /** Our ids of actors and incidents, by their STIX ids. */
  readonly actors: Map<string, string>;
  readonly incidents: Map<string, string>;
  /** Id of the source that stands for the report or bundle. */
  readonly source: string;
  readonly losses: Loss[];
  /** The marking of an object if it differs from that of the report or bundle. */
  markingOf(object: StixObject): { readonly marking?: Marking };
  /** Ids of the sources made from an object's external references, and the object's catalogue numbers. */
  referencesOf(object: StixObject): {
    readonly sources: readonly string[];
    readonly numbers: readonly string[];
  };
  /** Name of the object's creator. */
  creatorOf(object: StixObject): string | undefined;
  /** A text of an object as prose; a text that is too long is cut, with a loss. */
  proseOf(object: StixObject, key: string): ReturnType<typeof plainProse> | undefined;
}

/** Reads the objects of one report, or of a bundle without a report. */
export class ForeignReading implements Reading {
  readonly done = new Set<StixObject>();
  readonly authors = new Set<StixObject>();
  readonly actors = new Map<string, string>();
  readonly incidents = new Map<string, string>();
  readonly losses: Loss[] = [];
  readonly #sources = new Map<string, string>();

  constructor(
    readonly draft: Draft,
    readonly objects: readonly StixObject[],
    readonly byId: ReadonlyMap<string, StixObject>,
    readonly source: string,
    readonly labels: ReadonlyMap<StixObject, Marking | undefined>,
    readonly whole: Marking,
    /** Our ids of objects that stand for an existing actor or incident of ours. */
    ours: {
      readonly actors?: ReadonlyMap<string, string>;
      readonly incidents?: ReadonlyMap<string, string>;
    } = {},
  ) {
    for (const [id, name] of ours.actors ?? []) this.actors.set(id, name);
    for (const [id, name] of ours.incidents ?? []) this.incidents.set(id, name);
  }

  markingOf(object: StixObject): { readonly marking?: Marking } {
    const label = this.labels.get(object);
    return label && label !== this.whole ? { marking: label } : {};
  }

  creatorOf({ item }: StixObject): string | undefined {
    const creator = this.byId.get(item.text('created_by_ref') ?? '');
    return creator && oneLine(nameOf(creator));
  }

  proseOf({ item }: StixObject, key: string): ReturnType<typeof plainProse> | undefined {
    const text = item.text(key);
    if (text === undefined) return undefined;
    if (text.length > MAX_IMPORTED_TEXT) {
      const why = `Of a text, the first ${MAX_IMPORTED_TEXT.toLocaleString('en')} characters are taken.`;
      this.losses.push(item.lostMember(key, 'end of a long text', why, 'changed'));
    }
    const prose = plainProse(text);
    return prose.length === 0 ? undefined : prose;
  }

  referencesOf({ item }: StixObject): {
    readonly sources: readonly string[];
    readonly numbers: readonly string[];
  } {
    const sources: string[] = [];
    const numbers: string[] = [];
    for (const reference of item.items('external_references')) {
      const number = reference.text('external_id');
      if (number !== undefined) {
        numbers.push(oneLine(number, 60));
        // The catalogue and its address follow from the number.
        reference.skip('source_name', 'url');
        continue;
      }
      const { key, title, ...source } = sourceIn({
        source_name: reference.text('source_name'),
        url: webAddress(reference.peek('url')) && reference.text('url'),
        description: reference.text('description'),
      });
      const known = this.#sources.get(key);
      if (known !== undefined) {
        sources.push(known);
        continue;
      }
      const id = this.draft.id('sources', title, key);
      const entry = { id, ...source };
      if (!this.draft.add('sources', entry, reference.at, 'external reference')) continue;
      this.#sources.set(key, id);
      sources.push(id);
    }
    return { sources, numbers };
  }
}

/** The source an external reference describes, with the key that identifies it. */
function sourceIn({ source_name, url, description }: Readonly<Record<string, unknown>>) {
  const name = oneLine(typeof source_name === 'string' ? source_name : 'Reference');
  const title = typeof description === 'string' ? oneLine(description) : name;
  const address = webAddress(url);
  return {
    key: address ?? `${name}\n${title}`,
    title,
    csl: {
      type: address === undefined ? ('document' as const) : ('webpage' as const),
      title,
      ...(title !== name && { publisher: name }),
      ...(address !== undefined && { URL: address }),
    },
    reliability: UNGRADED,
  } as const;
}

/**
 * The source of an external reference; `undefined` for a catalogue number, or a reference that says nothing.
 */
export function sourceOf(
  reference: Readonly<Record<string, unknown>>,
  idFor: (words: string) => string,
): Readonly<Record<string, unknown>> | undefined {
  if (reference.external_id !== undefined || typeof reference.source_name !== 'string') return undefined;
  const { key, title, ...source } = sourceIn(reference);
  return { id: idFor(readableId(title, `source-${shortHash(key)}`)), ...source };
}

/** An address that may become a link; any other stays unread and so becomes a loss. */
function webAddress(url: unknown): string | undefined {
  return typeof url === 'string' && /^https?:\/\/\S+$/i.test(url) && url.length <= 2_000 ? url : undefined;
}

/**
 * The ids that a report, a note or a grouping refers to; one without an object is reported as a loss. A note on
 * the report itself has the report as its source.
 */
export function referredTo({ byId, losses }: Reading, { type, item }: StixObject): readonly string[] {
  const refs = item.texts('object_refs');
  const where = type === 'report' ? 'in the bundle' : 'among the objects read with it';
  const why = `The ${type} refers to it, and it is not ${where}.`;
  for (const ref of refs) {
    if (byId.has(ref) || ref.startsWith('report--')) continue;
    losses.push({
      at: `${item.at}/object_refs`,
      what: 'object that is not there',
      why,
      degree: 'dropped',
      value: ref,
    });
  }
  return refs;
}
