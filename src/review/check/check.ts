import type { Kept } from '../../cache/kept.ts';
import type { RuleBook } from '../../check/rule-book.ts';
import type { Effects } from '../../project/effects.ts';
import { formerFile } from '../../project/former-file.ts';
import { Forms } from '../../project/forms.ts';
import { findInputs, type InputFile } from '../../project/inputs.ts';
import type { CheckReport } from './check-report.ts';
import { KeptChecks, type KnownCheck } from './kept-checks.ts';

/** How files are checked. What earlier runs found and threads are only used to be done sooner. */
export interface CheckFilesOptions {
  /** The rules asked, where they are not only those shipped: then nothing of earlier runs is used. */
  readonly book?: RuleBook;
  /** What earlier runs found. */
  readonly kept?: Kept | undefined;
  /** The bundled `threads/check-thread.ts`, to check in several threads. */
  readonly thread?: URL;
}

/** Reads and checks assessments without building them. Throws UsageFault for inputs that are not there. */
export async function check(
  named: readonly string[],
  effects: Effects,
  { book, kept, thread }: CheckFilesOptions = {},
): Promise<CheckReport> {
  const inputs = await findInputs(named, effects);
  const forms = await new Forms(effects).names();
  const keptChecks = kept && !book ? new KeptChecks(kept, effects, forms) : undefined;
  const settled = keptChecks && (await settleChecks(inputs, keptChecks, effects));
  if (settled) return settled;
  const { checkMany } = await import('./check-many.ts'); // the rules are loaded only to be used
  try {
    return await checkMany(inputs, effects, { forms, book, keptChecks, thread: book ? undefined : thread });
  } finally {
    await keptChecks?.close();
  }
}

/** The report, where everything in it is known; a part of it is of no use, since files stand beside one another. */
async function settleChecks(
  inputs: readonly InputFile[],
  keptChecks: KeptChecks,
  effects: Effects,
): Promise<CheckReport | undefined> {
  const known: KnownCheck[] = [];
  for (const input of inputs) {
    const bytes = await effects.readFile(input.path).catch(() => undefined); // reading it in earnest says why
    const fetch = (reference: string) => formerFile(reference, input, effects);
    const check = bytes && (await keptChecks.recall(input, bytes, fetch));
    if (!check?.isOnSoundGround) return undefined;
    known.push(check);
  }
  const ids = known.flatMap(({ id }) => id ?? []);
  if (new Set(ids).size < ids.length) return undefined;
  return {
    files: inputs.map((input) => input.shown),
    findings: known.flatMap(({ findings }) => findings),
    excepted: known.flatMap(({ excepted }) => excepted),
  };
}
