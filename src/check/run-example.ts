import { emptyRegister } from '../derive/resolve.ts';
import type { Remark } from '../model/finding.ts';
import { checkAssessment } from './check.ts';
import type { Example } from './rule.ts';
import { soundAssessment } from './sound-assessment.ts';

/** The day on which examples are checked. */
export const EXAMPLE_DAY = '2025-05-01';

/** What one rule remarks on an example: the sound assessment with the properties of the example put in. */
export function remarksOnExample(rule: string, example: Example): Remark[] {
  const assessment = { ...soundAssessment, ...example.assessment };
  const input = {
    assessment,
    register: example.register ?? emptyRegister,
    fileStem: example.fileStem ?? soundAssessment.id,
    forms: [soundAssessment.form],
    today: EXAMPLE_DAY,
    ...(example.superseded && { superseded: example.superseded }),
  };
  return checkAssessment(input).filter((remark) => remark.rule === rule);
}
