import type { Effects } from '../../project/effects.ts';
import { formerFile } from '../../project/former-file.ts';
import type { InputFile } from '../../project/inputs.ts';
import type { CheckReport } from './check-report.ts';
import type { KeptChecks, KnownCheck } from './kept-checks.ts';

/** The report, where everything in it is known; a part of it is of no use, since files stand beside one another. */
export async function settleChecks(
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
