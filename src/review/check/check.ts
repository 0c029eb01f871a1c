import type { Kept } from '../../cache/kept.ts';
import type { Effects } from '../../project/effects.ts';
import { Forms } from '../../project/forms.ts';
import { findInputs } from '../../project/inputs.ts';
import type { CheckReport } from './check-report.ts';
import { KeptChecks } from './kept-checks.ts';
import { settleChecks } from './settle-checks.ts';

/** What may be used to be done sooner; what comes of it is the same. */
export interface Shortcuts {
  /** What earlier runs found. */
  readonly kept?: Kept | undefined;
  /** The bundled `threads/check-thread.ts`, to check in several threads. */
  readonly thread?: URL;
}

/** Reads and checks assessments without building them. Throws UsageFault for inputs that are not there. */
export async function check(
  named: readonly string[],
  effects: Effects,
  { kept, thread }: Shortcuts = {},
): Promise<CheckReport> {
  const inputs = await findInputs(named, effects);
  const forms = await new Forms(effects).names();
  const keptChecks = kept && new KeptChecks(kept, effects, forms);
  const settled = keptChecks && (await settleChecks(inputs, keptChecks, effects));
  if (settled) return settled;
  const { checkMany } = await import('./check-many.ts'); // the rules are loaded only to be used
  try {
    return await checkMany(inputs, effects, { forms, keptChecks, thread });
  } finally {
    await keptChecks?.close();
  }
}
