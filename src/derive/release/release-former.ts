import type { Assessment, Marking, Register } from '../../model/generated/types.ts';
import { releaseAt } from './release.ts';
import { withheldAbove } from './withheld.ts';

/**
 * The edition before, for readers of a marking, made so that it differs from the released newer one in nothing that is
 * withheld in either: what is withheld now is left out of it too, and what was withheld then is in it as it is now, so
 * that it neither seems to have gone nor to have come. `undefined` where there can be no such version.
 */
export function releaseFormer(
  former: Assessment,
  assessment: Assessment,
  released: Assessment,
  register: Register,
  level: Marking,
): Assessment | undefined {
  const then = withheldAbove(former, level).entries;
  const now = withheldAbove(assessment, level).entries;
  const { assessment: version, obstacles } = releaseAt(withMarking(former, now), register, level);
  if (obstacles.length > 0) return undefined;
  return withEntries(version, released, then);
}

type Lists = Readonly<Record<string, unknown>>;

/** The assessment with the highest marking on some of its entries. */
function withMarking(assessment: Assessment, entries: ReadonlySet<string>): Assessment {
  return mapEntries(assessment, (collection, list) =>
    list.map((item) => (entries.has(`${collection}/${idOf(item)}`) ? { ...item, marking: 'TLP:RED' } : item)),
  );
}

/** The assessment with some entries as another one has them. A row of the matrix goes with its evidence. */
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

function mapEntries(
  assessment: Assessment,
  change: (collection: string, list: readonly Item[]) => readonly Item[],
): Assessment {
  const changed = Object.entries(assessment).map(([collection, value]) => [
    collection,
    Array.isArray(value) && listOf(value).length === value.length ? change(collection, listOf(value)) : value,
  ]);
  return Object.fromEntries(changed);
}

type Item = Readonly<Record<string, unknown>>;

/** The objects of a list; none of anything else. */
function listOf(value: unknown): readonly Item[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}

function idOf({ id, ref }: Item): string {
  return String(id ?? ref ?? '');
}
