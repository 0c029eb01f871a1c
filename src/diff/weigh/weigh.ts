import { conventionsOf } from '../../model/conventions/conventions.ts';
import { toPointer } from '../../model/pointer.ts';
import { toJson } from '../json.ts';
import { levelIn, type Surroundings, scalesOf } from '../match/surroundings.ts';
import { type PlaceRule, ruleFor } from '../place-rules.ts';
import type { Change, ChangedEntity, ChangeType, Move } from '../types.ts';
import type { Difference } from '../walk.ts';
import { likelihoodIn, moveInOrder, moveOfLikelihood } from './moves.ts';
import { reasonFor } from './reasons.ts';
import { summaryOf } from './summary.ts';
import { WEIGHTS } from './weights.ts';

/** Gives a difference its class, type, weight, summary and reason. */
export function weigh(difference: Difference, surroundings: Surroundings): Change {
  const rule = namedByProject(ruleFor(difference.pattern), difference.pattern, surroundings);
  const { entity, field } = entityOf(difference, surroundings);
  const move = moveOf(difference, rule, surroundings);
  const reason = reasonFor(surroundings.reasons, [entity, ...formerly(difference, entity)]);
  const weighed = {
    class: rule.class,
    type: typeOf(difference, rule),
    entity,
    field: field.length === 0 ? null : toPointer(field).slice(1),
  };
  return {
    ...weighed,
    before: toJson(difference.before),
    after: toJson(difference.after),
    weight: weightOf(difference, rule, move, entity, surroundings),
    summary: summaryOf(difference, { ...weighed, rule, move }, surroundings),
    ...(reason !== undefined && { reason }),
    origin: surroundings.origin,
    ...(move && { move }),
    pointers: difference.pointers,
    ...(difference.position && { position: difference.position }),
  };
}

/** A project's own field is called by its title in the project's schema. */
function namedByProject(rule: PlaceRule, pattern: string, { after }: Surroundings): PlaceRule {
  const name = pattern.slice(pattern.lastIndexOf('/') + 1);
  const title = name.startsWith('x-') ? conventionsOf(after.assessment).fieldTitles?.[name] : undefined;
  return title === undefined ? rule : { ...rule, label: title };
}

/** The entity a difference is in: an entry of a list at the root, otherwise the assessment. */
function entityOf({ path, pattern }: Difference, { after }: Surroundings) {
  const [collection = '', id = '', ...field] = path;
  if (pattern.split('/')[1] === '*') return { entity: { collection, id }, field };
  return { entity: { collection: 'assessment', id: after.assessment.id }, field: path };
}

/** The entity under its previous id: a reason may use that. */
function formerly({ pattern, before }: Difference, { collection }: ChangedEntity): ChangedEntity[] {
  return pattern === `${collection}/*/id` ? [{ collection, id: String(before) }] : [];
}

function typeOf(difference: Difference, rule: PlaceRule): ChangeType {
  const { kind, pattern, before, after, shape } = difference;
  if (kind === 'item-added') return 'added';
  if (kind === 'item-removed') return pattern === 'judgments/*' ? 'withdrawn' : 'removed';
  if (kind === 'item-moved') return 'moved';
  if (isRename(difference)) return 'renamed';
  if (rule.type === 'resolved') {
    return before === undefined ? 'resolved' : after === undefined ? 'reopened' : 'resolution-changed';
  }
  if (kind === 'value' && rule.type) return rule.type;
  if (shape.kind === 'set') return 'list-changed';
  return shape.kind === 'prose' && before !== undefined && after !== undefined ? 'reworded' : 'changed';
}

function isRename({ pattern, before, after }: Difference): boolean {
  return (pattern === 'id' || pattern.endsWith('/*/id')) && before !== undefined && after !== undefined;
}

function moveOf(
  { kind, before, after }: Difference,
  rule: PlaceRule,
  surroundings: Surroundings,
): Move | undefined {
  if (kind !== 'value' || rule.order === undefined) return undefined;
  if (rule.order === 'likelihood') {
    return moveOfLikelihood(likelihoodIn(before), likelihoodIn(after), scalesOf(surroundings));
  }
  return moveInOrder(rule.order, levelIn(before), levelIn(after), surroundings.after.assessment);
}

function weightOf(
  difference: Difference,
  rule: PlaceRule,
  move: Move | undefined,
  entity: ChangedEntity,
  surroundings: Surroundings,
): number {
  if (difference.kind === 'item-moved') return WEIGHTS.moved;
  if (isRename(difference) && entity.collection !== 'assessment') return WEIGHTS.renamed;
  let weight = rule.weight;
  if (difference.pattern === 'judgments/*/likelihood' && move) weight = likelihoodWeight(move);
  else if (rule.class === 'judgments' && rule.order === 'confidence') {
    if ((move?.steps ?? 0) > 1) weight = WEIGHTS.confidenceByTwo;
  } else weight += WEIGHTS.furtherStep * Math.max(0, (move?.steps ?? 0) - 1);
  if (rule.class === 'judgments' && !isKey(entity.id, surroundings)) weight -= WEIGHTS.notKey;
  if (surroundings.origin === 'register') weight -= WEIGHTS.register;
  return Math.max(0, Math.min(100, weight));
}

function likelihoodWeight({ direction, steps }: Move): number {
  if (direction === 'stated' || direction === 'dropped') return WEIGHTS.likelihoodStated;
  if (direction === 'same') return WEIGHTS.likelihoodSame;
  if (direction === 'wider' || direction === 'narrower') return WEIGHTS.likelihoodWidth;
  const { 1: one, 2: two, more } = WEIGHTS.likelihoodByBands;
  if (steps === undefined || steps === 0) return WEIGHTS.likelihoodUncounted;
  return steps === 1 ? one : steps === 2 ? two : more;
}

/** Whether a judgment is key on either side. */
function isKey(id: string, { before, after }: Surroundings): boolean {
  return [after, before].some(({ assessment }) =>
    assessment.judgments.some((judgment) => judgment.id === id && judgment.key === true),
  );
}
