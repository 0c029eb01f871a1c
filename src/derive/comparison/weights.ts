import type { DifferenceType } from './types.ts';

/**
 * How much a type of difference matters to whoever has to act on the assessments: first who is dangerous and who did
 * it, then how bad it was, then what follows, last who said so. Steps are ours.
 */
export const WEIGHTS: Readonly<Record<DifferenceType, number>> = {
  'threat/greatest': 100,
  'incident/attribution': 95,
  'incident/explanation': 90,
  'incident/figure': 80,
  'judgment/likelihood': 70,
  'relationship/standing': 60,
  'actor/capability': 50,
  'actor/intent': 50,
  'actor/trend': 45,
  'incident/claim': 40,
  'body/people': 30,
  'speaker/office': 30,
  'actor/status': 20,
};

/** A difference in confidence alone weighs less by this: it is about the assessments, not about the threat. */
export const LESS_FOR_CONFIDENCE = 30;

/** Types in the order of their weight, which is that of the list above. */
export const TYPES = Object.keys(WEIGHTS) as DifferenceType[];
