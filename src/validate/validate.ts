import type { ErrorObject, ValidateFunction } from 'ajv';
import { type Conventions, shippedConventions, withConventions } from '../model/conventions/conventions.ts';
import type { Remark } from '../model/finding.ts';
import type { Assessment, Config, Register, Review } from '../model/generated/types.ts';
import { conventionErrors } from './convention-errors.ts';
import { datePartsErrors } from './date-parts-errors.ts';
import { explain } from './explain.ts';
import * as validators from './generated/validators.js';
import { type Salvage, salvage } from './salvage.ts';
import type { SchemaFile } from './schema-map.ts';

/**
 * The only way from data to an assessment: there is one exactly if there are no remarks. Its terms and markings
 * are those of the conventions, which stay attached to it.
 */
export function validateAssessment(
  data: unknown,
  conventions: Conventions = shippedConventions,
): { assessment?: Assessment; remarks: Remark[] } {
  const remarks = remarksOnAssessment(data, conventions);
  return remarks.length === 0
    ? { assessment: withConventions(data as Assessment, conventions), remarks }
    : { remarks };
}

/**
 * The same for an earlier edition or version: one from before the project had its conventions is validated with
 * the shipped ones, which stay attached to it.
 */
export function validatePrevious(
  data: unknown,
  conventions: Conventions = shippedConventions,
): { assessment?: Assessment; remarks: Remark[] } {
  const read = validateAssessment(data, conventions);
  const older = read.assessment || conventions === shippedConventions ? read : validateAssessment(data);
  return older.assessment ? older : read;
}

function remarksOnAssessment(data: unknown, conventions: Conventions): Remark[] {
  const errors = [...conventionErrors(data, conventions), ...datePartsErrors(data)];
  return remarksOn(data, validators.validateAssessment, 'assessment', errors, conventions);
}

/**
 * The rest of an invalid file when its mistakes are removed, so that it can be checked at the same time.
 * `undefined` if too little is left.
 */
export function salvageAssessment(
  data: unknown,
  conventions: Conventions = shippedConventions,
): Salvage<Assessment> | undefined {
  const left = salvage(data, (rest) => remarksOnAssessment(rest, conventions).map((r) => r.pointer));
  return left && { ...left, data: withConventions(left.data as Assessment, conventions) };
}

/** The same for a register. */
export function validateRegister(data: unknown): { register?: Register; remarks: Remark[] } {
  const remarks = remarksOn(data, validators.validateRegister, 'register', datePartsErrors(data));
  return remarks.length === 0 ? { register: data as Register, remarks } : { remarks };
}

/** The same for a configuration. */
export function validateConfig(data: unknown): { config?: Config; remarks: Remark[] } {
  const remarks = remarksOn(data, validators.validateConfig, 'config');
  return remarks.length === 0 ? { config: data as Config, remarks } : { remarks };
}

/** The same for colleagues' reviews of an assessment. */
export function validateReview(data: unknown): { review?: Review; remarks: Remark[] } {
  const remarks = remarksOn(data, validators.validateReview, 'review');
  return remarks.length === 0 ? { review: data as Review, remarks } : { remarks };
}

function remarksOn(
  data: unknown,
  validate: ValidateFunction,
  root: SchemaFile,
  others: readonly ErrorObject[] = [],
  conventions?: Conventions,
): Remark[] {
  const errors: readonly ErrorObject[] = validate(data) ? others : [...(validate.errors ?? []), ...others];
  return errors.length === 0 ? [] : explain(errors, root, data, conventions);
}
