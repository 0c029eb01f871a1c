import { build } from '../../../build/build.ts';
import type { BuildResult } from '../../../build/build-options.ts';
import { UsageFault } from '../../../model/fault.ts';
import { hasErrors } from '../../../model/finding.ts';
import { releaseLevel } from '../../../project/config/release-level.ts';
import { ExitCode } from '../../exit-codes.ts';
import { showEnd, showNotice, showResult } from '../../print/build.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';
import { clockText, foldersNamed, watchRuns } from '../../watch.ts';
import { type BuildFlags, buildOptions } from './run.ts';

/**
 * Builds, and after each change builds what changed: then it prints only what was rebuilt and what is wrong
 * with what was not.
 */
export async function watchBuild(
  named: readonly string[],
  flags: BuildFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const others = [flags.check, flags.shard, flags.report, flags.configFrom, flags.queue];
  if (others.some((flag) => flag !== undefined && flag !== false))
    throw new UsageFault(
      '--watch writes all that is named, on this machine: leave out --check, --shard, --report, --config-from and --queue.',
    );
  const effects = processEffects();
  const browsers = new Set<{ kill(): void }>();
  process.once('exit', () => {
    effects.abandonWrites();
    for (const browser of browsers) browser.kill();
  });
  /** The last message printed for each file that was not built. */
  const reported = new Map<string, string>();
  const isNews = (result: BuildResult, isCached: boolean) => {
    const isBad = result.fault !== undefined || hasErrors(result.findings);
    const text = isBad ? JSON.stringify([result.findings, result.fault?.message]) : '';
    const isSame = reported.get(result.file) === text;
    reported.set(result.file, text);
    return isBad ? !isSame : !isCached || !isSame;
  };
  await watchRuns(
    effects.projectFolder,
    await foldersNamed(named, effects),
    async (isFirst) => {
      const release = await releaseLevel(flags.release, effects);
      const options = buildOptions(named, isFirst ? flags : { ...flags, force: false }, effects, release);
      const { results, notices } = await build(
        {
          ...options,
          onDone(result, done, total, isCached) {
            const isShown = isNews(result, isCached) || isFirst;
            if (!isShown) return;
            if (!isFirst) terminal.err(`${terminal.color.dim(clockText(new Date()))} `);
            showResult(result, { done, total: isFirst ? total : 1, compared: false }, terminal);
          },
          onBrowser: (browser) => browsers.add(browser),
        },
        effects,
      );
      browsers.clear();
      if (!isFirst) return;
      for (const notice of notices) showNotice(notice, terminal);
      showEnd(results, false, terminal);
    },
    terminal,
  );
  return ExitCode.clean;
}
