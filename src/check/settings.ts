import type { Remark, Severity } from '../model/finding.ts';
import type { Config } from '../model/generated/types.ts';
import { toPointer } from '../model/pointer.ts';
import { nearest } from '../model/suggest.ts';
import type { RuleDescription } from './rule.ts';
import { describedRules } from './rules.ts';

/** What a team has switched, by name of the rule; every other rule has the severity it was made with. */
export type RuleSettings = ReadonlyMap<string, Severity | 'off'>;

const byId = new Map(describedRules.map((rule) => [rule.id, rule]));

/**
 * Whether findings of a rule stand whatever a team or an analyst thinks of them: without those rules a memo would be wrong,
 * or could not be made. What is no rule of the check (a mistake of notation, a missing property) is of that kind.
 */
export function isFixed(id: string): boolean {
  const rule = byId.get(id);
  return rule === undefined || (rule.category === 'integrity' && rule.severity === 'error');
}

/** The settings of a configuration, and what is wrong with them; what is wrong is left out. */
export function readSettings(config: Config): { settings: RuleSettings; remarks: Remark[] } {
  const settings = new Map<string, Severity | 'off'>();
  const remarks: Remark[] = [];
  for (const [id, setting] of Object.entries(config.rules ?? {})) {
    const rule = byId.get(id);
    if (rule && !isFixed(id)) settings.set(id, setting);
    else if (!rule || setting !== rule.severity) remarks.push(objectTo(id, rule));
  }
  return { settings, remarks };
}

function objectTo(id: string, rule: RuleDescription | undefined): Remark {
  const place = { pointer: toPointer(['rules', id]), on: 'key', severity: 'error' } as const;
  if (rule) {
    const message = `\`${id}\` cannot be switched: ${rule.why.charAt(0).toLowerCase()}${rule.why.slice(1)}`;
    return { rule: 'fixed-rule', ...place, message, help: 'Take it out.' };
  }
  const meant = nearest(id, [...byId.keys()]);
  const help =
    meant === undefined ? 'See `threat-memo explain` for all rules.' : `Did you mean \`${meant}\`?`;
  return { rule: 'unknown-rule', ...place, message: `There is no rule \`${id}\`.`, help };
}
