import { referencesOf } from '../../derive/entities/references.ts';
import { COLLECTION_OF } from '../../model/fields.ts';
import { isRecord } from '../../model/json.ts';
import { fromPointer } from '../../model/pointer.ts';
import { levelIn, type Surroundings, scalesOf } from '../match/surroundings.ts';
import { nounOf } from '../place-rules.ts';
import { pointerOf } from '../pointers.ts';
import type { ChangedEntity } from '../types.ts';
import type { Difference } from '../walk.ts';
import { fieldText, namesAt } from '../words/field-text.ts';
import { likelihoodText, movedText, type Weighed } from '../words/moved-text.ts';
import { editText } from '../words/value-text.ts';
import { likelihoodIn } from './moves.ts';

/** A change in one line of plain English, without a full stop. */
export function summaryOf(difference: Difference, weighed: Weighed, surroundings: Surroundings): string {
  const { entity } = weighed;
  if (entity.collection === 'assessment') return ofAssessment(difference, weighed, surroundings);
  const label = surroundings.labels.of(entity.collection, entity.id);
  const noun = nounOf(entity.collection) ?? entity.collection;
  const shared = surroundings.origin === 'register' ? ' (register)' : '';
  const subject = `${noun}${shared} “${label}”`;
  if (difference.pattern === `${entity.collection}/*`) {
    return ofEntity(difference, `${noun}${shared}`, label, entity, surroundings);
  }
  if (weighed.type === 'renamed') {
    const [from, to] = [String(difference.before), String(difference.after)];
    return `${subject}: id ${from} → ${to}${forgottenText(entity.collection, from, surroundings)}`;
  }
  const isOwn = difference.pattern.split('/').length <= (weighed.rule.order === 'confidence' ? 4 : 3);
  if (entity.collection === 'judgments' && weighed.move && isOwn && weighed.rule.order !== 'marking') {
    return `${label}: ${movedText(difference, weighed, surroundings)}; ${companion(weighed, surroundings)}`;
  }
  return `${subject}: ${fieldText(difference, weighed, surroundings)}`;
}

/**
 * References that still have the old id of a renamed entry: `; “Groups grow stronger” still names
 * sworn-groups`.
 */
function forgottenText(collection: string, old: string, { after, labels }: Surroundings): string {
  const { assessment } = after;
  if (pointerOf(assessment, collection, old) !== undefined) return ''; // another entry has it now
  const places = referencesOf(assessment)
    .filter(
      ({ id, kind }) => id === `${collection}/${old}` || (id === old && COLLECTION_OF[kind] === collection),
    )
    .map(({ pointer }) => {
      const [list = '', index = ''] = fromPointer(pointer);
      const members: unknown = Object.getOwnPropertyDescriptor(assessment, list)?.value;
      const member: unknown = Array.isArray(members) ? members[Number(index)] : undefined;
      if (!isRecord(member)) return list;
      return `“${labels.of(list, String(member.id ?? member.ref ?? member.evidence))}”`;
    });
  const named = [...new Set(places)];
  if (named.length === 0) return '';
  return `; ${named.join(', ')} still ${named.length === 1 ? 'names' : 'name'} ${old}`;
}

function ofAssessment(difference: Difference, weighed: Weighed, surroundings: Surroundings): string {
  const text = fieldText(difference, weighed, surroundings);
  const named = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  if (difference.pattern !== 'standards/likelihood') return named;
  return `${named}; a term kept may stand for other odds now`;
}

function ofEntity(
  { kind, before, after }: Difference,
  noun: string,
  label: string,
  entity: ChangedEntity,
  surroundings: Surroundings,
): string {
  if (kind === 'item-moved')
    return `${noun} “${label}” moved from place ${String(before)} to ${String(after)}`;
  const verb = kind === 'item-added' ? 'added' : entity.collection === 'judgments' ? 'withdrawn' : 'removed';
  if (kind === 'item-edited' || kind === 'value') {
    return `${noun} “${label}”: ${editText(before, after, namesAt(entity.collection, surroundings))}`;
  }
  const value = kind === 'item-added' ? after : before;
  return `${noun} ${verb}: ${label}${entity.collection === 'judgments' ? standing(value, kind, surroundings) : ''}`;
}

/** The likelihood and confidence of an added or withdrawn judgment. */
function standing(judgment: unknown, kind: Difference['kind'], surroundings: Surroundings): string {
  if (!isRecord(judgment)) return '';
  const scale = scalesOf(surroundings)[kind === 'item-added' ? 'after' : 'before'];
  const confidence = levelIn(judgment.confidence);
  const parts = [
    ...(judgment.key === true ? ['key'] : []),
    ...(judgment.likelihood ? [likelihoodText(likelihoodIn(judgment.likelihood), scale)] : []),
    ...(confidence === undefined ? [] : [`confidence ${String(confidence)}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** The confidence if the likelihood moved, and the reverse: a reader of one asks for the other. */
function companion({ rule, entity }: Weighed, surroundings: Surroundings): string {
  const old = surroundings.before.assessment.judgments.find(({ id }) => id === entity.id);
  const fresh = surroundings.after.assessment.judgments.find(({ id }) => id === entity.id);
  const scales = scalesOf(surroundings);
  const [name, from, to] =
    rule.order === 'likelihood'
      ? ['confidence', old?.confidence?.level, fresh?.confidence?.level]
      : [
          'likelihood',
          likelihoodText(old?.likelihood, scales.before),
          likelihoodText(fresh?.likelihood, scales.after),
        ];
  const [before, after] = [from ?? 'none stated', to ?? 'none stated'];
  return before === after ? `${name} unchanged, ${after}` : `${name} ${before} → ${after}`;
}
