import { termOfRange, viewLikelihood } from '../../derive/analysis/likelihood.ts';
import type { LikelihoodScale } from '../../model/conventions/conventions.ts';
import type { Likelihood } from '../../model/generated/types.ts';
import { levelIn, type Surroundings, scalesOf } from '../match/surroundings.ts';
import type { PlaceRule } from '../place-rules.ts';
import type { ChangedEntity, ChangeType, Move } from '../types.ts';
import type { Difference } from '../walk.ts';
import { likelihoodIn } from '../weigh/moves.ts';
import { moveText, quote } from './value-text.ts';

/** Class, type and move of a difference. */
export interface Weighed {
  readonly type: ChangeType;
  readonly entity: ChangedEntity;
  readonly rule: PlaceRule;
  readonly move: Move | undefined;
}

/**
 * How a value on a scale moved: `likely → very likely (one band up)`; levels are preceded by the name of their
 * field.
 */
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
    const reach = crossing ? '' : reachText(likelihoodIn(before), likelihoodIn(after), scales.after);
    return `${stated}${moveText(from, to, direction, 'band', reach)}`;
  }
  const [from, to] = [quote(levelIn(before)), quote(levelIn(after))];
  const text = moveText(from, to, direction);
  return rule.order === 'marking'
    ? text.replace(/ up\)$/, ' more restrictive)').replace(/ down\)$/, ' less restrictive)')
    : `${rule.label} ${text}`;
}

/** `reaches from likely into very likely`: for a range that no single band contains, now or before. */
function reachText(
  before: Likelihood | undefined,
  after: Likelihood | undefined,
  scale: LikelihoodScale,
): string {
  const [old, fresh] = [before, after].map((likelihood) => likelihood && bandsAcross(scale, likelihood));
  if (fresh) return `reaches from ${fresh.join(' into ')}`;
  return old ? `reached from ${old.join(' into ')} before` : '';
}

/** The lowest and the highest band of a range that spans several. */
function bandsAcross(scale: LikelihoodScale, { range }: Likelihood): [string, string] | undefined {
  const view = range && viewLikelihood(scale, { range });
  if (!view || termOfRange(scale, view.low, view.high).kind === 'term') return undefined;
  const touched = scale.bands.filter(({ low, high }) => low < view.high && high > view.low);
  const [first, last] = [touched[0]?.terms[0], touched.at(-1)?.terms[0]];
  return first === undefined || last === undefined || first === last ? undefined : [first, last];
}

/** The term, or the range in percent; with the scale and its range if two scales are compared. */
export function likelihoodText(
  likelihood: Likelihood | undefined,
  scale: LikelihoodScale,
  inFull = false,
): string | undefined {
  const view = likelihood && viewLikelihood(scale, likelihood);
  if (!view) return likelihood?.term;
  const ends = view.low === view.high ? String(view.low) : `${view.low}–${view.high}`;
  const range = `${view.approximate ? '~' : ''}${ends} %`;
  if (view.given === 'range') return range;
  return inFull ? `${view.term} (${scale.short ?? scale.title}, ${range})` : view.term;
}
