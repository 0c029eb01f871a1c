import type { Cache } from '../cache/cache.ts';
import type { Marking } from '../model/generated/types.ts';
import type { Effects } from '../project/effects.ts';
import { findInputs } from '../project/inputs.ts';
import { LedgerIndex } from './ledger-index.ts';
import type { Ledger } from './types.ts';

export interface LedgerOptions {
  /** Ids, files or folders; all of `assessments/` when none is named. */
  readonly named?: readonly string[];
  /** What earlier runs found. */
  readonly cache?: Cache | undefined;
  /** Leaves out what is marked above this label, as a release does; earlier editions are then no part of the ledger. */
  readonly release?: Marking;
}

/** Reads the ledger of assessments. Throws UsageFault for what the user named wrong. */
export async function openLedger(effects: Effects, options: LedgerOptions = {}): Promise<Ledger> {
  const { named = [], cache, release } = options;
  const inputs = await findInputs(named, effects);
  if (release) {
    const { releasedLedger } = await import('./released-ledger.ts');
    return releasedLedger(inputs, release, effects);
  }
  const index = cache && (await LedgerIndex.open(inputs, cache, effects));
  const known = await index?.get();
  if (known) return { rows: known, findings: [], leftOut: 0 };
  // Loaded only where files have to be read: it takes longer than to answer from what is known.
  const [{ EditionReader }, { joinEditions }] = await Promise.all([
    import('./read-ledger.ts'),
    import('./lineages.ts'),
  ]);
  const reader = new EditionReader(effects, cache);
  const records = await reader.readAll(inputs);
  const rows = joinEditions(records);
  // A file that cannot be read is told of each time: only a whole ledger is cached.
  if (reader.findings.length === 0) index?.put(rows, reader.outside);
  return { rows: (table) => rows[table], findings: reader.findings, leftOut: 0 };
}
