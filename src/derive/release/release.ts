import { citationsIn } from '../../model/citation.ts';
import type { Assessment, LeftOutOfRelease, Marking, Register } from '../../model/generated/types.ts';
import { fromPointer, type PointerPart, toPointer } from '../../model/pointer.ts';
import { leaksOf } from './leaks.ts';
import { isAbove, type Withheld, withheldAbove } from './withheld.ts';

/** A version that may go to readers of a marking, or why there can be none. */
export interface Release {
  readonly assessment: Assessment;
  /** Places in the assessment as it was, which keep the release from being made. */
  readonly obstacles: readonly {
    readonly pointer: string;
    readonly message: string;
    readonly help: string;
  }[];
}

/**
 * Leaves out everything marked above `level` and what rests only on it. The result says where something was left out
 * (`released`), never what. Whatever has no marking of its own goes along: that is what the marking of the whole is for.
 */
export function releaseAt(assessment: Assessment, register: Register, level: Marking): Release {
  const withheld = withheldAbove(assessment, level);
  const pruned = prune(assessment, [], withheld) as Assessment;
  const { exceptions, edition, ...rest } = pruned;
  const kept = exceptions?.filter(({ at }) => !touches(at, withheld));
  const changes = edition?.changes?.filter(({ entity }) => !withheld.entries.has(entity));
  const released: Assessment = {
    ...rest,
    ...(kept && kept.length > 0 && { exceptions: kept }),
    ...(edition && { edition: withoutChanges(edition, changes) }),
    marking: isAbove(assessment.marking, level) ? level : assessment.marking,
    released: { level, leftOut: leftOut(assessment, withheld) },
  };
  return {
    assessment: released,
    obstacles: [...unsupported(withheld), ...leaksOf(assessment, register, withheld)],
  };
}

function withoutChanges(
  { changes: _, ...edition }: NonNullable<Assessment['edition']>,
  changes: NonNullable<Assessment['edition']>['changes'],
) {
  return changes && changes.length > 0 ? { ...edition, changes } : edition;
}

function unsupported({ unsupported: judgments }: Withheld): Release['obstacles'] {
  return judgments.map((pointer) => ({
    pointer,
    message:
      'Released at this marking, this judgment would stand on nothing: all its evidence is marked above.',
    help: 'Mark the judgment as its evidence is marked, or give it evidence that may be released.',
  }));
}

/** The value without what is withheld, and without lists and objects that have nothing left in them. */
function prune(value: unknown, parts: readonly PointerPart[], withheld: Withheld): unknown {
  if (withheld.pointers.has(toPointer(parts))) return undefined;
  if (typeof value === 'string') return withoutCitations(value, withheld);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const left = value
      .map((item, index) => prune(item, [...parts, index], withheld))
      .filter((item) => item !== undefined);
    return left.length === 0 && value.length > 0 ? undefined : left;
  }
  const members = Object.entries(value).map(
    ([key, item]) => [key, prune(item, [...parts, key], withheld)] as const,
  );
  const left = members.filter(([, item]) => item !== undefined);
  return left.length === 0 && members.length > 0 ? undefined : Object.fromEntries(left);
}

/** Prose without its citations of what is withheld. */
function withoutCitations(text: string, { entries }: Withheld): string {
  if (!text.includes('[@')) return text;
  let result = '';
  let done = 0;
  for (const { items, start, end } of citationsIn(text)) {
    const left = items.filter(({ id }) => !entries.has(`evidence/${id}`) && !entries.has(`sources/${id}`));
    if (left.length === items.length) continue;
    const before = text.slice(done, start);
    const written = left
      .map(({ id, locator }) => (locator === undefined ? `@${id}` : `@${id}, ${locator}`))
      .join('; ');
    result += written === '' ? before.trimEnd() : `${before}[${written}]`;
    done = end;
  }
  return result + text.slice(done);
}

/** Whether an exception is about something withheld, or its index may no longer be right. */
function touches(at: string, { pointers, entries }: Withheld): boolean {
  if (!at.startsWith('/')) return entries.has(at);
  const [collection, index] = fromPointer(at);
  return index !== undefined && [...pointers].some((pointer) => fromPointer(pointer)[0] === collection);
}

/** How many entries of each collection are left out, and where that shows. */
function leftOut(assessment: Assessment, { entries, pointers }: Withheld): LeftOutOfRelease[] {
  const counts = new Map<LeftOutOfRelease['collection'], number>();
  for (const entry of entries) {
    const collection = entry.split('/')[0] as LeftOutOfRelease['collection'];
    counts.set(collection, (counts.get(collection) ?? 0) + 1);
  }
  for (const collection of ['matrix', 'exclusive'] as const) {
    const gone = [...pointers].filter((pointer) => new RegExp(`^/${collection}/\\d+$`).test(pointer)).length;
    if (gone > 0) counts.set(collection, gone);
  }
  return [...counts].map(([collection, count]) => {
    const near =
      collection === 'sections'
        ? sectionsBefore(assessment, entries)
        : behind(assessment, collection, entries);
    return { collection, count, ...(near.length > 0 && { near }) };
  });
}

/** The judgments that have lost evidence, for and against. */
function behind(assessment: Assessment, collection: string, entries: ReadonlySet<string>): string[] {
  if (collection !== 'evidence') return [];
  return assessment.judgments
    .filter(({ id }) => !entries.has(`judgments/${id}`))
    .filter(({ evidence = [], contraryEvidence = [] }) =>
      [...evidence, ...contraryEvidence].some((item) => entries.has(`evidence/${item}`)),
    )
    .map(({ id }) => `judgments/${id}`);
}

/** The section before each one that is left out; none for the first. */
function sectionsBefore({ sections = [] }: Assessment, entries: ReadonlySet<string>): string[] {
  const near = new Set<string>();
  let before: string | undefined;
  for (const { id } of sections) {
    if (!entries.has(`sections/${id}`)) before = `sections/${id}`;
    else if (before !== undefined) near.add(before);
  }
  return [...near];
}
