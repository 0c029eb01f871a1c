import { build } from '../../../build/build.ts';
import { type BuildOptions, formats } from '../../../build/build-options.ts';
import { widerOutputs } from '../../../build/wider-outputs.ts';
import { openCache } from '../../../cache/cache.ts';
import { teamKeyIn } from '../../../cache/shared/shared-results.ts';
import { folderOf } from '../../../model/conventions/markings.ts';
import type { Marking } from '../../../model/generated/types.ts';
import { papers } from '../../../model/page.ts';
import { releaseLevel } from '../../../project/config/release-level.ts';
import type { Effects } from '../../../project/effects.ts';
import { type Shard, shareOf } from '../../../shards/share.ts';
import type { ExitCode } from '../../exit-codes.ts';
import { onInterrupt } from '../../interrupt.ts';
import { exitCodeOf, showEnd, showNotice, showResult, showUnread } from '../../print/build.ts';
import type { Terminal } from '../../print/terminal.ts';
import { effectsFor, memoThread, outFolder } from '../../process-effects.ts';

/** Options of the build command, as commander passes them. */
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
  readonly annex?: 'none' | 'separate';
  readonly jobs?: number;
  readonly check?: boolean;
  readonly history?: boolean;
  /** Show how earlier judgments on the question turned out. */
  readonly record?: boolean;
  /** Build again after changes. */
  readonly watch?: boolean;
  /** Make everything again, ignoring the cache. */
  readonly force?: boolean;
  /** Address of the Redis through which workers make the memos. */
  readonly queue?: string;
  readonly urgent?: boolean;
  /** Seconds. */
  readonly queueWait?: number;
  readonly shard?: Shard;
  /** A file for the shard's results, for `merge-reports`. */
  readonly report?: string;
}

/** Seconds after which a queue that returns nothing has failed. */
const QUEUE_WAIT = 60;

/** `threat-memo build`. */
export async function runBuildCommand(
  named: readonly string[],
  flags: BuildFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const effects = await effectsFor(flags.configFrom);
  const compared = flags.check ?? false;
  const release = await releaseLevel(flags.release, effects);
  if (flags.history) await assertRepository(effects);
  const stop = onInterrupt(() => effects.abandonWrites());
  const out = outFolder(effects, flags.out, defaultFolder(release));
  const share =
    flags.shard || flags.report !== undefined ? await shareOf(named, flags.shard, effects) : undefined;
  const options = {
    ...buildOptions(named, flags, effects, release),
    ...(flags.record && { record: await recordFrom(effects, release) }),
  };
  const elsewhere =
    flags.queue === undefined ? undefined : await openedQueue(flags.queue, options, flags, effects);
  const { results, notices } = await build(
    {
      ...options,
      inputs: share?.inputs,
      elsewhere,
      onDone: (result, done, total) => showResult(result, { done, total, compared }, terminal),
      onBrowser: (browser) => stop(() => browser.kill()),
    },
    effects,
  ).finally(() => elsewhere?.close());
  const wider = release === undefined ? [] : await widerOutputs(out, results, release, effects);
  if (flags.report !== undefined && share) {
    const { partOfBuild, writePart } = await import('../../../shards/part.ts');
    const { jobs, force, queue, urgent, queueWait, shard, report, ...asked } = flags;
    const part = partOfBuild({ results, notices: [...notices, ...wider] }, compared, {
      share,
      shard,
      identity: [__BUILD_ID__, asked],
    });
    await writePart(report, part, effects);
  }
  for (const notice of [...notices, ...wider]) showNotice(notice, terminal);
  await showUnread(named, effects, terminal);
  showEnd(results, compared, terminal);
  return exitCodeOf(results);
}

/** Without git or a repository there is no history to show: checked once, before anything is built. */
async function assertRepository(effects: Effects): Promise<void> {
  const { prefixInRepository } = await import('../../../project/git/revisions.ts');
  await prefixInRepository(effects);
}

/** Imported only when needed: few builds show records. */
async function recordFrom(
  effects: Effects,
  release: Marking | undefined,
): Promise<NonNullable<BuildOptions['record']>> {
  const { recordsOf } = await import('../../../ledger/question-record.ts');
  return recordsOf(effects, openCache(effects, __BUILD_ID__), release);
}

async function openedQueue(
  address: string,
  { formats, paper, release }: BuildOptions,
  { urgent = false, queueWait = QUEUE_WAIT }: BuildFlags,
  { environment }: Effects,
) {
  const { openQueue } = await import('../../../queue/queue.ts'); // imported only when needed
  return openQueue({
    address,
    environment,
    teamKey: teamKeyIn(environment, '--queue'),
    program: __BUILD_ID__,
    wanted: { formats, paper, ...(release && { release }) },
    isUrgent: urgent,
    patience: queueWait * 1000,
  });
}

/** Turns command-line flags into options of a build. */
export function buildOptions(
  named: readonly string[],
  flags: BuildFlags,
  effects: Effects,
  release: Marking | undefined,
): BuildOptions {
  const out = outFolder(effects, flags.out, defaultFolder(release));
  return {
    named,
    out,
    within: flags.out === undefined ? [effects.projectFolder, out] : [out],
    formats: formats.filter((format) => flags.format.includes(format)),
    ...(flags.notes && { notes: flags.notes }),
    ...(flags.annex && { annex: flags.annex }),
    paper: papers.find((paper) => paper === flags.paper) ?? 'A4',
    compareOnly: flags.check ?? false,
    ...(flags.form !== undefined && { form: flags.form }),
    ...(release && { release }),
    ...(flags.history && { history: 'git' as const }),
    ...(flags.jobs !== undefined && { jobs: flags.jobs }),
    cache:
      flags.configFrom === undefined ? openCache(effects, __BUILD_ID__, flags.force ?? false) : undefined,
    thread: memoThread,
  };
}

/** A release never overwrites the whole memo. */
function defaultFolder(release: Marking | undefined): string {
  return release ? `out/${folderOf(release)}` : 'out';
}
