import { fromPointer } from '../../model/pointer.ts';
import { isRecord } from '../json.ts';
import type { Surroundings } from '../match/surroundings.ts';
import { nounOf } from '../place-rules.ts';
import { VALUE } from '../shapes.ts';
import type { Change, DiffSide } from '../types.ts';
import { asMembers, canonical } from '../words/canonical.ts';
import { figureText } from '../words/field-text.ts';
import { labelsOf, shorten } from '../words/labels.ts';
import { proseOf, readingOf } from '../words/prose.ts';

/** Weight from which a change of identity or handling comes before all judgments: that of the marking. */
const WEIGHTY = 90;

/** Several changes described as one: the first represents them all. */
interface Joined {
  readonly changes: readonly [Change, ...Change[]];
  /** Replaces the summary of the first. */
  readonly summary?: string;
  readonly type?: Change['type'];
}

/** What joining needs from the two assessments. */
type Sides = Pick<Surroundings, 'before' | 'after' | 'labels'>;

type Join = (changes: readonly Change[], sides: Sides) => readonly Joined[];

/**
 * The changes as reported to a reader: what a reader sees as one change (a likelihood and its confidence, an
 * item that went from the evidence for to the evidence against, the two ends of a relationship) becomes one
 * line. The first of the joined changes represents them, with the largest weight; each is joined once.
 * Housekeeping (cut-off, date, edition number) comes last, unless the readership changed.
 */
export function joinChanges(changes: readonly Change[], before: DiffSide, after: DiffSide): Change[] {
  const sides = { before, after, labels: labelsOf(before, after) };
  let left = [...changes];
  for (const join of JOINS) {
    for (const { changes: parts, summary, type = parts[0].type } of join(left, sides)) {
      const [main, ...others] = parts;
      const places = new Set(parts.map(placeOf));
      if (left.filter((change) => places.has(placeOf(change))).length < parts.length) continue;
      const weight = Math.max(...parts.map((part) => part.weight));
      const joined = { ...main, type, weight, ...(summary !== undefined && { summary }) };
      const further = new Set(others.map(placeOf));
      left = left.flatMap((change) => {
        if (placeOf(change) === placeOf(main)) return [joined];
        return further.has(placeOf(change)) ? [] : [change];
      });
    }
  }
  const reported = left.filter((change) => !isGivenElsewhere(change, left));
  const isHousekeeping = ({ class: name }: Change) => name === 'handling';
  if (reported.some((change) => isHousekeeping(change) && change.weight >= WEIGHTY)) return reported;
  return [...reported.filter((change) => !isHousekeeping(change)), ...reported.filter(isHousekeeping)];
}

/** A key for the place of a change, equal for equal differences. */
function placeOf({ origin, entity, field, type }: Change): string {
  const kind = type === 'moved' || type === 'reworded' ? 'text' : type;
  return `${origin} ${kind} ${entity.collection}/${entity.id} ${field ?? ''}`;
}

/** Whether a reason was added with the change it explains: it is then shown there as `because`. */
function isGivenElsewhere({ entity, field, type, after }: Change, changes: readonly Change[]): boolean {
  if (entity.collection !== 'assessment' || !/^edition\/changes\/[^/]+/.test(field ?? '')) return false;
  const named = isRecord(after) ? String(after.entity) : undefined;
  return (
    type === 'added' &&
    changes.some(({ reason, entity: { collection, id }, type: kind, before }) => {
      const ids = kind === 'renamed' ? [id, String(before)] : [id];
      return reason !== undefined && ids.some((one) => named === `${collection}/${one}`);
    })
  );
}

const JOINS: readonly Join[] = [
  likelihoodWithConfidence,
  changedSides,
  turnedRound,
  restatedFigures,
  restatedBaseRates,
  movedEntries,
  movedParagraphs,
  movedSentences,
];

/** A judgment's move is reported once: the line on the likelihood includes the confidence. */
function likelihoodWithConfidence(changes: readonly Change[]): Joined[] {
  return changes.flatMap((change): Joined[] => {
    if (change.type !== 'likelihood-moved' || change.field !== 'likelihood') return [];
    const other = changes.find(
      ({ type, entity, field }) =>
        type === 'confidence-moved' && field === 'confidence/level' && isSameEntity(entity, change.entity),
    );
    return other && change.entity.collection === 'judgments' ? [{ changes: [change, other] }] : [];
  });
}

/** Pairs of lists of an entity between which an entry can move, and how each move is worded. */
const SIDES: readonly {
  readonly fields: readonly [string, string];
  readonly list: string;
  readonly says: readonly [string, string];
}[] = [
  {
    fields: ['contraryEvidence', 'evidence'],
    list: 'evidence',
    says: ['now counts against (was for)', 'now counts for (was against)'],
  },
  {
    fields: ['denies', 'asserts'],
    list: 'actors',
    says: ['now denies it (asserted it)', 'now asserts it (denied it)'],
  },
  {
    fields: ['derivedFrom', 'knownThrough'],
    list: 'sources',
    says: [
      'is now what it repeats (was where it was read)',
      'is now where it was read (was what it repeats)',
    ],
  },
];

