import { join } from 'node:path';
import type { RuleBook } from '../check/rule-book.ts';
import { type RuleSettings, readSettings } from '../check/settings.ts';
import { placeRemarks } from '../load/place-findings.ts';
import { readDocument } from '../load/read-document.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import { validateConfig } from '../validate/validate.ts';
import type { Effects } from './effects.ts';
import { CONFIG_FILE } from './inputs.ts';
import { otherRules } from './other-rules.ts';

/** What a team has switched, and what is wrong with its configuration. Without one, everything is as it was made. */
export async function loadSettings(
  effects: Effects,
  book?: RuleBook,
): Promise<{ readonly settings: RuleSettings; readonly findings: readonly Finding[] }> {
  const bytes = await effects.readFile(join(effects.projectFolder, CONFIG_FILE));
  if (!bytes) return { settings: new Map(), findings: [] };
  const { document, findings } = readDocument(CONFIG_FILE, bytes);
  if (!document) return { settings: new Map(), findings };
  const { config, remarks } = validateConfig(document.data);
  const others = await otherRules(Object.keys(config?.rules ?? {}), book);
  const { settings, remarks: objections } = readSettings(config ?? {}, others, book);
  const all = [...findings, ...placeRemarks(document, [...remarks, ...objections])];
  return { settings, findings: all.sort(compareFindings) };
}
