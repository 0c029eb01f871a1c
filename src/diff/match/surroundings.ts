import { type LikelihoodScale, likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import { isRecord } from '../json.ts';
import type { DiffSide } from '../types.ts';
import type { Reasons } from '../weigh/reasons.ts';
import type { Labels } from '../words/labels.ts';

/** What weighing and wording a difference needs to know of the two assessments around it. */
export interface Surroundings {
  readonly before: DiffSide;
  readonly after: DiffSide;
  readonly labels: Labels;
  readonly reasons: Reasons;
  readonly origin: 'assessment' | 'register';
}

/** The scales of likelihood that the two sides speak. */
export function scalesOf({ before, after }: Pick<Surroundings, 'before' | 'after'>): {
  readonly before: LikelihoodScale;
  readonly after: LikelihoodScale;
} {
  return { before: scaleOf(before), after: scaleOf(after) };
}

function scaleOf({ assessment }: DiffSide): LikelihoodScale {
  return likelihoodScaleOf(assessment);
}

/** A confidence that came or went as a whole is an object with its level. */
export function levelIn(value: unknown): unknown {
  return isRecord(value) ? value.level : value;
}
