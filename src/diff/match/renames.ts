import type { ReusedIds } from '../../derive/analysis/reused-ids.ts';
import { isRecord } from '../../model/json.ts';
import { isSame } from '../json.ts';
import { ASSESSMENT, shapeWithin, VALUE } from '../shapes.ts';
import { canonical } from '../words/canonical.ts';
import { byIdentity } from './natural-keys.ts';
import { likeness, type WordBag, wordsIn } from './similarity.ts';

/** By collection: old ids and their new ids. */
export type Renames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A document with collections at its root. */
type Document = Readonly<Record<string, unknown>>;

/**
 * What identifies an entry of each collection. A removed and an added entry are one entry with a new id if
 * these properties are similar and the rest is not too different: a report with another title is another
 * report, however similar the notes on its publisher.
 */
const KNOWN_BY: Readonly<Record<string, readonly string[]>> = {
  sources: ['csl/title', 'csl/URL'],
  evidence: ['statement'],
  assumptions: ['statement'],
  actors: ['name'],
  relationships: ['from', 'to', 'type'],
  incidents: ['title', 'date'],
  trends: ['subject', 'measure'],
  hypotheses: ['statement'],
  judgments: ['statement'],
  scenarios: ['title'],
  indicators: ['statement'],
  gaps: ['question'],
  implications: ['statement'],
  recommendations: ['action'],
  sections: ['heading', 'body'],
  places: ['name'],
};

/** Similarity from which two entries are identified by the same words. */
const SAME_NAME = 0.75;
/** Similarity required of the rest. */
const SAME_CONTENT = 0.6;
/** Similarity up to which an id whose words went to another id stands for something else now. */
const OTHER_NAME = 0.6;
/** With more pairs than this, only equal content is compared. */
const MAX_PAIRS = 2500;

/**
 * The ids changed between two documents. `sharedBefore` and `sharedAfter` are the registers, which hold the
 * identifying properties of an entry with a `ref`; what an id of `reused` stood for may be under another id now.
 */
export function findRenames(
  before: object,
  after: object,
  sharedBefore: object = {},
  sharedAfter: object = {},
  reused: ReusedIds = new Map(),
): Renames {
  return renamesBetween(
    before as Document,
    after as Document,
    sharedBefore as Document,
    sharedAfter as Document,
    reused,
  );
}

function renamesBetween(
  before: Document,
  after: Document,
  sharedBefore: Document,
  sharedAfter: Document,
  reused: ReusedIds,
): Renames {
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const collection of Object.keys(KNOWN_BY)) {
    if (isSame(before[collection], after[collection])) continue;
    const { exchanged, passedOn } = changedHands(collection, before, after, {
      before: sharedBefore,
      after: sharedAfter,
    });
    if (exchanged.size > 0) found.set(collection, exchanged);
    const open = new Set([...passedOn, ...(reused.get(collection) ?? [])].filter((id) => !exchanged.has(id)));
    const gone = unmatched(before[collection], after[collection], open);
    if (gone.length === 0) continue;
    const come = unmatched(after[collection], before[collection], open);
    if (come.length === 0) continue;
    const renames = pairUp(
      gone.map((entry) => profile(collection, entry, sharedBefore)),
      come.map((entry) => profile(collection, entry, sharedAfter)),
    );
    if (renames.size > 0) found.set(collection, new Map([...exchanged, ...renames]));
  }
  return found;
}

/**
 * Entries whose words are now, exactly, under another id that both sides have. `exchanged`: those that swapped ids,
 * completely; whether ids or contents were swapped is decided by the references: see `followedRenames`. `passedOn`: ids
 * whose old words went to, or whose new words came from, an id outside of such a swap.
 */
function changedHands(
  collection: string,
  before: Document,
  after: Document,
  shared: { readonly before: Document; readonly after: Document },
): { readonly exchanged: Map<string, string>; readonly passedOn: readonly string[] } {
  const old = namesById(collection, before, shared.before);
  const fresh = namesById(collection, after, shared.after);
  const changed = [...old].filter(([id, name]) => fresh.has(id) && fresh.get(id) !== name);
  if (changed.length === 0) return { exchanged: new Map(), passedOn: [] };
  const nowUnder = new Map(changed.map(([id]) => [fresh.get(id), id]));
  const moves = new Map(
    changed.flatMap(([id, name]) => {
      const to = name === '' ? undefined : nowUnder.get(name);
      return to === undefined ? [] : [[id, to] as const];
    }),
  );
  const targets = new Set(moves.values());
  if (moves.size > 0 && targets.size === moves.size && [...moves.keys()].every((id) => targets.has(id))) {
    return { exchanged: moves, passedOn: [] };
  }
  const [said, says] = [old, fresh].map((names) => new Set(names.values()));
  const isElsewhere = (name: string | undefined, names: ReadonlySet<string> | undefined) =>
    name !== undefined && name !== '' && names?.has(name);
  const passedOn = changed.filter(([id, name]) => {
    const now = fresh.get(id);
    return (
      (isElsewhere(name, says) || isElsewhere(now, said)) &&
      likeness(wordsIn({ name }), wordsIn({ name: now })) < OTHER_NAME
    );
  });
  return { exchanged: new Map(), passedOn: passedOn.map(([id]) => id) };
}

