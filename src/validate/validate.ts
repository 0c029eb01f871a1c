import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Remark } from '../model/finding.ts';
import type { Assessment, Register } from '../model/generated/types.ts';
import { explain } from './explain.ts';
import * as validators from './generated/validators.js';
import type { SchemaFile } from './schema-map.ts';

/** The one door through which what was read becomes an assessment: there is one exactly when nothing is remarked. */
export function validateAssessment(data: unknown): { assessment?: Assessment; remarks: Remark[] } {
  const remarks = remarksOn(data, validators.validateAssessment, 'assessment');
  return remarks.length === 0 ? { assessment: data as Assessment, remarks } : { remarks };
}

/** The same for the register that assessments share. */
export function validateRegister(data: unknown): { register?: Register; remarks: Remark[] } {
  const remarks = remarksOn(data, validators.validateRegister, 'register');
  return remarks.length === 0 ? { register: data as Register, remarks } : { remarks };
}

function remarksOn(data: unknown, validate: ValidateFunction, root: SchemaFile): Remark[] {
  if (validate(data)) return [];
  const errors: readonly ErrorObject[] = validate.errors ?? [];
  return explain(errors, root);
}
