import { likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import { isRecord } from '../../model/json.ts';
import { dayOf, joinProse, oneLine, splitProse } from '../kit/text.ts';
import { CLASSES, TYPES } from './actors.ts';
import type { Mapping } from './mapping.ts';
import { confidenceLevel, credibilityOfConfidence, RELATIONSHIPS } from './vocabulary.ts';
import type { Edit } from './written.ts';

type Data = Readonly<Record<string, unknown>>;

/** What is known of the bundle's other objects while one of ours is read. */
export interface Around {
  /** Our id of the actor an object stands for. */
  actor(stixId: unknown): string | undefined;
  /** The id of our actor with this name, otherwise the name itself. */
  party(name: string): string;
  /** Makes a source of an external reference and returns its id; `undefined` if it says too little. */
  source(reference: unknown): string | undefined;
  /** The assessment itself, for the scale of its terms. */
  readonly head: object;
}

/** Applies a change of one member to the entry; `undefined` if no property of ours says the same. */
type Reader = (edit: Edit, entry: Data, around: Around) => Data | undefined;

/** Members that express something of an entry in STIX's own way. */
const READERS: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  actors: {
    threat_actor_types: typeFrom(TYPES),
    identity_class: typeFrom(CLASSES),
  },
  relationships: {
    relationship_type: ({ value }) => {
      const type = RELATIONSHIPS.get(String(value));
      return type === undefined ? undefined : { type };
    },
    source_ref: ({ value }, _, { actor }) => end('from', actor(value)),
    target_ref: ({ value }, _, { actor }) => end('to', actor(value)),
    start_time: ({ value }, { period }) => periodWith(period, 0, value),
    stop_time: ({ value }, { period }) => periodWith(period, 1, value),
    confidence: ({ value }) => levelOf(value),
  },
  evidence: {
    authors: ({ value }, { speaker }) => {
      const [name, ...more] = Array.isArray(value) ? value : [];
      if (typeof name !== 'string' || more.length > 0) return undefined;
      return { speaker: { ...(isRecord(speaker) && speaker), name: oneLine(name) } };
    },
    confidence: ({ value }, { citations }) => {
      const credibility = typeof value === 'number' ? credibilityOfConfidence(value) : undefined;
      const [only, ...more] = listOf(citations);
      // With several sources, it is unknown whose credibility changed.
      return only && credibility !== undefined && more.length === 0
        ? { citations: [{ ...only, credibility }] }
        : undefined;
    },
    external_references: ({ added, removed }, { citations }, { source }) => {
      const sources = added.flatMap((reference) => source(reference) ?? []);
      if (removed > 0 || sources.length < added.length) return undefined;
      return { citations: [...listOf(citations), ...sources.map((id) => ({ source: id, credibility: 6 }))] };
    },
  },
  judgments: {
    confidence: ({ value }, { confidence }) => {
      const { confidence: level } = levelOf(value) ?? {};
      return level === undefined
        ? undefined
        : { confidence: { ...(isRecord(confidence) && confidence), level } };
    },
  },
  assessment: {
    published: ({ value }) => {
      const published = typeof value === 'string' ? dayOf(value) : undefined;
      return published === undefined ? undefined : { published };
    },
    lang: ({ value }) =>
      typeof value === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value)
        ? { language: value }
        : undefined,
    // Added objects are imported, or listed, on their own.
    object_refs: ({ removed }) => (removed === 0 ? {} : undefined),
    external_references: ({ added, removed }, _, { source }) =>
      removed === 0 && added.every((reference) => source(reference) !== undefined) ? {} : undefined,
  },
};

/**
 * Applies somebody's change of one member to the entry: texts that STIX holds are taken over as they stand,
 * other members if a property of ours says the same. `undefined` otherwise.
 */
export function readEdit(
  edit: Edit,
  entry: Data,
  from: { readonly collection: string; readonly mapping: Mapping },
  around: Around,
): Data | undefined {
  const { name, value } = edit;
  const carried = Object.entries(from.mapping.carries).find(([, { as }]) => as === name);
  if (carried) {
    const [property, { is }] = carried;
    const text =
      is === 'lines' ? textsOf(value) : typeof value === 'string' && value !== '' ? value : undefined;
    if (text === undefined) return undefined;
    const read = typeof text === 'string' && is === 'prose' ? splitProse(text) : text;
    const next = { ...entry, [property]: read };
    return from.collection === 'judgments' && property === 'statement' ? withTerm(next, around.head) : next;
  }
  const readers = Object.hasOwn(READERS, from.collection) ? READERS[from.collection] : undefined;
  const reader = readers && Object.hasOwn(readers, name) ? readers[name] : undefined;
  const changed = value === undefined ? undefined : reader?.(edit, entry, around);
  return changed && { ...entry, ...changed };
}

/** If a judgment's statement now names another likelihood term, that term becomes its likelihood. */
function withTerm(judgment: Data, head: object): Data {
  const { likelihood, statement } = judgment;
  if (!isRecord(likelihood) || typeof likelihood.term !== 'string') return judgment;
  const terms = likelihoodScaleOf(head)
    .bands.flatMap((band) => band.terms)
    .sort((a, b) => b.length - a.length);
  let rest = joinProse(statement as string | string[]);
  const named = terms.filter((term) => {
    const before = rest;
    rest = rest.replaceAll(new RegExp(`(?<!\\p{L})${term}(?!\\p{L})`, 'giu'), ' ');
    return rest !== before;
  });
  const [term, ...more] = named;
  return term === undefined || more.length > 0 || term === likelihood.term
    ? judgment
    : { ...judgment, likelihood: { ...likelihood, term } };
}

/** Takes the actor's type from the first STIX word that has a term of ours. */
function typeFrom(words: ReadonlyMap<string, unknown>): Reader {
  return ({ value }) => {
    const type = [value].flat().flatMap((word) => words.get(String(word)) ?? [])[0];
    return type === undefined ? undefined : { type };
  };
}

function end(name: 'from' | 'to', actor: string | undefined): Data | undefined {
  return actor === undefined ? undefined : { [name]: actor };
}

function levelOf(value: unknown): { readonly confidence: string } | undefined {
  const level = typeof value === 'number' ? confidenceLevel(value) : undefined;
  return level === undefined ? undefined : { confidence: level };
}

/** A period with its beginning or end replaced; an end that was absent stays open. */
function periodWith(period: unknown, place: 0 | 1, time: unknown): Data | undefined {
  const day = typeof time === 'string' ? dayOf(time) : undefined;
  if (day === undefined) return undefined;
  const ends = typeof period === 'string' && period.includes('/') ? period.split('/') : [period, period];
  const [first, last] = ends.map((one, index) =>
    index === place ? day : typeof one === 'string' ? one : '..',
  );
  return { period: first === last ? first : `${first}/${last}` };
}

function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')
    ? [...new Set((value as string[]).map((one) => oneLine(one)))]
    : undefined;
}

function listOf(value: unknown): readonly Data[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
