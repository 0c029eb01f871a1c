import type { CheckContext, CheckedFile, FetchFormer, Source } from '../check-source.ts';
import { type Former, formerOf, isSameFormer } from './former.ts';
import { type Kept, keep, keyOf, recall } from './kept.ts';
import { hashOf } from './store.ts';

interface Entry extends CheckedFile {
  readonly former?: Former;
}

/** What checks of earlier runs found. */
export class KeptChecks {
  readonly #kept: Kept;
  readonly #contexts = new WeakMap<CheckContext, string>();

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** What was found of a file, in a context; `check` does it where that is not known. */
  async get(
    source: Source,
    context: CheckContext,
    fetchFormer: FetchFormer,
    check: (fetchFormer: FetchFormer) => Promise<CheckedFile>,
  ): Promise<CheckedFile> {
    const key = keyOf(this.#kept, 'check', source.file, hashOf(source.bytes), this.#hashOf(context));
    const known = recall(this.#kept, key) as Entry | undefined; // checked against its hash: we wrote it
    if (known && (await isSameFormer(known.former, fetchFormer))) return known;
    let former: Former | undefined;
    const checked = await check(async (reference) => {
      const found = await fetchFormer(reference);
      former = formerOf(reference, found);
      return found;
    });
    const entry: Entry = { ...checked, ...(former && { former }) };
    keep(this.#kept, key, entry);
    return checked;
  }

  #hashOf(context: CheckContext): string {
    const { settings, register = null, forms = null, today } = context;
    const known =
      this.#contexts.get(context) ?? hashOf(JSON.stringify([register, [...settings], forms, today]));
    this.#contexts.set(context, known);
    return known;
  }
}
