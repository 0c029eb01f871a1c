import type { DifferenceType } from './types.ts';

/**
 * How much a type of difference matters to somebody who has to act on the assessments: first who is dangerous
 * and who did it, then how bad it was, then what follows, last who said so. The numbers are our own.
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

/** A difference only in confidence weighs this much less: it is about the assessments, not the threat. */
export const LESS_FOR_CONFIDENCE = 30;

/** Types by weight, the order of the list above. */
export const TYPES = Object.keys(WEIGHTS) as DifferenceType[];
