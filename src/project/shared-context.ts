import { join } from 'node:path';
import { checkRegister } from '../check/check.ts';
import { emptyRegister } from '../derive/entities/resolve.ts';
import { placeRemarks } from '../load/place-findings.ts';
import { readDocument } from '../load/read-document.ts';
import { compareFindings, type Finding, hasErrors } from '../model/finding.ts';
import { validateRegister } from '../validate/validate.ts';
import type { CheckContext } from './check-source.ts';
import type { Effects } from './effects.ts';
import { fontPackagesOf } from './font-packages.ts';
import { isRegister, shownPath } from './inputs.ts';
import { loadBytes } from './load-bytes.ts';
import { readReviews } from './reviews.ts';
import type { loadSettings } from './settings.ts';

/** What the files of a folder share. */
export interface SharedContext {
  readonly context: CheckContext;
  /** What is wrong with the configuration, the register and the reviews; always the same list objects. */
  readonly findings: readonly (readonly Finding[])[];
}

/** What applies to all files of a run: the allowed forms (any, if another form is set for all), the rules. */
export type RunSettings = Pick<CheckContext, 'forms' | 'book'>;

/** Reads what the assessments of a folder are checked against. */
export async function readContext(
  folder: string,
  effects: Effects,
  settings: ReturnType<typeof loadSettings>,
  runSettings: RunSettings,
): Promise<SharedContext> {
  const [set, { register, findings }, { reviews, findings: unread }] = await Promise.all([
    settings,
    readRegister(folder, effects),
    readReviews(folder, effects),
  ]);
  const fontPackages = await fontPackagesOf(effects);
  const { settings: switched, vocabularies, fields, conventions, desk, findings: objections } = set;
  return {
    context: {
      register,
      settings: switched,
      ...(vocabularies && { vocabularies }),
      ...(fontPackages.length > 0 && { fontPackages }),
      conventions,
      ...(desk && { desk }),
      ...(fields && { fields }),
      ...runSettings,
      ...(reviews.size > 0 && { reviews }),
      today: effects.today(),
    },
    findings: [objections, findings, unread],
  };
}

/** The register beside assessments; empty if there is none; `undefined` if it has errors. */
async function readRegister(
  folder: string,
  effects: Effects,
): Promise<Pick<CheckContext, 'register'> & { findings: Finding[] }> {
  const entries = (await effects.listFolder(folder)) ?? [];
  const entry = entries.find((candidate) => !candidate.isFolder && isRegister(candidate.name));
  if (!entry) return { register: emptyRegister, findings: [] };
  const path = join(folder, entry.name);
  const shown = shownPath(path, effects.projectFolder);
  const { bytes, findings: unreadable } = await loadBytes({ path, shown }, effects);
  const { document, findings } = bytes ? readDocument(shown, bytes) : { findings: unreadable };
  if (!document) return { register: undefined, findings: [...findings] };
  const { register, remarks } = validateRegister(document.data);
  const all = placeRemarks(document, [...remarks, ...(register ? checkRegister(register) : [])]);
  const sorted = [...findings, ...all].sort(compareFindings);
  return { register: hasErrors(sorted) ? undefined : register, findings: sorted };
}
