import { isRecord } from '../../model/json.ts';
import { referencesOf } from '../entities/references.ts';
import { contentWords, inOneScript, shareWord } from './content-words.ts';

/** By collection: ids that two editions use for unrelated things. */
export type ReusedIds = ReadonlyMap<string, ReadonlySet<string>>;

type Entry = Readonly<Record<string, unknown>>;

/** What tells which thing an entry of a collection is. */
interface Identity {
  /** Properties whose words tell it. */
  readonly told: readonly string[];
  /** How many words both entries must have for their difference to tell anything. */
  readonly least: number;
  /** A property which is the same in both only if they are about the same thing. */
  readonly own?: string;
}

/**
 * Entries of the register are what their id says, and a section is a place in the memo: neither is here. Organisations
 * change their names: for actors, all that is said of them counts.
 */
const IDENTITIES: Readonly<Record<string, Identity>> = {
  sources: {
    told: ['csl/title', 'csl/author', 'csl/publisher', 'csl/container-title'],
    least: 3,
    own: 'csl/URL',
  },
  evidence: { told: ['statement'], least: 3 },
  assumptions: { told: ['statement'], least: 3 },
  actors: { told: ['name', 'aliases', 'summary', 'motivations', 'areas'], least: 6 },
  relationships: { told: ['summary'], least: 0 },
  incidents: { told: ['title', 'summary'], least: 3, own: 'date' },
  trends: { told: ['measure', 'summary'], least: 3 },
  hypotheses: { told: ['statement'], least: 3 },
  judgments: { told: ['statement'], least: 3 },
  scenarios: { told: ['title', 'narrative'], least: 3 },
  indicators: { told: ['statement'], least: 3 },
  gaps: { told: ['question'], least: 3 },
  implications: { told: ['statement'], least: 3 },
  recommendations: { told: ['action'], least: 3 },
};

/** Words from which on a text that stayed shows that the entry did. */
const TELLING_TEXT = 5;

/**
 * The ids that both editions have for things with nothing in common (see `isUnrelated`). Not those of which the newer one
 * says under `edition.changes` what became of them, and none if the editions are in two languages.
 */
export function reusedIds(before: object, after: object): ReusedIds {
  const [old, fresh] = [before as Entry, after as Entry];
  const reused = new Map<string, Set<string>>();
  if ((old.language ?? 'en') !== (fresh.language ?? 'en')) return reused;
  let explained: ReadonlySet<string> | undefined;
  for (const collection of Object.keys(IDENTITIES)) {
    if (old[collection] === undefined || fresh[collection] === undefined) continue;
    const known = entriesById(old[collection]);
    for (const [id, entry] of entriesById(fresh[collection])) {
      const former = known.get(id);
      if (!former || !entry || !isUnrelated(collection, former, entry)) continue;
      explained ??= explainedIn(fresh);
      if (explained.has(`${collection}/${id}`)) continue;
      reused.set(collection, (reused.get(collection) ?? new Set<string>()).add(id));
    }
  }
  return reused;
}

/**
 * Whether two entries with one id are about different things: what identifies them has no word in common in any form,
 * they refer to nothing in common, and no text of a few words stayed. One that is too short to tell is the same: a judgment
 * rewritten in other words is still that judgment.
 */
export function isUnrelated(collection: string, before: unknown, after: unknown): boolean {
  const identity = IDENTITIES[collection];
  if (!identity || !isRecord(before) || !isRecord(after) || isSameText(before, after)) return false;
  const { told, least, own } = identity;
  const [old, fresh] = [before, after].map((entry) =>
    contentWords(told.flatMap((path) => textsIn(valueAt(entry, path))).join(' ')),
  ) as [readonly string[], readonly string[]];
  if (old.length < least || fresh.length < least) return false;
  if (old.length > 0 && fresh.length > 0 && !inOneScript(old, fresh)) return false;
  if (shareWord(old, fresh)) return false;
  if (own !== undefined && isSameText(valueAt(before, own), valueAt(after, own))) return false;
  const [named, names] = [before, after].map((entry) => referencesIn(collection, entry));
  if (!named || !names || [...named].some((id) => names.has(id))) return false;
  if (collection === 'relationships' && (named.size === 0 || names.size === 0)) return false;
  const texts = longTexts(before);
  return ![...longTexts(after)].some((text) => texts.has(text));
}

/** The entries with an id of their own; `undefined` for an id that several have. */
function entriesById(list: unknown): ReadonlyMap<string, Entry | undefined> {
  const entries = new Map<string, Entry | undefined>();
  for (const entry of Array.isArray(list) ? list.filter(isRecord) : []) {
    if (typeof entry.id === 'string') entries.set(entry.id, entries.has(entry.id) ? undefined : entry);
  }
  return entries;
}

function explainedIn({ edition }: Entry): ReadonlySet<string> {
  const changes = isRecord(edition) && Array.isArray(edition.changes) ? edition.changes : [];
  return new Set(changes.flatMap((change) => (isRecord(change) ? [String(change.entity)] : [])));
}

/** What much can rest on: one source, the assumption that an account is accurate. */
const OFTEN_SHARED: ReadonlySet<string> = new Set(['source', 'assumption']);

/** What an entry refers to; of sources only the places cited. */
function referencesIn(collection: string, entry: Entry): ReadonlySet<string> {
  const found = referencesOf({ [collection]: [entry] }).flatMap(({ kind, id }) =>
    OFTEN_SHARED.has(kind) && collection !== 'sources' ? [] : [id.slice(id.indexOf('/') + 1)],
  );
  const places = (Array.isArray(entry.citations) ? entry.citations : []).flatMap((citation) =>
    isRecord(citation) && citation.locator !== undefined
      ? [`${String(citation.source)} ${String(citation.locator)}`]
      : [],
  );
  return new Set([...found, ...places]);
}

function longTexts(entry: Entry): ReadonlySet<string> {
  const texts = textsIn(entry).map((text) => text.trim().replace(/\s+/g, ' '));
  return new Set(texts.filter((text) => text.split(' ').length >= TELLING_TEXT));
}

/** Whether two values are written alike. */
function isSameText(one: unknown, other: unknown): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), value);
}
