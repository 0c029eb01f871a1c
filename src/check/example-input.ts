import { emptyRegister, resolve } from '../derive/entities/resolve.ts';
import type { Assessment } from '../model/generated/types.ts';
import type { Example, RuleInput } from './rule.ts';
import { soundAssessment } from './sound-assessment.ts';

/** The date on which examples are checked: after the cut-off of the sound assessment, before its horizon. */
export const EXAMPLE_DAY = '2025-05-01';

/** The assessment of an example. */
function exampleAssessment({ assessment: properties, without = [] }: Example): Assessment {
  const whole = { ...soundAssessment, ...properties };
  const left = Object.entries(whole).filter(([key]) => !without.some((gone) => gone === key));
  return Object.fromEntries(left) as unknown as Assessment; // required properties are never among those left out
}

/** The input of a rule for an example. */
export function exampleInput(example: Example): RuleInput {
  const { register = emptyRegister, superseded, reviews, desk, fileStem } = example;
  const assessment = exampleAssessment(example);
  return {
    assessment,
    register,
    resolved: resolve(assessment, register),
    fileStem: fileStem ?? soundAssessment.id,
    forms: [soundAssessment.form],
    today: EXAMPLE_DAY,
    ...(superseded && { superseded }),
    ...(reviews && { reviews }),
    ...(desk && { desk }),
  };
}
