import { type LikelihoodScale, likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import { isRecord } from '../../model/json.ts';
import type { DiffSide } from '../types.ts';
import type { Reasons } from '../weigh/reasons.ts';
import type { Labels } from '../words/labels.ts';

/** The two assessments around a difference, as needed for weighing and describing it. */
export interface Surroundings {
  readonly before: DiffSide;
  readonly after: DiffSide;
  readonly labels: Labels;
  readonly reasons: Reasons;
  readonly origin: 'assessment' | 'register';
}

/** The likelihood scales of the two sides. */
export function scalesOf({ before, after }: Pick<Surroundings, 'before' | 'after'>): {
  readonly before: LikelihoodScale;
  readonly after: LikelihoodScale;
} {
  return { before: scaleOf(before), after: scaleOf(after) };
}

function scaleOf({ assessment }: DiffSide): LikelihoodScale {
  return likelihoodScaleOf(assessment);
}

/** The level of a confidence value, which is an object if it was added or removed as a whole. */
export function levelIn(value: unknown): unknown {
  return isRecord(value) ? value.level : value;
}
