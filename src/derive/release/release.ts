import { citationsIn, pictureCited } from '../../model/citation.ts';
import { conventionsOf, schemeOf, withConventions } from '../../model/conventions/conventions.ts';
import { isAbove } from '../../model/conventions/markings.ts';
import type { Assessment, LeftOutOfRelease, Marking } from '../../model/generated/types.ts';
import { fromPointer, type PointerPart, toPointer } from '../../model/pointer.ts';
import { splitSentences } from '../../model/sentences.ts';
import { originalNumbers } from './numbers.ts';
import { type Redacted, redactedAbove } from './redacted.ts';
import { type RemainingText, remainingTexts, withoutCitations, withoutPictures } from './remaining-texts.ts';
import { unmarkedAbove } from './unmarked.ts';

/** A version that may go to readers of a marking, or why there cannot be one. */
export interface Release {
  readonly assessment: Assessment;
  readonly withheld: Redacted;
  /** The texts of the original assessment that are kept. */
  readonly texts: readonly RemainingText[];
  /** Places in the original assessment that prevent the release. */
  readonly obstacles: readonly Obstacle[];
}

export interface Obstacle {
  readonly pointer: string;
  readonly message: string;
  readonly help: string;
}

/**
 * Leaves out everything marked above `level` and everything that rests only on it. The result says where
 * something was left out (`released`), never what. The release is refused if unmarked parts may not be
 * included, if a judgment or sentence would lose all its support, or if judgments that were not key would
 * become key. Whether the rest names what is withheld is checked elsewhere (`withheldNames`).
 */
export function releaseAt(assessment: Assessment, level: Marking): Release {
  const withheld = redactedAbove(assessment, level);
  const scheme = schemeOf(assessment);
  const pruned = prune(assessment, [], withheld) as Assessment;
  const { exceptions, edition, releasable: _, releasableNames: __, markings, ...rest } = pruned;
  const kept = exceptions?.filter(({ at }) => !touches(at, withheld));
  const changes = edition?.changes?.filter(({ entity }) => !withheld.entries.has(entity));
  const lower = Object.entries(markings ?? {}).filter(([, marking]) => !isAbove(scheme, marking, level));
  const numbers = originalNumbers(
    assessment,
    (collection, index) => !withheld.pointers.has(toPointer([collection, index])),
  );
  const bare: Assessment = {
    ...rest,
    ...(kept && kept.length > 0 && { exceptions: kept }),
    ...(edition && { edition: withoutChanges(edition, changes) }),
    ...(lower.length > 0 && { markings: Object.fromEntries(lower) }),
    marking: isAbove(scheme, assessment.marking, level) ? level : assessment.marking,
    released: {
      level,
      leftOut: leftOut(assessment, withheld),
      ...(Object.keys(numbers).length > 0 && { numbers }),
    },
  };
  const released = withConventions(bare, conventionsOf(assessment));
  const texts = [...remainingTexts(assessment, withheld)];
  const obstacles = [
    ...unmarked(assessment, level),
    ...unsupported(withheld),
    ...withoutKeyJudgment(assessment, released),
    ...texts.flatMap((text) => unsupportedSentences(text, withheld, assessment.language)),
    ...texts.flatMap((text) => referencesToRedacted(text, withheld)),
    ...emptiedSections(assessment, withheld),
  ];
  return { assessment: released, withheld, texts, obstacles };
}

/** Most unmarked parts named in a message. */
const MAX_NAMED = 60;

function unmarked(assessment: Assessment, level: Marking): Obstacle[] {
  const parts = unmarkedAbove(assessment, level);
  if (parts.length === 0) return [];
  const more = parts.length > MAX_NAMED ? ` and ${parts.length - MAX_NAMED} more` : '';
  const named = `${parts.slice(0, MAX_NAMED).join(', ')}${more}`;
  const { marking, releasable } = assessment;
  const handled =
    releasable === undefined
      ? `The whole is marked ${marking}, and so is what has no marking of its own`
      : `The whole is marked ${marking}, and what has no marking of its own may go to ${releasable} at most`;
  return [
    {
      pointer: releasable === undefined ? '/marking' : '/releasable',
      message: `${handled}: ${named}.`,
      help: `Where it may go to readers of ${level}, say so: \`"releasable": "${level}"\`. Or mark each part: entries by \`marking\`, everything else under \`markings\`.`,
    },
  ];
}

/**
 * If no judgment is marked as key, all are: so when the last key judgment is removed, others would take its
 * place.
 */
function withoutKeyJudgment(whole: Assessment, released: Assessment): Obstacle[] {
  const hasKey = ({ judgments }: Partial<Assessment>) => judgments?.some(({ key }) => key) ?? true;
  if (!whole.judgments.some(({ key }) => key) || hasKey(released)) return [];
  const message = 'Every key judgment is marked above the release, and the others would take their place.';
  return [{ pointer: '/judgments', message, help: 'Mark a judgment that may be released as key.' }];
}

/** Longest excerpt of a sentence, in characters. */
const MAX_SHOWN = 80;

/** Citations in a text whose evidence and sources are all withheld. */
function unsupportedSentences(
  { text, pointer }: RemainingText,
  { entries }: Redacted,
  language: string | undefined,
): Obstacle[] {
  const isGone = (id: string) => entries.has(`evidence/${id}`) || entries.has(`sources/${id}`);
  return citedPlaces(text).flatMap(({ ids, start }): Obstacle[] => {
    if (ids.length === 0 || !ids.every(isGone)) return [];
    const sentence = splitSentences(text, language).findLast((one) => one.start < start)?.start ?? 0;
    const sentenceBefore = withoutBrackets(text.slice(sentence, start));
    const shown =
      sentenceBefore.length > MAX_SHOWN ? `… ${sentenceBefore.slice(-MAX_SHOWN)}` : sentenceBefore;
    return [
      {
        pointer,
        message: `All that is cited for “${shown}” is marked above the release.`,
        help: 'Cite what may be released, take the sentence out, or mark what it stands in.',
      },
    ];
  });
}

