import { build } from '../../../build/build.ts';
import { type BuildResult, formats } from '../../../build/build-options.ts';
import { widerOutputs } from '../../../build/wider-outputs.ts';
import { openCache } from '../../../cache/cache.ts';
import { folderOf } from '../../../model/conventions/markings.ts';
import { hasErrors } from '../../../model/finding.ts';
import type { Marking } from '../../../model/generated/types.ts';
import { papers } from '../../../model/page.ts';
import { releaseLevel } from '../../../project/config/release-level.ts';
import { ExitCode } from '../../exit-codes.ts';
import { onInterrupt } from '../../interrupt.ts';
import { findingText, plural } from '../../print/findings.ts';
import type { Terminal } from '../../print/terminal.ts';
import { effectsFor, memoThread, outFolder } from '../../process-effects.ts';

/** What the build command was asked for, as commander hands it over. */
export interface BuildFlags {
  /** Git revision whose configuration is used. */
  readonly configFrom?: string;
  readonly out?: string;
  /** A label of the project's marking scheme. */
  readonly release?: string;
  readonly form?: string;
  readonly format: readonly string[];
  readonly paper: string;
  readonly notes?: 'footnotes' | 'endnotes';
  readonly jobs?: number;
  readonly check?: boolean;
  readonly history?: boolean;
  /** Make everything anew, whatever earlier builds have kept. */
  readonly force?: boolean;
}

/** `threat-memo build`. */
export async function runBuildCommand(
  named: readonly string[],
  flags: BuildFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const effects = await effectsFor(flags.configFrom);
  const compared = flags.check ?? false;
  const release = await releaseLevel(flags.release, effects);
  const stop = onInterrupt(() => effects.abandonWrites());
  const out = outFolder(effects, flags.out, defaultFolder(release));
  const { results, notices } = await build(
    {
      named,
      out,
      within: flags.out === undefined ? [effects.projectFolder, out] : [out],
      formats: formats.filter((format) => flags.format.includes(format)),
      ...(flags.notes && { notes: flags.notes }),
      paper: papers.find((paper) => paper === flags.paper) ?? 'A4',
      compareOnly: compared,
      ...(flags.form !== undefined && { form: flags.form }),
      ...(release && { release }),
      ...(flags.history && { history: 'git' as const }),
      ...(flags.jobs !== undefined && { jobs: flags.jobs }),
      cache:
        flags.configFrom === undefined ? openCache(effects, __BUILD_ID__, flags.force ?? false) : undefined,
      thread: memoThread,
      onDone: (result, done, total) => showResult(result, { done, total, compared }, terminal),
      onBrowser: (browser) => stop(() => browser.kill()),
    },
    effects,
  );
  const wider = release === undefined ? [] : await widerOutputs(out, results, release, effects);
  for (const notice of [...notices, ...wider]) terminal.err(`${terminal.color.dim(`note: ${notice}`)}\n`);
  showEnd(results, compared, terminal);
  return exitCodeOf(results);
}

/** A released version never takes the place of the whole one. */
function defaultFolder(release: Marking | undefined): string {
  return release ? `out/${folderOf(release)}` : 'out';
}

interface Progress {
  readonly done: number;
  readonly total: number;
  /** Whether outputs are only compared with what is there. */
  readonly compared: boolean;
}

function showResult(result: BuildResult, { done, total, compared }: Progress, terminal: Terminal): void {
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

function showEnd(results: readonly BuildResult[], compared: boolean, terminal: Terminal): void {
  const bad = results.filter((result) => result.fault || hasErrors(result.findings)).length;
  const stale = results.reduce((sum, result) => sum + result.stale.length, 0);
  if (bad > 0) terminal.err(`${plural(results.length - bad, 'memo')} built, ${bad} not.\n`);
  if (stale > 0) terminal.err(`${plural(stale, 'output')} not current: run \`threat-memo build\`.\n`);
  else if (compared && bad === 0) terminal.err('Every output is current.\n');
}

function exitCodeOf(results: readonly BuildResult[]): ExitCode {
  if (results.some((result) => result.fault)) return ExitCode.machine;
  const bad = results.some((result) => hasErrors(result.findings) || result.stale.length > 0);
  return bad ? ExitCode.findings : ExitCode.clean;
}