/** An entry that moved between two such lists, and no other change. */
function changedSides(changes: readonly Change[], { labels }: Sides): Joined[] {
  return SIDES.flatMap(({ fields: [one, counterpart], list, says }) =>
    changes.flatMap((change): Joined[] => {
      if (change.field !== one) return [];
      const other = changes.find(
        ({ field, entity }) => field === counterpart && isSameEntity(entity, change.entity),
      );
      if (!other) return [];
      const [to, from] = [change, other].map((each) => membersChanged(each, changes));
      if (!to || !from) return [];
      const isExchange = to.added.join() === from.removed.join() && to.removed.join() === from.added.join();
      if (!isExchange) return [];
      const say = (ids: readonly string[], how: string) =>
        ids.map((id) => `${nameIn(list, id, labels)} ${how}`);
      const parts = [...say(to.added, says[0]), ...say(to.removed, says[1])];
      return [{ changes: [change, other], summary: `${subjectOf(change, labels)}: ${parts.join('; ')}` }];
    }),
  );
}

/** Names of actors are not quoted; sentences and titles are. */
function nameIn(list: string, id: string, labels: Surroundings['labels']): string {
  const name = shorten(labels.of(list, id), 58);
  return list === 'actors' ? name : `“${name}”`;
}

/** What was added to a list and removed from it, sorted; renamed evidence has its new id. */
function membersChanged({ before, after }: Change, changes: readonly Change[]) {
  const renamed = new Map(
    changes.flatMap(({ type, entity, before: id }) =>
      type === 'renamed' && entity.collection === 'evidence' ? [[String(id), entity.id] as const] : [],
    ),
  );
  const old = asMembers(before).map((member) => renamed.get(partyOf(member)) ?? partyOf(member));
  const fresh = asMembers(after).map(partyOf);
  return {
    added: fresh.filter((id) => !old.includes(id)).sort(),
    removed: old.filter((id) => !fresh.includes(id)).sort(),
  };
}

/** An id or a name; for a described party, its whole description. */
function partyOf(member: unknown): string {
  return isRecord(member) ? String(member.name ?? member.actor ?? JSON.stringify(member)) : String(member);
}

/** A relationship whose two ends were swapped. */
function turnedRound(changes: readonly Change[], { labels }: Sides): Joined[] {
  return changes.flatMap((change): Joined[] => {
    if (change.entity.collection !== 'relationships' || change.field !== 'from') return [];
    const other = changes.find(({ field, entity }) => field === 'to' && isSameEntity(entity, change.entity));
    if (!other || change.before !== other.after || change.after !== other.before) return [];
    const [old, fresh] = [change.before, change.after].map((id) => labels.of('actors', String(id)));
    const summary = `${subjectOf(change, labels)}: direction reversed, ${old} → ${fresh} is now ${fresh} → ${old}`;
    return [{ changes: [change, other], summary }];
  });
}

const FIGURE = /^(.*)\/(?:value|min|max|qualifier)$/;

/** One report of a figure in which several parts changed: `at most 2 → 1–2`. */
function restatedFigures(changes: readonly Change[], sides: Sides): Joined[] {
  const byReport = new Map<string, Change[]>();
  for (const change of changes) {
    const [, report] = FIGURE.exec(change.field ?? '') ?? [];
    if (report === undefined || change.origin !== 'assessment') continue;
    const key = `${change.entity.collection}/${change.entity.id}/${report}`;
    byReport.set(key, [...(byReport.get(key) ?? []), change]);
  }
  return [...byReport.values()].flatMap((parts): Joined[] => {
    const [first, ...others] = parts;
    // If only the qualifier changed, the figure is shown with its qualifier: `about 500 → 500`.
    if (!first || (others.length === 0 && !first.field?.endsWith('/qualifier'))) return [];
    const [before, after] = [reportOf('before', parts, sides), reportOf('after', parts, sides)];
    if (!before || !after || (others.length === 0 && before.value !== after.value)) return [];
    const way = first.summary.replace(/: (?:min|max|value|qualifier) .*$/, '');
    return [{ changes: [first, ...others], summary: `${way}: ${figureText(before)} → ${figureText(after)}` }];
  });
}

function reportOf(
  side: 'before' | 'after',
  parts: readonly Change[],
  sides: Sides,
): Record<string, unknown> | undefined {
  const pointer = parts.flatMap(({ pointers }) => pointers[side] ?? [])[0];
  const known = pointer ?? parts.flatMap(({ pointers }) => pointers.before ?? pointers.after ?? [])[0];
  return known === undefined ? undefined : objectAround(known, sides[side]);
}

/** The object that contains the value at a pointer. */
function objectAround(pointer: string, { assessment }: DiffSide): Record<string, unknown> | undefined {
  const found = fromPointer(pointer)
    .slice(0, -1)
    .reduce<unknown>(
      (value, key) => (Array.isArray(value) ? value[Number(key)] : isRecord(value) ? value[key] : undefined),
      assessment,
    );
  return isRecord(found) ? found : undefined;
}

