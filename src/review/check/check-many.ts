import { hashOf } from '../../cache/store.ts';
import type { RuleBook } from '../../check/rule-book.ts';
import type { PictureRefusal } from '../../pictures/limits.ts';
import { type CheckContext, type CheckedFile, checkFile, type Source } from '../../project/check-source.ts';
import type { Effects } from '../../project/effects.ts';
import type { InputFile } from '../../project/inputs.ts';
import { filesOf, type NamedFiles } from '../../project/named/named-files.ts';
import type { PreviousFile } from '../../project/named/previous-file.ts';
import { AssessmentReader } from '../../project/read-assessment.ts';
import type { Job } from '../../threads/job.ts';
import { WorkerPool } from '../../threads/pool.ts';
import type { CheckCache } from './check-cache.ts';
import { type CheckReport, type FileReport, reportOf } from './check-report.ts';

/**
 * A job to check a file. The worker requests the files that the assessment names: the previous edition, or a
 * picture.
 */
export interface CheckJob extends Job {
  readonly task: Source;
  readonly context: readonly [CheckContext];
  readonly question: { readonly what: 'previous' | 'picture'; readonly name: string };
  readonly answer: PreviousFile | string | PictureRefusal | undefined;
  readonly result: CheckedFile;
}

/** Fewest files for which a worker is worth starting: that takes as long as checking some ten files. */
const FILES_A_WORKER = 15;

/** Options of checking. The findings do not depend on the last two. */
export interface CheckOptions {
  /** Names of forms that a file may use. */
  readonly forms: readonly string[];
  /** The rules to run, if not only the shipped ones. */
  readonly book?: RuleBook | undefined;
  /** Results of earlier runs. */
  readonly cache?: CheckCache | undefined;
  /** The bundled `check-thread.ts`, to check in workers. */
  readonly thread?: URL | undefined;
}

type Check = (source: Source, context: CheckContext, files: NamedFiles) => Promise<CheckedFile>;

/** Checks the files without a cached result; in workers if there are many. */
export async function checkMany(
  inputs: readonly InputFile[],
  effects: Effects,
  options: CheckOptions,
): Promise<CheckReport> {
  const reader = new AssessmentReader(effects, {
    forms: options.forms,
    ...(options.book && { book: options.book }),
  });
  const checked = await checkEach(inputs, reader, effects, options);
  const perFile: FileReport[] = [];
  for (const [index, input] of inputs.entries()) {
    const known = checked[index];
    const { findings, suppressed } = known ? await reader.useResult(input, known) : await reader.read(input);
    perFile.push({ file: input.shown, findings, suppressed });
  }
  return reportOf(perFile);
}

/** The findings of each file on its own; `undefined` for an unreadable file. */
async function checkEach(
  inputs: readonly InputFile[],
  reader: AssessmentReader,
  effects: Effects,
  { cache, thread }: CheckOptions,
): Promise<(CheckedFile | undefined)[]> {
  const checked: (CheckedFile | undefined)[] = [];
  const threads = Math.min(effects.parallelism, Math.floor(inputs.length / FILES_A_WORKER));
  let pool: WorkerPool<CheckJob> | undefined;
  const check: Check = (source, context, files) => {
    if (thread && threads > 1) pool ??= new WorkerPool(thread, threads);
    return pool
      ? pool.run(source, [context], ({ what, name }) => files[what](name))
      : checkFile(source, context, files);
  };
  const queue = inputs.entries();
  const work = async () => {
    for (const [index, input] of queue) {
      checked[index] = await checkOne(input, reader, effects, cache, check);
    }
  };
  try {
    // Twice as many as there are threads: while one waits for a file, another has one to check.
    await Promise.all(Array.from({ length: Math.max(1, threads) * 2 }, work));
  } finally {
    await pool?.close();
  }
  return checked;
}

async function checkOne(
  input: InputFile,
  reader: AssessmentReader,
  effects: Effects,
  cache: CheckCache | undefined,
  check: Check,
): Promise<CheckedFile | undefined> {
  const bytes = await reader.bytesOf(input);
  if (!bytes) return undefined;
  const known = await cache?.get(input, hashOf(bytes));
  if (known) return known;
  const { context, findings } = await reader.context(input);
  const files = filesOf(input, effects);
  const checked = await check({ file: input.shown, bytes }, context, files);
  const isOnSoundGround = findings.flat().length === 0;
  await cache?.record(input, bytes, { ...checked, isOnSoundGround }, files.fetched);
  return checked;
}
