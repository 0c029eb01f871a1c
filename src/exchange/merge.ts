import { isDeepStrictEqual } from 'node:util';
import { type MarkingScheme, shippedConventions } from '../model/conventions/conventions.ts';
import { isAbove, strictestOf } from '../model/conventions/markings.ts';
import type { Assessment, Marking, Register } from '../model/generated/types.ts';
import { isRecord } from '../model/json.ts';
import type { ImportedPart } from './interfaces.ts';
import { NOT_JUDGED, UNGRADED, UNWEIGHED } from './kit/draft.ts';
import { shortHash } from './kit/ids.ts';
import { joinProse } from './kit/text.ts';

type Data = Readonly<Record<string, unknown>>;

/** The changes that importing parts makes to a file. */
export interface Merge {
  /** The whole file as plain data. */
  readonly data: Data;
  /**
   * Edits in order, one value each: its path from the root, and the new value. A path that ends just past a
   * list appends to it.
   */
  readonly edits: readonly Edit[];
  /** Added and changed entries as collection and id, with the properties that changed. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
}

export interface Edit {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** Values importers write where a person has to judge: they never replace what a person wrote. */
const UNREVIEWED: Readonly<Record<string, unknown>> = {
  reliability: UNGRADED,
  credibility: UNWEIGHED,
  type: 'unknown',
  summary: undefined,
};

/**
 * Merges what was imported into an existing assessment. Entries of the same id are updated, others added;
 * nothing is removed. What people decide (form, status, marking, the bottom line, grades) stays as it is,
 * unless the assessment comes back from an export of this program.
 */
export function mergeAssessment(
  existing: Data,
  part: ImportedPart,
  isNamed: boolean,
  scheme: MarkingScheme = shippedConventions.scheme,
): Merge {
  const merge = new Merging(existing, scheme);
  const { returns = false } = part;
  const content = returns ? part.content : apartFrom(existing, part.content);
  for (const [key, given] of Object.entries(withoutPlaceholder(content, existing))) {
    if (given === undefined || key === 'id') continue;
    const value = key === 'marking' ? strictest(existing[key], given, scheme) : given;
    if (isEntries(value)) merge.entries(key, value);
    else if (existing[key] === undefined ? !isNamed || returns : returns) merge.set([key], value);
    else if ((key === 'asOf' || key === 'published') && !isNamed && String(value) > String(existing[key]))
      merge.set([key], value);
  }
  return merge.result();
}

/** Merges entries into a register: only the properties a register holds. */
export function mergeRegister(existing: Data, content: Partial<Assessment>): Merge {
  const merge = new Merging(existing);
  for (const [collection, keys] of Object.entries(REGISTERED)) {
    const list = (content as Data)[collection];
    if (!isEntries(list)) continue;
    const own = list.filter(({ id }) => id !== undefined);
    merge.entries(
      collection,
      own.map((entry) => Object.fromEntries(Object.entries(entry).filter(([key]) => keys.includes(key)))),
    );
  }
  return merge.result();
}

/** The properties of an assessment's entries that a register holds. */
const REGISTERED: Readonly<Record<string, readonly string[]>> = {
  actors: ['id', 'name', 'aliases', 'type', 'parent'],
  incidents: ['id', 'title', 'date', 'place'],
  places: ['id', 'name', 'country', 'coordinates'],
  sources: ['id', 'csl'],
} satisfies Partial<Record<keyof Register, readonly string[]>>;

class Merging {
  #data: Data;
  readonly #scheme: MarkingScheme;
  readonly #edits: Edit[] = [];
  readonly #added: string[] = [];
  readonly #changed: string[] = [];

  constructor(existing: Data, scheme: MarkingScheme = shippedConventions.scheme) {
    this.#data = existing;
    this.#scheme = scheme;
  }

