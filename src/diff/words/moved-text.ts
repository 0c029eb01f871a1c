import { viewLikelihood } from '../../derive/analysis/likelihood.ts';
import type { Likelihood } from '../../model/generated/types.ts';
import type { LikelihoodScale } from '../../model/scales.ts';
import { levelIn, type Surroundings, scalesOf } from '../match/surroundings.ts';
import type { PlaceRule } from '../place-rules.ts';
import type { ChangedEntity, ChangeType, Move } from '../types.ts';
import type { Difference } from '../walk.ts';
import { likelihoodIn } from '../weigh/moves.ts';
import { moveText, quote } from './value-text.ts';

/** What weighing found out of a difference. */
export interface Weighed {
  readonly type: ChangeType;
  readonly entity: ChangedEntity;
  readonly rule: PlaceRule;
  readonly move: Move | undefined;
}

/** How a value on a scale moved: `likely → very likely (one band up)`; levels have the name of their field before. */
export function movedText(
  difference: Difference,
  { rule, move }: Weighed,
  surroundings: Surroundings,
): string {
  const { before, after } = difference;
  const direction = move ?? { direction: 'unclear' };
  if (rule.order === 'likelihood') {
    const scales = scalesOf(surroundings);
    const crossing = scales.before.id !== scales.after.id;
    const from = likelihoodText(likelihoodIn(before), scales.before, crossing) ?? '';
    const to = likelihoodText(likelihoodIn(after), scales.after, crossing) ?? '';
    const stated = before === undefined || after === undefined ? 'likelihood ' : '';
    return `${stated}${moveText(from, to, direction, 'band')}`;
  }
  const [from, to] = [quote(levelIn(before)), quote(levelIn(after))];
  const text = moveText(from, to, direction);
  return rule.order === 'marking'
    ? text.replace(/ up\)$/, ' more restrictive)').replace(/ down\)$/, ' less restrictive)')
    : `${rule.label} ${text}`;
}

const SCALE_NAMES = { 'icd-203': 'ICD 203', phia: 'PHIA' } as const;

/** The term, or the range in percent; with the scale and its range where two scales meet. */
export function likelihoodText(
  likelihood: Likelihood | undefined,
  scale: LikelihoodScale,
  inFull = false,
): string | undefined {
  const view = likelihood && viewLikelihood(scale, likelihood);
  if (!view) return likelihood?.term;
  const range = `${view.approximate ? '~' : ''}${view.low}–${view.high} %`;
  if (view.given === 'range') return range;
  return inFull ? `${view.term} (${SCALE_NAMES[scale.id]}, ${range})` : view.term;
}
