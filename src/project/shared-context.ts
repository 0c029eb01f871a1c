import { join } from 'node:path';
import { checkRegister } from '../check/check.ts';
import { emptyRegister } from '../derive/entities/resolve.ts';
import { placeRemarks } from '../load/place-findings.ts';
import { readDocument } from '../load/read-document.ts';
import { ruleUrl } from '../model/described-rule.ts';
import { MachineFault } from '../model/fault.ts';
import { compareFindings, FILE_START, type Finding, hasErrors } from '../model/finding.ts';
import { validateRegister } from '../validate/validate.ts';
import type { CheckContext } from './check-source.ts';
import type { Effects } from './effects.ts';
import { type InputFile, isRegister, shownPath } from './inputs.ts';
import type { loadSettings } from './settings.ts';

/** What the files of a folder have in common. */
export interface SharedContext {
  readonly context: CheckContext;
  /** What is wrong with the configuration, and with the register: the same lists each time. */
  readonly findings: readonly (readonly Finding[])[];
}

/** What is asked of all files of a run: the forms they may name (any where another form is given for all), the rules. */
export type AskedOfFiles = Pick<CheckContext, 'forms' | 'book'>;

/** Reads what the assessments of a folder are checked against. */
export async function readContext(
  folder: string,
  effects: Effects,
  settings: ReturnType<typeof loadSettings>,
  asked: AskedOfFiles,
): Promise<SharedContext> {
  const { register, findings } = await readRegister(folder, effects);
  const { settings: switched, vocabularies, findings: objections } = await settings;
  return {
    context: {
      register,
      settings: switched,
      ...(vocabularies && { vocabularies }),
      ...asked,
      today: effects.today(),
    },
    findings: [objections, findings],
  };
}

/** The register beside assessments; an empty one when there is none; none when it has errors. */
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

/** The bytes of a file, or why there are none. */
export async function loadBytes(
  input: InputFile,
  effects: Effects,
): Promise<{ bytes?: Uint8Array; findings: readonly Finding[] }> {
  let message = 'The file is gone, or is no file.';
  try {
    const bytes = await effects.readFile(input.path);
    if (bytes) return { bytes, findings: [] };
  } catch (error) {
    if (!(error instanceof MachineFault)) throw error;
    message = error.message.replaceAll(input.path, () => 'the file').replace(/^the/, 'The');
  }
  const rule = 'unreadable-file';
  const finding = { rule, severity: 'error', file: input.shown, pointer: '', message } as const;
  return { findings: [{ ...finding, ...FILE_START, url: ruleUrl(rule) }] };
}