  set(path: readonly [string], value: unknown): void {
    const [key] = path;
    if (sameValue(this.#data[key], value)) return;
    (this.#data[key] === undefined ? this.#added : this.#changed).push(key);
    this.#data = { ...this.#data, [key]: value };
    this.#edits.push({ path, value });
  }

  entries(collection: string, incoming: readonly Data[]): void {
    const before = this.#data[collection];
    const list: Data[] = isEntries(before) ? [...before] : [];
    const positions = new Map(list.map((entry, index) => [keyOf(entry), index]));
    const fresh: Data[] = [];
    for (const entry of incoming) {
      const key = keyOf(entry);
      const at = key === undefined ? undefined : positions.get(key);
      const there = at === undefined ? undefined : list[at];
      if (at === undefined || !there) {
        const known = key === undefined && list.some((other) => isDeepStrictEqual(other, entry));
        if (known) continue;
        fresh.push(entry);
        this.#added.push(`${collection}/${key ?? list.length + fresh.length - 1}`);
        continue;
      }
      const changes = Object.entries(entry).flatMap(([name, value]) => {
        const next = reviewed(name, there[name], value, this.#scheme);
        return sameValue(there[name], next) ? [] : [[name, next] as const];
      });
      if (changes.length === 0) continue;
      list[at] = { ...there, ...Object.fromEntries(changes) };
      for (const [name, value] of changes) this.#edits.push({ path: [collection, at, name], value });
      this.#changed.push(`${collection}/${key}: ${changes.map(([name]) => name).join(', ')}`);
    }
    if (fresh.length === 0) {
      if (before !== undefined) this.#data = { ...this.#data, [collection]: list };
      return;
    }
    if (before === undefined) this.#edits.push({ path: [collection], value: fresh });
    else
      for (const [index, entry] of fresh.entries())
        this.#edits.push({ path: [collection, list.length + index], value: entry });
    this.#data = { ...this.#data, [collection]: [...list, ...fresh] };
  }

  result(): Merge {
    return { data: this.#data, edits: this.#edits, added: this.#added, changed: this.#changed };
  }
}

/**
 * Evidence of the same id from another source is different evidence: it gets an id of its own, always the same,
 * and references to it in the imported content are rewritten.
 */
function apartFrom(existing: Data, content: Partial<Assessment>): Partial<Assessment> {
  const there = new Map(
    (isEntries(existing.evidence) ? existing.evidence : []).map((item) => [item.id, item]),
  );
  const renamed = new Map<string, string>();
  for (const { id, citations } of content.evidence ?? []) {
    const other = there.get(id);
    if (!other) continue;
    const known = (isEntries(other.citations) ? other.citations : []).map(({ source }) => source);
    const own = (citations ?? []).map(({ source }) => source);
    if (known.length === 0 || own.length === 0 || own.some((source) => known.includes(source))) continue;
    renamed.set(id, `${id.slice(0, 73)}-${shortHash(own.join())}`);
  }
  return renamed.size === 0 ? content : (withNames(content, renamed) as Partial<Assessment>);
}

/**
 * Replaces evidence ids wherever evidence is named: its own ids, lists of ids, rows of the matrix, citations in
 * prose.
 */
function withNames(value: unknown, names: ReadonlyMap<string, string>, key = ''): unknown {
  if (typeof value === 'string') {
    if (['evidence', 'contraryEvidence', 'disputes'].includes(key)) return names.get(value) ?? value;
    return value.replace(/(?<=[[;]\s*)@([a-z0-9-]+)/g, (found, id: string) =>
      names.has(id) ? `@${names.get(id)}` : found,
    );
  }
  if (Array.isArray(value)) return value.map((one) => withNames(one, names, key));
  if (typeof value !== 'object' || value === null) return value;
  const own = key === 'evidence' && 'statement' in value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      own && name === 'id' ? (names.get(String(one)) ?? one) : withNames(one, names, name),
    ]),
  );
}

/** The stricter of two markings: no import makes a marking less strict. */
function strictest(there: unknown, incoming: unknown, scheme: MarkingScheme): unknown {
  return typeof there === 'string' && typeof incoming === 'string'
    ? strictestOf(scheme, [there, incoming])
    : incoming;
}

/** Collections whose entries can have a marking of their own. */
const MARKED: readonly string[] = ['sources', 'evidence', 'actors', 'incidents', 'judgments', 'sections'];

/**
 * For a part that goes into an assessment with a wider circle than its own: each entry gets the marking it had
 * as part of the whole. `unmarkable` are the imported collections whose entries cannot have a marking.
 */
export function keepMarking(
  part: ImportedPart,
  target: Marking,
  scheme: MarkingScheme = shippedConventions.scheme,
): { readonly part: ImportedPart; readonly unmarkable: readonly string[]; readonly isAbove: boolean } {
  const { marking } = part.content;
  if (marking === undefined || !isAbove(scheme, marking, target))
    return { part, unmarkable: [], isAbove: false };
  const lists = Object.entries(part.content).filter(([, value]) => isEntries(value));
  const marked = lists.flatMap(([name, list]) =>
    MARKED.includes(name)
      ? [[name, (list as readonly Data[]).map((entry) => ({ marking, ...entry }))] as const]
      : [],
  );
  const content = { ...part.content, ...Object.fromEntries(marked) } as ImportedPart['content'];
  return {
    part: { ...part, content },
    unmarkable: lists.map(([name]) => name).filter((name) => !MARKED.includes(name)),
    isAbove: true,
  };
}

/** The incoming value, unless it only says that nobody has judged and somebody has. */
function reviewed(name: string, there: unknown, incoming: unknown, scheme: MarkingScheme): unknown {
  if (name === 'marking') return strictest(there, incoming, scheme);
  if (there !== undefined && Object.hasOwn(UNREVIEWED, name) && incoming === UNREVIEWED[name]) return there;
  if (name !== 'citations' || !isEntries(there) || !isEntries(incoming)) return incoming;
  return citationsOf(there, incoming);
}

/**
 * Citations that are there, in their order, then new ones. Where a person has graded one or said where in the source
 * it is, one that says neither does not replace it.
 */
function citationsOf(there: readonly Data[], incoming: readonly Data[]): readonly Data[] {
  const isSame = (a: Data, b: Data) => a.source === b.source && a.locator === b.locator;
  const existing = there.flatMap((one): Data[] => {
    const same = incoming.find((other) => isSame(one, other));
    if (same) return [same.credibility === UNWEIGHED ? { ...same, ...one } : same];
    const isReplaced = incoming.some(
      ({ source, locator }) =>
        source === one.source &&
        one.credibility === UNWEIGHED &&
        (one.locator === undefined || locator !== undefined),
    );
    return isReplaced ? [] : [one];
  });
  const fresh = incoming.filter(
    (other) =>
      !there.some((one) => isSame(one, other)) &&
      (other.locator !== undefined ||
        other.credibility !== UNWEIGHED ||
        !there.some(({ source }) => source === other.source)),
  );
  return [...existing, ...fresh];
}

/** What identifies an entry: its id; for a row of the matrix, its evidence. */
function keyOf({ id, ref, evidence }: Data): string | undefined {
  const key = id ?? ref ?? evidence;
  return typeof key === 'string' ? key : undefined;
}

/** Drops the placeholder judgment if the assessment has judgments. */
function withoutPlaceholder(content: Partial<Assessment>, existing: Data): Data {
  const judgments = content.judgments?.filter(
    ({ id }) => id !== NOT_JUDGED.id || existing.judgments === undefined,
  );
  return { ...content, ...(judgments && { judgments }) };
}

function isEntries(value: unknown): value is readonly Data[] {
  return Array.isArray(value) && value.every(isRecord);
}

/** An array of prose lines equals the same text as one string. */
function sameValue(a: unknown, b: unknown): boolean {
  const text = (value: unknown) =>
    Array.isArray(value) && value.every((line) => typeof line === 'string')
      ? joinProse(value as string[])
      : value;
  return isDeepStrictEqual(text(a), text(b));
}
