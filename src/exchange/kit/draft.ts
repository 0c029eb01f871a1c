import { type MarkingScheme, shippedConventions } from '../../model/conventions/conventions.ts';
import { strictestOf } from '../../model/conventions/markings.ts';
import type { Remark } from '../../model/finding.ts';
import type {
  Actor,
  Assessment,
  Evidence,
  Incident,
  Judgment,
  Marking,
  Prose,
  Register,
  Relationship,
  Source,
} from '../../model/generated/types.ts';
import type { ImportContext, Loss } from '../interfaces.ts';
import { IdGiver } from './ids.ts';
import { asKnown, KnownActors } from './known-actors.ts';
import { escapeMarkdown, oneLine, plainWords } from './text.ts';

/** Most entries one import puts into an assessment: more than a memo can show, fewer than a file may hold. */
export const MAX_DRAFT_ENTRIES = 2_000;

/** Most text in those entries, in UTF-16 code units: a file may have 2 MB. */
export const MAX_DRAFT_TEXT = 1_000_000;

/** Nobody has graded the source (Admiralty: reliability cannot be judged). */
export const UNGRADED = 'F';

/** Nobody has weighed the item (Admiralty: truth cannot be judged). */
export const UNWEIGHED = 6;

/** Placeholder for the judgments a person has still to make: a file needs at least one. */
export const NOT_JUDGED: Judgment = {
  id: 'not-judged-yet',
  statement: 'This material has been imported; no judgment has been made of it.',
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Listed =
  | 'sources'
  | 'evidence'
  | 'actors'
  | 'incidents'
  | 'relationships'
  | 'recommendations'
  | 'gaps'
  | 'sections'
  | 'judgments';
type Entry<Name extends Listed> = NonNullable<Assessment[Name]>[number];

/** An assessment that is being put together from another format. */
export class Draft {
  readonly head: Mutable<Partial<Assessment>> = {};
  readonly losses: Loss[] = [];
  /** What the source is called: tells ids apart that every source would have, such as that of its summary. */
  about = '';
  readonly #lists = new Map<Listed, unknown[]>();
  readonly #ids = new Map<string, IdGiver>();
  readonly #known: KnownActors;
  #entries = 0;
  #text = 0;

  /** @param there What exists already: its actors are recognised by their names and aliases. */
  constructor(there: Pick<ImportContext, 'register' | 'into'>) {
    this.#known = new KnownActors(there.register, there.into);
  }

  /** A free id in a collection. Sources and evidence share the citation syntax, and so their ids. */
  id(collection: Listed, words: string, key: string): string {
    const space = collection === 'evidence' ? 'sources' : collection;
    const ids = this.#ids.get(space) ?? new IdGiver();
    this.#ids.set(space, ids);
    return ids.give(words, NOUNS[collection], key);
  }

  /** Reserves the ids that existing entries of a list have. */
  reserve(collection: string, entries: unknown): void {
    if (!Object.hasOwn(NOUNS, collection) || !Array.isArray(entries)) return;
    const space = (collection === 'evidence' ? 'sources' : collection) as Listed;
    const ids = this.#ids.get(space) ?? new IdGiver();
    this.#ids.set(space, ids);
    for (const { id, ref } of entries) ids.take(String(id ?? ref));
  }

  /** An id for something every source has, such as its summary: several sources may go into one assessment. */
  ownId(collection: Listed, words: string, key: string): string {
    return this.id(collection, `${words} ${this.about}`, key);
  }

  /** Adds an entry; returns false and records a loss if the assessment would become larger than allowed. */
  add<Name extends Listed>(collection: Name, entry: Entry<Name>, at: string, kind: string): boolean {
    const size = JSON.stringify(entry).length;
    if (this.#entries >= MAX_DRAFT_ENTRIES || this.#text + size > MAX_DRAFT_TEXT) {
      const why = `An import takes at most ${MAX_DRAFT_ENTRIES.toLocaleString('en')} entries and ${MAX_DRAFT_TEXT.toLocaleString('en')} characters; this is beyond them.`;
      this.losses.push({ at, what: kind, why, degree: 'dropped' });
      return false;
    }
    this.#entries += 1;
    this.#text += size;
    const list = this.#lists.get(collection);
    if (list) list.push(entry);
    else this.#lists.set(collection, [entry]);
    return true;
  }

  /**
   * Adds an actor; merges it with a known actor that bears one of its names, and treats several names of one
   * actor in a source as one entry. Returns the id that others refer to it by; `undefined` where `add` returns
   * false.
   */
  addActor(
    actor: Actor & { readonly name: string },
    key: string,
    at: string,
    kind: string,
  ): string | undefined {
    const known = this.#known.find([actor.name, ...(actor.aliases ?? [])]);
    if (!known) {
      const id = this.id('actors', actor.name, key);
      return this.add('actors', { ...actor, id }, at, kind) ? id : undefined;
    }
    const there = this.actor(known.id);
    if (!there) return this.add('actors', asKnown(actor, known), at, kind) ? known.id : undefined;
    this.addAliases(known.id, asKnown(actor, known).aliases ?? []);
    if (actor.summary !== undefined)
      there.summary = [...new Set([...[there.summary ?? []].flat(), ...[actor.summary].flat()])];
    return known.id;
  }

  /** Gives an actor already added further names, each once. */
  addAliases(id: string, aliases: readonly string[]): void {
    const actor = this.actor(id);
    if (actor && aliases.length > 0) actor.aliases = [...new Set([...(actor.aliases ?? []), ...aliases])];
  }

  /** A party as an assessment names one: the id of the actor that bears the name, otherwise the name. */
  partyNamed(name: string): string {
    const known = this.#known.find([name])?.id;
    if (known !== undefined && this.actor(known)) return known;
    const here = this.list('actors').find((actor) => actor.name === name);
    return here?.id ?? here?.ref ?? name;
  }

  /** An actor already added, by the id that others refer to it by. */
  actor(id: string): Mutable<Actor> | undefined {
    return this.list('actors').find((actor) => (actor.id ?? actor.ref) === id);
  }

  list<Name extends Listed>(collection: Name): readonly Entry<Name>[] {
    return (this.#lists.get(collection) ?? []) as readonly Entry<Name>[];
  }

  /** Lists evidence and sources that nothing cites yet in a section, so that a memo shows what was imported. */
  #listUncited(): void {
    const cited = JSON.stringify(
      [...this.#lists].filter(([name]) => name !== 'sources' && name !== 'evidence'),
    );
    const used = (id = '') =>
      cited.includes(`@${id}]`) || cited.includes(`@${id};`) || cited.includes(`"${id}"`);
    const evidence = this.list('evidence').filter(({ id }) => !used(id));
    const quoted = new Set(
      evidence.flatMap(({ citations }) => (citations ?? []).map(({ source }) => source)),
    );
    const sources = this.list('sources').filter(({ id }) => !used(id) && !quoted.has(id ?? ''));
    const lines = [
      ...evidence.map(({ id, statement }) => `- ${opening(plainWords(statement))}[@${id}]`),
      ...sources.map(({ id, csl }) => `- ${opening(csl?.title ?? id ?? '')}[@${id}]`),
    ];
    if (lines.length === 0) return;
    const id = this.ownId('sections', 'imported from', 'what came');
    this.add('sections', { id, heading: 'What was imported', kind: 'background', body: lines }, '', 'list');
  }

  /**
   * The finished assessment, with the properties every file needs. `fmt` puts lists into the order of the
   * schema, not this.
   */
  finish(needs: { readonly id: string; readonly title: string; readonly asOf: string }): Partial<Assessment> {
    const { id, title, asOf } = needs;
    this.#listUncited();
    const lists = Object.fromEntries(this.#lists) as Partial<Assessment>;
    return {
      id,
      form: 'policy-memo',
      title,
      status: 'draft',
      asOf,
      marking: UNMARKED,
      ...this.head,
      ...lists,
      judgments: this.list('judgments').length > 0 ? [...this.list('judgments')] : [NOT_JUDGED],
    };
  }
}

/** The beginning of a text, as prose on one line. */
function opening(words: string): string {
  return escapeMarkdown(oneLine(words, 110));
}

const NOUNS: Readonly<Record<Listed, string>> = {
  sources: 'source',
  evidence: 'item',
  actors: 'actor',
  incidents: 'incident',
  relationships: 'link',
  recommendations: 'action',
  gaps: 'gap',
  sections: 'section',
  judgments: 'judgment',
};

/** The marking for what came without one: nobody may pass it on until a person has decided. */
export const UNMARKED: Marking = 'TLP:RED';

/** The warning about a missing marking. */
export function unmarked(): Remark {
  return {
    rule: 'unmarked-import',
    severity: 'warning',
    pointer: '',
    message: `The source says nothing about who may read it: a new assessment is marked ${UNMARKED}, an existing one keeps its marking.`,
    help: 'Find out how it may be passed on, and write that as `marking`.',
  };
}

/** The more restrictive of two markings; the formats speak TLP where no scheme is given. */
export function stricter(a: Marking, b: Marking, scheme: MarkingScheme = shippedConventions.scheme): Marking {
  return strictestOf(scheme, [a, b]);
}

/**
 * A TLP label in any spelling, of version 1 or 2 (`white`, `tlp:amber+strict`, `TLP:AMBER`); `undefined` if it
 * is not one.
 */
export function markingOf(label: string): Marking | undefined {
  const name = label
    .trim()
    .toUpperCase()
    .replace(/^TLP[:\s-]*/, '')
    .replace(/\s+/g, '');
  const known = `TLP:${name === 'WHITE' ? 'CLEAR' : name}`;
  return shippedConventions.scheme.labels.find(({ label }) => label === known)?.label;
}

export type { Actor, Evidence, Incident, Prose, Register, Relationship, Source };