/** The identifying words of each entry. */
function namesById(collection: string, document: Document, shared: Document): Map<string, string> {
  const entries = document[collection];
  return new Map(
    (Array.isArray(entries) ? entries : []).filter(isRecord).map((entry) => {
      const full = withShared(collection, entry, shared);
      const names = (KNOWN_BY[collection] ?? []).map((path) => canonical(valueAt(full, path), VALUE) ?? '');
      return [byIdentity[0](entry), names.join('\n').trim()];
    }),
  );
}

/** The content of an entry, without its id. */
export function contentOf(collection: string, entry: Record<string, unknown>): string | undefined {
  return canonical({ ...entry, id: '' }, itemShape(collection));
}

/** Entries whose id the other side does not have, or is `open`; duplicate ids are ignored. */
function unmatched(entries: unknown, others: unknown, open: ReadonlySet<string>): Record<string, unknown>[] {
  const [keyOf] = byIdentity;
  const known = new Set((Array.isArray(others) ? others : []).map(keyOf).filter((id) => !open.has(id)));
  const own = (Array.isArray(entries) ? entries : [])
    .filter(isRecord)
    .map((entry) => ({ entry, id: keyOf(entry) }));
  if (own.every(({ id }) => known.has(id))) return [];
  const once = (id: string) => own.filter((other) => other.id === id).length === 1;
  return own.filter(({ id }) => id !== '' && !known.has(id) && once(id)).map(({ entry }) => entry);
}

interface Profile {
  readonly id: string;
  readonly content: string | undefined;
  readonly name: WordBag;
  readonly whole: WordBag;
}

function profile(collection: string, entry: Record<string, unknown>, shared: Document): Profile {
  const full = withShared(collection, entry, shared);
  const names = (KNOWN_BY[collection] ?? []).map((path) => valueAt(full, path));
  return {
    id: byIdentity[0](entry),
    content: canonical(full, itemShape(collection)),
    name: wordsIn({ name: names }),
    whole: wordsIn(full),
  };
}

/** An entry without its id, together with the register's data on it. */
function withShared(
  collection: string,
  { id: _, ref, ...own }: Record<string, unknown>,
  shared: Document,
): Record<string, unknown> {
  const entries = shared[collection];
  const registered = Array.isArray(entries)
    ? entries.find((item) => isRecord(item) && item.id === ref)
    : undefined;
  return { ...(ref !== undefined && isRecord(registered) ? registered : {}), ...own, id: '' };
}

function itemShape(collection: string) {
  return shapeWithin(shapeWithin(ASSESSMENT, collection), '*');
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('/').reduce((part, key) => (isRecord(part) ? part[key] : undefined), value);
}

function pairUp(gone: readonly Profile[], come: readonly Profile[]): Map<string, string> {
  const equalOnly = gone.length * come.length > MAX_PAIRS;
  const candidates = gone.flatMap((old) =>
    come.flatMap((fresh) => {
      const score = scoreOf(old, fresh, equalOnly);
      return score === undefined || old.id === fresh.id
        ? []
        : [{ old: old.id, fresh: fresh.id, score, tie: [old.id, fresh.id].sort().join(' ') }];
    }),
  );
  // The best first; ties by name, so that comparing in reverse pairs the same.
  candidates.sort((a, b) => b.score - a.score || (a.tie < b.tie ? -1 : 1));
  const renames = new Map<string, string>();
  const taken = new Set<string>();
  for (const { old, fresh } of candidates) {
    if (renames.has(old) || taken.has(fresh)) continue;
    renames.set(old, fresh);
    taken.add(fresh);
  }
  return renames;
}

/** 2 or more for the same content, less for similar content; `undefined` for two different entries. */
function scoreOf(old: Profile, fresh: Profile, equalOnly: boolean): number | undefined {
  if (old.name.size === 0 || fresh.name.size === 0) return undefined;
  if (old.content === fresh.content) return 3;
  if (equalOnly) return undefined;
  const name = likeness(old.name, fresh.name);
  const whole = likeness(old.whole, fresh.whole);
  return name >= SAME_NAME && whole >= SAME_CONTENT ? name + whole : undefined;
}
