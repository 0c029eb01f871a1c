import { ruleUrl } from '../model/described-rule.ts';
import { MachineFault } from '../model/fault.ts';
import { FILE_START, type Finding } from '../model/finding.ts';
import type { Effects } from './effects.ts';
import type { InputFile } from './inputs.ts';

/** The bytes of a file, or a finding that says why it cannot be read. */
export async function loadBytes(
  input: InputFile,
  effects: Effects,
): Promise<{ bytes?: Uint8Array; findings: readonly Finding[] }> {
  let message = 'The file is gone, or is not a file.';
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
