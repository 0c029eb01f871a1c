import { conventionsOf, schemeOf, withConventions } from '../../model/conventions/conventions.ts';
import { isAbove } from '../../model/conventions/markings.ts';
import type { Assessment, Marking } from '../../model/generated/types.ts';
import { reusedIds } from '../analysis/reused-ids.ts';
import { fieldsMarkedAbove, type MarkedField, redactedAbove } from './redacted.ts';
import { type Release, releaseAt } from './release.ts';

/** The previous edition, as readers of a marking may see it. */
export interface PreviousRelease {
  readonly assessment: Assessment;
  /** The release it is made from, with what is withheld. */
  readonly release: Release;
}

/**
 * The previous edition for readers of a marking, made so that it differs from the released new edition in
 * nothing that either withholds: what is withheld now is left out, and what was withheld then is included as it
 * is now, so that it seems neither removed nor added. `undefined` if that is impossible: if it was marked above
 * the level, in parts or as a whole, or has entries that may be what is now withheld under other ids.
 */
export function releasePrevious(
  previous: Assessment,
  assessment: Assessment,
  released: Assessment,
  level: Marking,
): PreviousRelease | undefined {
  const then = redactedAbove(previous, level).entries;
  const now = redactedAbove(assessment, level).entries;
  if (unaccounted(previous, assessment, now).some((entry) => !then.has(entry))) return undefined;
  const parts = Object.entries(assessment.markings ?? {}).filter(([, marking]) =>
    isAbove(schemeOf(assessment), marking, level),
  );
  const marked =
    parts.length === 0
      ? previous
      : { ...previous, markings: { ...previous.markings, ...Object.fromEntries(parts) } };
  const fields = [previous, assessment].flatMap((edition) => fieldsMarkedAbove(edition, level));
  const release = releaseAt(withMarking(withFields(marked, fields), now), level);
  if (release.obstacles.length > 0) return undefined;
  const before = withEntries(release.assessment, released, then);
  return { assessment: withFields(before, fields, released), release };
}

/**
 * Entries of the previous edition that the new one lacks or whose id it has for something else, in collections from which
 * something is withheld now: each may be a withheld entry under another id. As `collection/id`.
 */
export function unaccounted(
  previous: Assessment,
  assessment: Assessment,
  withheld: ReadonlySet<string>,
): string[] {
  const collections = new Set([...withheld].map((entry) => entry.split('/')[0] ?? ''));
  const reused = reusedIds(previous, assessment);
  return [...collections].flatMap((collection) => {
    const ids = new Set(listOf((assessment as unknown as Lists)[collection]).map(idOf));
    return listOf((previous as unknown as Lists)[collection])
      .map(idOf)
      .filter((id) => id !== '' && (!ids.has(id) || reused.get(collection)?.has(id)))
      .map((id) => `${collection}/${id}`);
  });
}

type Lists = Readonly<Record<string, unknown>>;

/** Not a label of any scheme, and so above every level. */
const WITHHELD = '(withheld)';

/** The assessment with a marking above every level on the given entries. */
function withMarking(assessment: Assessment, entries: ReadonlySet<string>): Assessment {
  return mapEntries(assessment, (collection, list) =>
    list.map((item) => (entries.has(`${collection}/${idOf(item)}`) ? { ...item, marking: WITHHELD } : item)),
  );
}

/**
 * The assessment with the given entries replaced by another assessment's. A matrix row goes with its evidence.
 */
function withEntries(assessment: Assessment, other: Assessment, entries: ReadonlySet<string>): Assessment {
  const lists: Lists = { ...assessment };
  const additions = Object.entries(other).flatMap(([collection, value]): [string, unknown][] => {
    const taken = listOf(value).filter((item) =>
      entries.has(
        collection === 'matrix' ? `evidence/${String(item.evidence)}` : `${collection}/${idOf(item)}`,
      ),
    );
    return taken.length === 0 ? [] : [[collection, [...listOf(lists[collection]), ...taken]]];
  });
  return { ...assessment, ...Object.fromEntries(additions) };
}

/** The assessment with the given fields as another one has them, or without them. */
function withFields(assessment: Assessment, fields: readonly MarkedField[], other?: Assessment): Assessment {
  const own = fields.filter(({ entry }) => entry === undefined).map(({ field }) => field);
  const whole = withKeys(assessment, own, other);
  if (own.length === fields.length) return whole;
  return mapEntries(whole, (collection, list) =>
    list.map((item) => {
      const entry = `${collection}/${idOf(item)}`;
      const keys = fields.filter((one) => one.entry === entry).map(({ field }) => field);
      const same = listOf((other as Lists | undefined)?.[collection]).find((one) => idOf(one) === idOf(item));
      return withKeys(item, keys, same);
    }),
  );
}

function withKeys<T extends object>(value: T, keys: readonly string[], other: object = {}): T {
  const kept = { ...value };
  for (const key of keys) {
    Reflect.deleteProperty(kept, key);
    if (Object.hasOwn(other, key)) Object.assign(kept, { [key]: Reflect.get(other, key) });
  }
  return kept;
}

function mapEntries(
  assessment: Assessment,
  change: (collection: string, list: readonly Item[]) => readonly Item[],
): Assessment {
  const changed = Object.entries(assessment).map(([collection, value]) => [
    collection,
    Array.isArray(value) && listOf(value).length === value.length ? change(collection, listOf(value)) : value,
  ]);
  return withConventions(Object.fromEntries(changed), conventionsOf(assessment));
}

type Item = Readonly<Record<string, unknown>>;

/** The objects of a list; empty for anything else. */
function listOf(value: unknown): readonly Item[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}

function idOf({ id, ref }: Item): string {
  return String(id ?? ref ?? '');
}
