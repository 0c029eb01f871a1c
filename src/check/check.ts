import { resolve } from '../derive/entities/resolve.ts';
import type { Remark } from '../model/finding.ts';
import type { Register } from '../model/generated/types.ts';
import type { Objection, RuleDescription, RuleInput } from './rule.ts';
import { type RuleBook, shippedRules } from './rule-book.ts';
import { duplicateId, duplicateIds } from './rules/duplicate-id.ts';
import { unusedSuppression } from './rules.ts';
import { noOtherRules, type OtherRules, type RuleSettings } from './settings.ts';
import { applySuppressions, type SuppressedRemark } from './suppressions.ts';

const asMade: RuleSettings = new Map();

/**
 * The remarks of all rules on a valid assessment, without those it suppresses itself and those switched off.
 */
export function checkAssessment(
  input: Omit<RuleInput, 'resolved'>,
  settings: RuleSettings = asMade,
  book: RuleBook = shippedRules,
): Remark[] {
  return checkWithSuppressions(input, settings, noOtherRules, book).remarks;
}

/**
 * The same, together with the suppressed remarks. `others` are names that are not check rules, for exceptions
 * that name one.
 */
export function checkWithSuppressions(
  input: Omit<RuleInput, 'resolved'>,
  settings: RuleSettings = asMade,
  others: OtherRules = noOtherRules,
  book: RuleBook = shippedRules,
): { readonly remarks: Remark[]; readonly suppressed: SuppressedRemark[] } {
  const whole = { ...input, resolved: resolve(input.assessment, input.register) };
  const remarks = book.rules.flatMap((rule) =>
    rule.check(whole).map((objection) => sign(rule, objection, settings)),
  );
  const { left, unused, suppressed } = applySuppressions(remarks, input.assessment, others, book);
  const all = [...left, ...unused.map((objection) => sign(unusedSuppression, objection, settings))];
  const isOn = ({ rule }: Remark) => settings.get(rule) !== 'off';
  return { remarks: all.filter(isOn), suppressed: suppressed.filter(isOn) };
}

/** Remarks on the register by itself. */
export function checkRegister(register: Register): Remark[] {
  return duplicateIds(register).map((objection) => sign(duplicateId, objection, asMade));
}

function sign({ id, severity }: RuleDescription, objection: Objection, settings: RuleSettings): Remark {
  const switched = settings.get(id);
  return {
    rule: id,
    severity: switched === undefined || switched === 'off' ? severity : switched,
    ...objection,
  };
}