/** Sentences that refer to a withheld picture: without it they mean nothing. */
function referencesToRedacted({ text, pointer }: RemainingText, { entries }: Redacted): Obstacle[] {
  return citationsIn(text)
    .flatMap(({ items }) => items.map(({ id }) => pictureCited(id)))
    .filter((id) => id !== undefined && entries.has(`media/${id}`))
    .map((id) => ({
      pointer,
      message: `The text refers to the picture \`${id}\`, which is marked above the release.`,
      help: 'Take the reference out, or mark what it stands in.',
    }));
}

/** Sections that consist of a withheld picture only. */
function emptiedSections({ sections = [] }: Assessment, withheld: Redacted): Obstacle[] {
  return sections.flatMap(({ id, body }, index) => {
    const text = [body].flat().join('\n');
    if (withheld.entries.has(`sections/${id}`) || text.trim() === '') return [];
    if (withoutPictures(text, withheld).trim() !== '') return [];
    return {
      pointer: toPointer(['sections', index]),
      message: 'Released at this marking, this section would be empty: its picture is marked above.',
      help: 'Mark the section as its picture is marked.',
    };
  });
}

/** Adjacent citations count as one: `[@a][@b]`. */
function citedPlaces(text: string): { readonly ids: readonly string[]; readonly start: number }[] {
  const places: { ids: string[]; start: number; end: number }[] = [];
  for (const { items, start, end } of citationsIn(text)) {
    const ids = items.map(({ id }) => id);
    const last = places.at(-1);
    if (last && text.slice(last.end, start).trim() === '') {
      last.ids.push(...ids);
      last.end = end;
    } else places.push({ ids, start, end });
  }
  return places;
}

function withoutBrackets(text: string): string {
  return text
    .replace(/\[@[^\]]*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutChanges(
  { changes: _, ...edition }: NonNullable<Assessment['edition']>,
  changes: NonNullable<Assessment['edition']>['changes'],
) {
  return changes && changes.length > 0 ? { ...edition, changes } : edition;
}

function unsupported({ unsupported: judgments }: Redacted): Release['obstacles'] {
  return judgments.map((pointer) => ({
    pointer,
    message:
      'Released at this marking, this judgment would stand on nothing: all its evidence is marked above.',
    help: 'Mark the judgment as its evidence is marked, or give it evidence that may be released.',
  }));
}

/** The value without what is withheld, and without lists and objects that become empty. */
function prune(value: unknown, parts: readonly PointerPart[], withheld: Redacted): unknown {
  if (withheld.pointers.has(toPointer(parts))) return undefined;
  if (typeof value === 'string') {
    const text = withoutPictures(value, withheld);
    return text.trim() === '' && value !== text ? undefined : withoutCitations(text, withheld);
  }
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

/** Whether an exception is about something withheld, or its index may no longer be right. */
function touches(at: string, { pointers, entries }: Redacted): boolean {
  if (!at.startsWith('/')) return entries.has(at);
  const [collection, index] = fromPointer(at);
  return index !== undefined && [...pointers].some((pointer) => fromPointer(pointer)[0] === collection);
}

/** How many entries of each collection are left out, and where the gap shows. */
function leftOut(assessment: Assessment, { entries, pointers }: Redacted): LeftOutOfRelease[] {
  const counts = new Map<LeftOutOfRelease['collection'], number>();
  for (const entry of entries) {
    const collection = entry.split('/')[0] as LeftOutOfRelease['collection'];
    counts.set(collection, (counts.get(collection) ?? 0) + 1);
  }
  for (const pointer of pointers) {
    const [part = '', index, ...rest] = fromPointer(pointer);
    const isWhole =
      index === undefined && (part.startsWith('x-') || !Array.isArray(assessment[part as keyof Assessment]));
    const isEntry =
      /^(?:matrix|exclusive|exceptions)$/.test(part) && index !== undefined && rest.length === 0;
    const collection = (part.startsWith('x-') ? 'ownFields' : part) as LeftOutOfRelease['collection'];
    if (isWhole || isEntry) counts.set(collection, (counts.get(collection) ?? 0) + 1);
  }
  return [...counts].map(([collection, count]) => {
    const near =
      collection === 'sections'
        ? sectionsBefore(assessment, entries)
        : behind(assessment, collection, entries);
    return { collection, count, ...(near.length > 0 && { near }) };
  });
}

/** The judgments that lose evidence, for or against. */
function behind(assessment: Assessment, collection: string, entries: ReadonlySet<string>): string[] {
  if (collection !== 'evidence') return [];
  return assessment.judgments
    .filter(({ id }) => !entries.has(`judgments/${id}`))
    .filter(({ evidence = [], contraryEvidence = [] }) =>
      [...evidence, ...contraryEvidence].some((item) => entries.has(`evidence/${item}`)),
    )
    .map(({ id }) => `judgments/${id}`);
}

/** The section before each one left out; none for the first. */
function sectionsBefore({ sections = [] }: Assessment, entries: ReadonlySet<string>): string[] {
  const near = new Set<string>();
  let before: string | undefined;
  for (const { id } of sections) {
    if (!entries.has(`sections/${id}`)) before = `sections/${id}`;
    else if (before !== undefined) near.add(before);
  }
  return [...near];
}
