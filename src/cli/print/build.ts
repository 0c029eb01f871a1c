import type { BuildResult } from '../../build/build-options.ts';
import { hasErrors } from '../../model/finding.ts';
import type { Effects } from '../../project/effects.ts';
import { unreadFolders } from '../../project/inputs.ts';
import { ExitCode } from '../exit-codes.ts';
import { findingText, plural } from './findings.ts';
import type { Terminal } from './terminal.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Whether outputs were only compared, not written. */
  readonly compared: boolean;
}

export function showResult(
  result: BuildResult,
  { done, total, compared }: Progress,
  terminal: Terminal,
): void {
  const { color } = terminal;
  for (const finding of result.findings) terminal.err(findingText(finding, color));
  const count = total > 1 ? color.dim(`[${done}/${total}] `) : '';
  if (result.fault) {
    terminal.err(
      `${count}${color.red('failed')} ${result.file}: ${result.fault.message}\n  ${result.fault.help}\n`,
    );
  } else if (hasErrors(result.findings)) {
    terminal.err(`${count}${color.red('not built')} ${result.file}\n`);
  } else {
    for (const path of result.stale) terminal.out(`stale ${path}\n`);
    const files = result.outputs.filter((path) => !path.endsWith('.svg'));
    if (files.length > 0 && !compared) {
      if (terminal.isWatched) terminal.err(count);
      terminal.out(`${files.join('\n')}\n`);
    }
  }
}

export function showEnd(results: readonly BuildResult[], compared: boolean, terminal: Terminal): void {
  const bad = results.filter((result) => result.fault || hasErrors(result.findings)).length;
  const stale = results.reduce((sum, result) => sum + result.stale.length, 0);
  if (bad > 0) terminal.err(`${plural(results.length - bad, 'memo')} built, ${bad} not.\n`);
  if (stale > 0) terminal.err(`${plural(stale, 'output')} not current: run \`threat-memo build\`.\n`);
  else if (compared && bad === 0) terminal.err('Every output is current.\n');
}

export function exitCodeOf(results: readonly BuildResult[]): ExitCode {
  if (results.some((result) => result.fault)) return ExitCode.machine;
  const bad = results.some((result) => hasErrors(result.findings) || result.stale.length > 0);
  return bad ? ExitCode.findings : ExitCode.clean;
}

export function showNotice(notice: string, { err, color }: Terminal): void {
  err(`${color.dim(`note: ${notice}`)}\n`);
}

/** Says which folders of assessments a run without named files has not read. */
export async function showUnread(
  named: readonly string[],
  effects: Effects,
  terminal: Terminal,
): Promise<void> {
  if (named.length > 0) return;
  for (const notice of await unreadFolders(effects)) showNotice(notice, terminal);
}
