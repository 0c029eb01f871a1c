import { UnreadablePdf } from './values.ts';

/**
 * What may still be spent on a PDF, in characters gone through; what costs more than that to keep is counted for more. A
 * small file can name the same thing a million times, so that no limit on its size, pages or streams would do.
 */
export class Budget {
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  /** Throws UnreadablePdf where nothing is left. */
  spend(cost: number): void {
    this.#left -= cost;
    if (this.#left < 0) throw new UnreadablePdf('There is more in it than is read.');
  }
}

/** Most that is spent on one PDF. */
export interface Limits {
  /** On going through what is in it. */
  readonly work: number;
  /** On objects, which are kept. */
  readonly kept: number;
}

/** What one value or word costs beside its letters. */
export const COST_OF_VALUE = 8;
/** For going through the contents of pages: some 1,200 pages of ours, in half a minute. */
export const MAX_WORK = 1_000_000_000;
/** For objects, which are all kept: some four million values. */
export const MAX_CACHED = 32_000_000;
