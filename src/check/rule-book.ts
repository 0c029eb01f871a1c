import type { Rule, RuleDescription } from './rule.ts';
import { rules, unusedSuppression } from './rules.ts';

/** The rules of a check: those shipped and a user's own, registered alike. */
export interface RuleBook {
  /** In the order in which they run. */
  readonly rules: readonly Rule[];
  /** Every rule that a configuration or an exception may name, by name. */
  readonly byId: ReadonlyMap<string, RuleDescription>;
}

/**
 * Puts lists of rules together, later ones after earlier ones.
 *
 * @throws TypeError where two rules have the same name: a mistake in a program, not in a file.
 */
export function ruleBook(...lists: readonly (readonly Rule[])[]): RuleBook {
  const all = lists.flat();
  const byId = new Map<string, RuleDescription>();
  for (const rule of [...all, unusedSuppression]) {
    if (byId.has(rule.id)) throw new TypeError(`Two rules are called ${rule.id}.`);
    byId.set(rule.id, rule);
  }
  return { rules: all, byId };
}

/** The rules that are shipped. */
export const shippedRules: RuleBook = ruleBook(rules);
