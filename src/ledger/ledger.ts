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
  /**
   * Leaves out everything marked above this label, as a release does; the ledger then has no earlier editions.
   */
  readonly release?: Marking;
}

/** Opens the ledger of assessments. Throws UsageFault for wrong names. */
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
  // Imported only if files have to be read: importing takes longer than answering from the cache.
  const [{ EditionReader }, { joinEditions }] = await Promise.all([
    import('./read-ledger.ts'),
    import('./lineages.ts'),
  ]);
  const reader = new EditionReader(effects, cache);
  const records = await reader.readAll(inputs);
  const rows = joinEditions(records);
  // Unreadable files are reported each time: only a complete ledger is cached.
  if (reader.findings.length === 0) index?.put(rows, reader.outside);
  return { rows: (table) => rows[table], findings: reader.findings, leftOut: 0 };
}
