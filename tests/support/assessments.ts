import { checkAssessment } from '../../src/check/check.ts';
import type { Objection, Rule } from '../../src/check/rule.ts';
import { soundAssessment } from '../../src/check/sound-assessment.ts';
import { emptyRegister, type ResolvedAssessment, resolve } from '../../src/derive/entities/resolve.ts';
import { deriveMemo, type MemoView } from '../../src/derive/memo-view.ts';
import type { Remark } from '../../src/model/finding.ts';
import type { Assessment, Judgment, Register } from '../../src/model/generated/types.ts';
import type { OwnVocabularies } from '../../src/model/vocabularies.ts';
import { validateAssessment, validateRegister } from '../../src/validate/validate.ts';

/** The smallest judgment there is. */
export const judgment: Judgment = { id: 'attacks-continue', statement: 'Attacks will continue.' };

/** An assessment with what the schema requires and nothing else. */
export const minimal: Assessment = {
  id: 'sample',
  form: 'policy-memo',
  title: 'A sample',
  asOf: '2024-03-22',
  marking: 'TLP:CLEAR',
  judgments: [judgment],
};

/** The minimal assessment with these properties put in. */
export function assessmentWith(properties: Partial<Assessment> = {}): Assessment {
  return { ...minimal, ...properties };
}

export function resolvedWith(properties: Partial<Assessment> = {}, register = emptyRegister) {
  return resolve(assessmentWith(properties), register);
}

export function memoWith(properties: Partial<Assessment> = {}, register = emptyRegister): MemoView {
  return deriveMemo(assessmentWith(properties), register);
}

export interface CheckOptions {
  readonly register?: Register;
  readonly fileStem?: string;
  readonly forms?: readonly string[];
  /** The day of the check. */
  readonly today?: string;
  readonly superseded?: Assessment;
  readonly vocabularies?: OwnVocabularies;
}

/** What one rule objects to. The example has to be valid: a rule sees nothing else. */
export function objectionsOf(
  rule: Rule,
  properties: Partial<Assessment>,
  options: CheckOptions = {},
): readonly Objection[] {
  const input = checkInput(properties, options);
  const resolved: ResolvedAssessment = resolve(input.assessment, input.register);
  return rule.check({ ...input, resolved });
}

/** What all rules remark on the sound assessment with these properties put in; it has to be valid. */
export function remarksWith(properties: Partial<Assessment>, options: CheckOptions = {}): Remark[] {
  return checkAssessment(checkInput({ ...soundAssessment, ...properties }, options));
}

function checkInput(properties: Partial<Assessment>, options: CheckOptions) {
  const { register = emptyRegister, fileStem = 'sample', forms = ['policy-memo'] } = options;
  const { today = '2025-05-01', superseded, vocabularies } = options;
  const assessment = assessmentWith(properties);
  const remarks = [...validateAssessment(assessment).remarks, ...validateRegister(register).remarks];
  if (remarks.length > 0) throw new Error(`The example is not valid: ${JSON.stringify(remarks)}`);
  return {
    assessment,
    register,
    fileStem,
    forms,
    today,
    ...(superseded && { superseded }),
    ...(vocabularies && { vocabularies }),
  };
}
