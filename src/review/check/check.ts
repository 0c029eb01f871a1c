import type { Cache } from '../../cache/cache.ts';
import type { RuleBook } from '../../check/rule-book.ts';
import type { Effects } from '../../project/effects.ts';
import { Forms } from '../../project/forms.ts';
import { findInputs, type InputFile } from '../../project/inputs.ts';
import { type CachedCheck, type CheckCache, openCheckCache } from './check-cache.ts';
import { type CheckReport, reportOf } from './check-report.ts';

/** Options of checking. Cache and workers only save time. */
export interface CheckFilesOptions {
  /** The rules to run, if not only the shipped ones: then the cache is not used. */
  readonly book?: RuleBook;
  /** Results of earlier runs. */
  readonly cache?: Cache | undefined;
  /** The bundled `check-thread.ts`, to check in several workers. */
  readonly thread?: URL;
  /** The files to check; if left out, those named. */
  readonly inputs?: readonly InputFile[] | undefined;
}

/** Reads and checks assessments without building them. Throws UsageFault for inputs that do not exist. */
export async function check(
  named: readonly string[],
  effects: Effects,
  { book, cache, thread, inputs: share }: CheckFilesOptions = {},
): Promise<CheckReport> {
  const inputs = share ?? (await findInputs(named, effects));
  const forms = await new Forms(effects).names();
  const checks = cache && !book ? openCheckCache(cache, effects, forms) : undefined;
  const known = checks && (await takeFromCache(inputs, checks));
  if (known) return known;
  const { checkMany } = await import('./check-many.ts'); // the rules are imported only if needed
  try {
    return await checkMany(inputs, effects, {
      forms,
      book,
      cache: checks,
      thread: book ? undefined : thread,
    });
  } finally {
    await checks?.close();
  }
}

/**
 * The report, if all of it is cached. Part of it would be useless: files are also checked against one another.
 */
async function takeFromCache(
  inputs: readonly InputFile[],
  cache: CheckCache,
): Promise<CheckReport | undefined> {
  const known: CachedCheck[] = [];
  for (const input of inputs) {
    const check = await cache.get(input);
    if (!check?.isOnSoundGround) return undefined;
    known.push(check);
  }
  const ids = known.flatMap(({ id }) => id ?? []);
  if (new Set(ids).size < ids.length) return undefined;
  return reportOf(
    inputs.map(({ shown }, index) => {
      const { findings = [], suppressed = [] } = known[index] ?? {};
      return { file: shown, findings, suppressed };
    }),
  );
}
