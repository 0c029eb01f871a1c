import { fromPointer } from '../../model/pointer.ts';
import { isRecord } from '../json.ts';
import type { Surroundings } from '../match/surroundings.ts';
import { nounOf } from '../place-rules.ts';
import type { Change, DiffSide } from '../types.ts';
import { asMembers } from '../words/canonical.ts';
import { figureText } from '../words/field-text.ts';
import { labelsOf, shorten } from '../words/labels.ts';
import { proseOf, readingOf } from '../words/prose.ts';

/** Weight from which on a change of identity or handling comes before all judgments: that of the marking. */
const WEIGHTY = 90;

/** What several changes are described as: the first of them stands for all. */
interface Joined {
  readonly changes: readonly [Change, ...Change[]];
  /** Instead of that of the first. */
  readonly summary?: string;
}

/** What joining needs to know of the two assessments. */
type Sides = Pick<Surroundings, 'before' | 'after' | 'labels'>;

type Join = (changes: readonly Change[], sides: Sides) => readonly Joined[];

/**
 * The changes as a reader is to be told them: what is one change to a reader (a likelihood and the confidence in it, an item
 * that went from the evidence for to that against, the two ends of a relationship) is one line. The first of those joined
 * stands for all, with the weight of the weightiest; each is joined once. Housekeeping (cut-off, date, number of the edition)
 * comes last, unless who may read it changed.
 */
export function joinChanges(changes: readonly Change[], before: DiffSide, after: DiffSide): Change[] {
  const sides = { before, after, labels: labelsOf(before, after) };
  let left = [...changes];
  for (const join of JOINS) {
    for (const { changes: parts, summary } of join(left, sides)) {
      const [main, ...others] = parts;
      const places = new Set(parts.map(placeOf));
      if (left.filter((change) => places.has(placeOf(change))).length < parts.length) continue;
      const weight = Math.max(...parts.map((part) => part.weight));
      const joined = { ...main, weight, ...(summary !== undefined && { summary }) };
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

/** Where a change stands: of two lists of the same differences, the same. */
function placeOf({ origin, entity, field, type }: Change): string {
  const kind = type === 'moved' || type === 'reworded' ? 'text' : type;
  return `${origin} ${kind} ${entity.collection}/${entity.id} ${field ?? ''}`;
}

/** A reason that came with the change that it explains: there it stands as `because`. */
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
  movedParagraphs,
];

/** A judgment that moved is described once: the line of the likelihood says what became of the confidence. */
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

/** Evidence that now counts against what it counted for, or the other way round, and nothing else. */
function changedSides(changes: readonly Change[], { labels }: Sides): Joined[] {
  return changes.flatMap((change): Joined[] => {
    if (change.field !== 'contraryEvidence') return [];
    const other = changes.find(
      ({ field, entity }) => field === 'evidence' && isSameEntity(entity, change.entity),
    );
    if (!other) return [];
    const [against, supporting] = [change, other].map((one) => membersChanged(one, changes));
    if (!against || !supporting) return [];
    const isExchange =
      against.added.join() === supporting.removed.join() &&
      against.removed.join() === supporting.added.join();
    if (!isExchange) return [];
    const say = (ids: readonly string[], how: string) =>
      ids.map((id) => `“${shorten(labels.of('evidence', id), 58)}” ${how}`);
    const parts = [
      ...say(against.added, 'now counts against (was for)'),
      ...say(against.removed, 'now counts for (was against)'),
    ];
    return [{ changes: [change, other], summary: `${subjectOf(change, labels)}: ${parts.join('; ')}` }];
  });
}

/** The ids of evidence that came to a list and those that went, sorted; what was renamed has its new id. */
function membersChanged({ before, after }: Change, changes: readonly Change[]) {
  const renamed = new Map(
    changes.flatMap(({ type, entity, before: id }) =>
      type === 'renamed' && entity.collection === 'evidence' ? [[String(id), entity.id] as const] : [],
    ),
  );
  const old = asMembers(before).map((id) => renamed.get(String(id)) ?? String(id));
  const fresh = asMembers(after).map(String);
  return {
    added: fresh.filter((id) => !old.includes(id)).sort(),
    removed: old.filter((id) => !fresh.includes(id)).sort(),
  };
}

/** A relationship whose ends changed places. */
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

/** One report of a figure of which several parts changed: `at most 2 → 1–2`. */
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
    if (!first || others.length === 0) return [];
    const [before, after] = [reportOf('before', parts, sides), reportOf('after', parts, sides)];
    if (!before || !after) return [];
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
  if (pointer === undefined) return undefined;
  const found = fromPointer(pointer)
    .slice(0, -1)
    .reduce<unknown>(
      (value, key) => (Array.isArray(value) ? value[Number(key)] : isRecord(value) ? value[key] : undefined),
      sides[side].assessment,
    );
  return isRecord(found) ? found : undefined;
}

/** A paragraph that left one section for another, where nothing else changed in either. */
function movedParagraphs(changes: readonly Change[], { labels }: Sides): Joined[] {
  const bodies = changes.filter(
    ({ entity, field, type }) => entity.collection === 'sections' && field === 'body' && type === 'reworded',
  );
  return bodies.flatMap((from): Joined[] => {
    const gone = blocksMissing(from.before, from.after);
    if (gone.length === 0 || blocksMissing(from.after, from.before).length > 0) return [];
    const to = bodies.find(
      (other) =>
        other !== from &&
        blocksMissing(other.before, other.after).length === 0 &&
        blocksMissing(other.after, other.before).join('\n\n') === gone.join('\n\n'),
    );
    if (!to) return [];
    const what = gone.length === 1 ? 'Paragraph' : `${gone.length} paragraphs`;
    const [old, fresh] = [from, to].map(({ entity }) => `“${labels.of('sections', entity.id)}”`);
    const summary = `${what} “${shorten(gone[0] ?? '', 58)}” moved from ${old} to ${fresh}`;
    return [{ changes: [{ ...to, type: 'moved' }, from], summary }];
  });
}

/** The paragraphs of one text that another has not. */
function blocksMissing(text: unknown, other: unknown): string[] {
  const known = readingOf(proseOf(other) ?? '').split('\n\n');
  return readingOf(proseOf(text) ?? '')
    .split('\n\n')
    .filter((block) => {
      const at = known.indexOf(block);
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
