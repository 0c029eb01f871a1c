import type { Remark, Severity } from '../model/finding.ts';
import type { Config } from '../model/generated/types.ts';
import { toPointer } from '../model/pointer.ts';
import { nearest } from '../model/suggest.ts';
import { type RuleBook, shippedRules } from './rule-book.ts';

/** The severities a team has set, by rule; every other rule has its own. */
export type RuleSettings = ReadonlyMap<string, Severity | 'off'>;

/**
 * Whether findings of a rule can be neither switched off nor suppressed: without those rules a memo would be
 * wrong, or could not be made. Findings that are not from a check rule (syntax errors, missing properties) are
 * fixed too.
 */
export function isFixed(id: string, { byId }: RuleBook = shippedRules): boolean {
  const rule = byId.get(id);
  return rule === undefined || (rule.category === 'integrity' && rule.severity === 'error');
}

/**
 * Why findings exist that are not from check rules (from reading, validating, merging and building files), by
 * name. Some apply to files from which no assessment can be read, so none can be switched off or suppressed.
 */
export type OtherRules = ReadonlyMap<string, string>;

export const noOtherRules: OtherRules = new Map();

/** Whether a name is that of a check rule; otherwise it may be one of the others, or unknown. */
export function isRuleOfCheck(id: string, { byId }: RuleBook = shippedRules): boolean {
  return byId.has(id);
}

/**
 * Why a rule cannot be switched off or suppressed, for the end of a sentence; `undefined` if there is no such
 * rule.
 */
export function whyFixed(
  id: string,
  others: OtherRules,
  { byId }: RuleBook = shippedRules,
): string | undefined {
  const why = byId.get(id)?.why ?? others.get(id);
  // The sentence becomes part of another one; an acronym at its beginning keeps its capitals.
  return why?.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
}

/** Advice about a rule name that does not exist. */
export function ruleMeant(id: string, others: OtherRules, { byId }: RuleBook = shippedRules): string {
  const meant = nearest(id, [...byId.keys(), ...others.keys()]);
  return meant === undefined ? 'See `threat-memo explain` for all rules.' : `Did you mean \`${meant}\`?`;
}

/** The settings of a configuration, and what is wrong with them; invalid settings are left out. */
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
