import type { RuleBook } from '../check/rule-book.ts';
import { isRuleOfCheck, noOtherRules, type OtherRules } from '../check/settings.ts';

/** Rules that are not check rules, loaded only if a name is not that of a check rule. */
export async function otherRules(named: readonly string[], book?: RuleBook): Promise<OtherRules> {
  if (named.every((id) => isRuleOfCheck(id, book))) return noOtherRules;
  const { ruleCatalogue } = await import('./rule-catalogue.ts');
  return new Map(ruleCatalogue.filter(({ kind }) => kind === 'file').map(({ id, why }) => [id, why]));
}
