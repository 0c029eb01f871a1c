import type { Rule, RuleDescription } from './rule.ts';
import { rules, unusedException } from './rules.ts';

/** The rules that a check asks: those shipped and a user's own, entered alike. */
export interface RuleBook {
  /** In the order in which they are asked. */
  readonly rules: readonly Rule[];
  /** Everything a configuration or an exception may name, by name. */
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
  for (const rule of [...all, unusedException]) {
    if (byId.has(rule.id)) throw new TypeError(`Two rules are called ${rule.id}.`);
    byId.set(rule.id, rule);
  }
  return { rules: all, byId };
}

/** The rules that are shipped. */
export const shippedRules: RuleBook = ruleBook(rules);