/** A base rate whose counts changed: `1 of 6 → 2 of 6`. */
function restatedBaseRates(changes: readonly Change[], { before, after, labels }: Sides): Joined[] {
  const parts = changes.filter(({ field }) => field === 'baseRate/count' || field === 'baseRate/of');
  return parts.flatMap((change): Joined[] => {
    const others = parts.filter((part) => part !== change && isSameEntity(part.entity, change.entity));
    if (others.length > 0 && change.field === 'baseRate/of') return [];
    const [old, fresh] = [
      [before, change.pointers.before ?? ''] as const,
      [after, change.pointers.after ?? ''] as const,
    ].map(([side, pointer]) => objectAround(pointer, side));
    if (!old || !fresh) return [];
    const say = ({ count, of }: Record<string, unknown>) => `${String(count)} of ${String(of)}`;
    const summary = `${subjectOf(change, labels)}: base rate ${say(old)} → ${say(fresh)}`;
    return [{ changes: [change, ...others], summary }];
  });
}

/** An entry moved unchanged from one entity to another of its kind: a dissent, an estimate, a count. */
function movedEntries(changes: readonly Change[], { labels }: Sides): Joined[] {
  const entries = changes.filter(({ field, origin }) => field?.includes('/') && origin === 'assessment');
  return entries.flatMap((from): Joined[] => {
    if (from.type !== 'removed' || !isRecord(from.before)) return [];
    const same = (change: Change) =>
      change.type === 'added' &&
      change.entity.collection === from.entity.collection &&
      !isSameEntity(change.entity, from.entity) &&
      change.field === from.field &&
      canonical(change.after, VALUE) === canonical(from.before, VALUE);
    const found = entries.filter(same);
    const [to] = found;
    if (!to || found.length > 1) return [];
    const [old, fresh] = [from, to].map(({ entity }) => `“${labels.of(entity.collection, entity.id)}”`);
    const what = from.summary.slice(subjectOf(from, labels).length + 2).replace(/ removed: /, ': ');
    const noun = nounOf(from.entity.collection)?.toLowerCase() ?? '';
    return [
      {
        changes: [to, from],
        type: 'moved',
        summary: `Moved from ${noun} ${old} to ${fresh}: ${what}`,
      },
    ];
  });
}

/** A paragraph moved from one section to another, with no other change in either. */
function movedParagraphs(changes: readonly Change[], sides: Sides): Joined[] {
  return movedTexts(changes, sides, blocksOf, ['Paragraph', 'paragraphs']);
}

/** The same for sentences within paragraphs that stay. */
function movedSentences(changes: readonly Change[], sides: Sides): Joined[] {
  return movedTexts(changes, sides, sentencesOf, ['Sentence', 'sentences']);
}

function movedTexts(
  changes: readonly Change[],
  { labels }: Sides,
  partsOf: (text: unknown) => readonly string[],
  [one, many]: readonly [string, string],
): Joined[] {
  const missing = (text: unknown, other: unknown) => partsMissing(partsOf(text), partsOf(other));
  const bodies = changes.filter(
    ({ entity, field, type }) => entity.collection === 'sections' && field === 'body' && type === 'reworded',
  );
  return bodies.flatMap((from): Joined[] => {
    const gone = missing(from.before, from.after);
    if (gone.length === 0 || missing(from.after, from.before).length > 0) return [];
    const to = bodies.find(
      (other) =>
        other !== from &&
        missing(other.before, other.after).length === 0 &&
        missing(other.after, other.before).join('\n\n') === gone.join('\n\n'),
    );
    if (!to) return [];
    const what = gone.length === 1 ? one : `${gone.length} ${many}`;
    const [old, fresh] = [from, to].map(({ entity }) => `“${labels.of('sections', entity.id)}”`);
    const summary = `${what} “${shorten(gone[0] ?? '', 58)}” moved from ${old} to ${fresh}`;
    return [{ changes: [{ ...to, type: 'moved' }, from], summary }];
  });
}

function blocksOf(text: unknown): string[] {
  return readingOf(proseOf(text) ?? '').split('\n\n');
}

/** The sentences of prose, which has one on each line. */
function sentencesOf(text: unknown): string[] {
  return (proseOf(text) ?? '').split('\n').filter((line) => line.trim() !== '');
}

/** The parts of one text that are missing in another. */
function partsMissing(parts: readonly string[], others: readonly string[]): string[] {
  const known = [...others];
  return parts.filter((part) => {
    const at = known.indexOf(part);
    if (at !== -1) known.splice(at, 1);
    return at === -1;
  });
}

function isSameEntity(one: Change['entity'], other: Change['entity']): boolean {
  return one.collection === other.collection && one.id === other.id;
}

function subjectOf({ entity }: Change, labels: Surroundings['labels']): string {
  return `${nounOf(entity.collection) ?? entity.collection} “${labels.of(entity.collection, entity.id)}”`;
}
