import type { Remark, Severity } from '../model/finding.ts';
import type { Config } from '../model/generated/types.ts';
import { toPointer } from '../model/pointer.ts';
import { nearest } from '../model/suggest.ts';
import { type RuleBook, shippedRules } from './rule-book.ts';

/** What a team has switched, by name of the rule; every other rule has the severity it was made with. */
export type RuleSettings = ReadonlyMap<string, Severity | 'off'>;

/**
 * Whether findings of a rule stand whatever a team or an analyst thinks of them: without those rules a memo would be wrong,
 * or could not be made. What is no rule of the check (a mistake of notation, a missing property) is of that kind.
 */
export function isFixed(id: string, { byId }: RuleBook = shippedRules): boolean {
  const rule = byId.get(id);
  return rule === undefined || (rule.category === 'integrity' && rule.severity === 'error');
}

/**
 * Why there is what files are told besides the rules of the check (while they are read, fitted to the schema, joined and
 * built), by name. Some of them hold for a file that no assessment can be read from, so none can be switched or excepted.
 */
export type OtherRules = ReadonlyMap<string, string>;

export const noOtherRules: OtherRules = new Map();

/** Whether a name is that of a rule of the check; if not, it may be one of the others, or of none. */
export function isRuleOfCheck(id: string, { byId }: RuleBook = shippedRules): boolean {
  return byId.has(id);
}

/** Why a rule cannot be switched or suppressed, for the end of a sentence; `undefined` where there is no such rule. */
export function whyFixed(
  id: string,
  others: OtherRules,
  { byId }: RuleBook = shippedRules,
): string | undefined {
  const why = byId.get(id)?.why ?? others.get(id);
  // A sentence becomes a part of one, but an abbreviation at its beginning stays.
  return why?.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
}

/** What to do about a name that no rule has. */
export function ruleMeant(id: string, others: OtherRules, { byId }: RuleBook = shippedRules): string {
  const meant = nearest(id, [...byId.keys(), ...others.keys()]);
  return meant === undefined ? 'See `threat-memo explain` for all rules.' : `Did you mean \`${meant}\`?`;
}

/** The settings of a configuration, and what is wrong with them; what is wrong is left out. */
export function readSettings(
  config: Config,
  others: OtherRules = noOtherRules,
  book: RuleBook = shippedRules,
): { settings: RuleSettings; remarks: Remark[] } {
  const settings = new Map<string, Severity | 'off'>();
  const remarks: Remark[] = [];
  for (const [id, setting] of Object.entries(config.rules ?? {})) {
    if (!isFixed(id, book)) settings.set(id, setting);
    else if (setting !== book.byId.get(id)?.severity) remarks.push(objectTo(id, others, book));
  }
  return { settings, remarks };
}

function objectTo(id: string, others: OtherRules, book: RuleBook): Remark {
  const place = { pointer: toPointer(['rules', id]), on: 'key', severity: 'error' } as const;
  const why = whyFixed(id, others, book);
  if (why !== undefined) {
    const message = `\`${id}\` cannot be switched: ${why}`;
    return { rule: 'fixed-rule', ...place, message, help: 'Take it out.' };
  }
  const message = `There is no rule \`${id}\`.`;
  return { rule: 'unknown-rule', ...place, message, help: ruleMeant(id, others, book) };
}
