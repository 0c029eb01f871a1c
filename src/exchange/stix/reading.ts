import type { Marking } from '../../model/generated/types.ts';
import type { Loss } from '../doors.ts';
import { type Draft, UNGRADED } from '../kit/draft.ts';
import { readableId, shortHash } from '../kit/ids.ts';
import { MAX_IMPORTED_TEXT, oneLine, plainProse } from '../kit/text.ts';
import { nameOf, type StixObject } from './bundle.ts';

/** What the readers of the objects of others share while one report is read. */
export interface Reading {
  readonly draft: Draft;
  readonly objects: readonly StixObject[];
  readonly byId: ReadonlyMap<string, StixObject>;
  /** Objects that something has been made of, or whose loss has been told. */
  readonly done: Set<StixObject>;
  /** Those who only made objects: their names stand where they said something. */
  readonly authors: Set<StixObject>;
  /** Our ids of what became actors and incidents, by the ids of STIX. */
  readonly actors: Map<string, string>;
  readonly incidents: Map<string, string>;
  /** Id of the source that the report or bundle itself is. */
  readonly source: string;
  readonly losses: Loss[];
  /** The marking of an object where it is another than that of the whole. */
  markingOf(object: StixObject): { readonly marking?: Marking };
  /** The ids of sources made of the external references of an object, and the numbers in catalogues that it bears. */
  referencesOf(object: StixObject): {
    readonly sources: readonly string[];
    readonly numbers: readonly string[];
  };
  /** Who made an object, by name. */
  creatorOf(object: StixObject): string | undefined;
  /** Text of an object as prose; what is too long is cut, with a loss. */
  proseOf(object: StixObject, key: string): ReturnType<typeof plainProse> | undefined;
}

/** Reads the objects of one report, or of a bundle without one. */
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
    /** Our ids of what stands for an actor or incident of ours already. */
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

/** A source as an external reference tells of it, with what tells it from others. */
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

/** A source of an external reference by itself; `undefined` for a number in a catalogue, or what says nothing. */
export function sourceOf(
  reference: Readonly<Record<string, unknown>>,
  idFor: (words: string) => string,
): Readonly<Record<string, unknown>> | undefined {
  if (reference.external_id !== undefined || typeof reference.source_name !== 'string') return undefined;
  const { key, title, ...source } = sourceIn(reference);
  return { id: idFor(readableId(title, `source-${shortHash(key)}`)), ...source };
}

/** An address that may become a link; any other stays unread, and so becomes a loss. */
function webAddress(url: unknown): string | undefined {
  return typeof url === 'string' && /^https?:\/\/\S+$/i.test(url) && url.length <= 2_000 ? url : undefined;
}
