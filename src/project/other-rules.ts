import type { RuleBook } from '../check/rule-book.ts';
import { isRuleOfCheck, noOtherRules, type OtherRules } from '../check/settings.ts';

/** What is reported besides the rules of the check, loaded only where a name is none of theirs. */
export async function otherRules(named: readonly string[], book?: RuleBook): Promise<OtherRules> {
  if (named.every((id) => isRuleOfCheck(id, book))) return noOtherRules;
  const { ruleCatalogue } = await import('./rule-catalogue.ts');
  return new Map(ruleCatalogue.filter(({ kind }) => kind === 'file').map(({ id, why }) => [id, why]));
}
