import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Remark } from '../model/finding.ts';
import type { Assessment, Config, Register, Review } from '../model/generated/types.ts';
import { explain } from './explain.ts';
import * as validators from './generated/validators.js';
import { type Salvage, salvage } from './salvage.ts';
import type { SchemaFile } from './schema-map.ts';

/** The one door through which what was read becomes an assessment: there is one exactly when nothing is remarked. */
export function validateAssessment(data: unknown): { assessment?: Assessment; remarks: Remark[] } {
  const remarks = remarksOn(data, validators.validateAssessment, 'assessment');
  return remarks.length === 0 ? { assessment: data as Assessment, remarks } : { remarks };
}

/**
 * What is left of a file that is not valid when its mistakes are taken out, so that the rest can be checked at the
 * same time. `undefined` when too little is left.
 */
export function salvageAssessment(data: unknown): Salvage<Assessment> | undefined {
  const left = salvage(data, (rest) =>
    remarksOn(rest, validators.validateAssessment, 'assessment').map((r) => r.pointer),
  );
  return left && { ...left, data: left.data as Assessment };
}

/** The same for the register that assessments share. */
export function validateRegister(data: unknown): { register?: Register; remarks: Remark[] } {
  const remarks = remarksOn(data, validators.validateRegister, 'register');
  return remarks.length === 0 ? { register: data as Register, remarks } : { remarks };
}

/** The same for the settings of a folder of assessments. */
export function validateConfig(data: unknown): { config?: Config; remarks: Remark[] } {
  const remarks = remarksOn(data, validators.validateConfig, 'config');
  return remarks.length === 0 ? { config: data as Config, remarks } : { remarks };
}

/** The same for what colleagues said of an assessment. */
export function validateReview(data: unknown): { review?: Review; remarks: Remark[] } {
  const remarks = remarksOn(data, validators.validateReview, 'review');
  return remarks.length === 0 ? { review: data as Review, remarks } : { remarks };
}

function remarksOn(data: unknown, validate: ValidateFunction, root: SchemaFile): Remark[] {
  if (validate(data)) return [];
  const errors: readonly ErrorObject[] = validate.errors ?? [];
  return explain(errors, root, data);
}
