import type { ExceptedFinding, Finding } from '../model/finding.ts';
import { CheckPool } from './check-pool.ts';
import type { CheckReport } from './check-report.ts';
import { type CheckedFile, checkFile } from './check-source.ts';
import type { Effects } from './effects.ts';
import { Forms } from './forms.ts';
import type { InputFile } from './inputs.ts';
import type { Kept } from './kept/kept.ts';
import { KeptChecks } from './kept/kept-checks.ts';
import { AssessmentReader } from './read-assessment.ts';
import { formerFile } from './superseded.ts';

/** What may be used to be done sooner; what comes of it is the same. */
export interface Shortcuts {
  /** What earlier runs found. */
  readonly kept?: Kept | undefined;
  /** The bundled `check-worker.ts`, to check in several threads. */
  readonly worker?: URL;
}

/** Files that are worth a thread: it takes as long to start as it takes to check some ten of them. */
const FILES_A_THREAD = 15;

/** Checks files, where that was not done before, in several threads when there are many. */
export async function checkMany(
  inputs: readonly InputFile[],
  effects: Effects,
  shortcuts: Shortcuts,
): Promise<CheckReport> {
  const reader = new AssessmentReader(effects, await new Forms(effects).names());
  const checked = await checkEach(inputs, reader, effects, shortcuts);
  const findings: Finding[] = [];
  const excepted: ExceptedFinding[] = [];
  for (const [index, input] of inputs.entries()) {
    const known = checked[index];
    const read = known ? await reader.adopt(input, known) : await reader.read(input);
    findings.push(...read.findings);
    excepted.push(...read.excepted);
  }
  return { files: inputs.map((input) => input.shown), findings, excepted };
}

/** What is to be said of each file by itself; nothing where it cannot be read. */
async function checkEach(
  inputs: readonly InputFile[],
  reader: AssessmentReader,
  effects: Effects,
  { kept, worker }: Shortcuts,
): Promise<(CheckedFile | undefined)[]> {
  const keptChecks = kept && new KeptChecks(kept);
  const checked: (CheckedFile | undefined)[] = [];
  const queue = inputs.entries();
  const threads = Math.min(effects.parallelism, Math.floor(inputs.length / FILES_A_THREAD));
  const openPool = () => (pool ??= worker && threads > 1 ? new CheckPool(worker, threads) : undefined);
  let pool: CheckPool | undefined;
  const work = async () => {
    for (const [index, input] of queue) {
      const bytes = await reader.bytesOf(input);
      if (!bytes) continue;
      const source = { file: input.shown, bytes };
      const { context } = await reader.context(input);
      const fetch = (reference: string) => formerFile(reference, input, effects);
      const check = (fetchFormer: typeof fetch) =>
        openPool()?.check(source, context, fetchFormer) ?? checkFile(source, context, fetchFormer);
      checked[index] = await (keptChecks ? keptChecks.get(source, context, fetch, check) : check(fetch));
    }
  };
  try {
    // Twice as many as threads: while one waits for a file, another has one.
    await Promise.all(Array.from({ length: Math.max(1, threads) * 2 }, work));
  } finally {
    await pool?.close();
    kept?.store.close();
  }
  return checked;
}
