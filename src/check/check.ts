import { resolve } from '../derive/resolve.ts';
import type { Remark } from '../model/finding.ts';
import type { Register } from '../model/generated/types.ts';
import { applyExceptions } from './exceptions.ts';
import type { Objection, Rule, RuleInput } from './rule.ts';
import { duplicateId, duplicateIds } from './rules/duplicate-id.ts';
import { rules } from './rules.ts';

/** What all rules remark on a valid assessment, but for what it excepts itself. */
export function checkAssessment(input: Omit<RuleInput, 'resolved'>): Remark[] {
  const whole = { ...input, resolved: resolve(input.assessment, input.register) };
  const remarks = rules.flatMap((rule) => rule.check(whole).map((objection) => sign(rule, objection)));
  return applyExceptions(remarks, input.assessment);
}

/** What can be said of the register by itself. */
export function checkRegister(register: Register): Remark[] {
  return duplicateIds(register).map((objection) => sign(duplicateId, objection));
}

function sign(rule: Rule, objection: Objection): Remark {
  return { rule: rule.id, severity: rule.severity, ...objection };
}
