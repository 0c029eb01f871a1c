import { isRecord } from '../../../model/json.ts';
import type { Change, DiffSide } from '../../types.ts';
import { labelsOf } from '../../words/labels.ts';
import { restatedBaseRates, restatedFigures } from './figures.ts';
import type { Join } from './joined.ts';
import { movedEntries, movedParagraphs, movedSentences } from './moves.ts';
import { changedSides, likelihoodWithConfidence, turnedRound } from './sides.ts';

/** Weight from which a change of identity or handling comes before all judgments: that of the marking. */
const WEIGHTY = 90;

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
