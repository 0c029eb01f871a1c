import { UnreadablePdf } from './values.ts';

/**
 * A limit on the work spent on a PDF, counted in characters processed; what costs more than that to keep counts
 * for more. A small file can refer to the same thing a million times, so that limits on its size, pages or
 * streams are not enough.
 */
export class Budget {
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  /** Throws UnreadablePdf if the budget is exceeded. */
  spend(cost: number): void {
    this.#left -= cost;
    if (this.#left < 0) throw new UnreadablePdf('There is more in it than is read.');
  }
}

/** Limits for one PDF. */
export interface Limits {
  /** On processing its content. */
  readonly work: number;
  /** On objects, which are kept in memory. */
  readonly cached: number;
}

/** Cost of one value or word in addition to its characters. */
export const COST_OF_VALUE = 8;
/** For processing the contents of pages: some 1,200 pages of ours, in half a minute. */
export const MAX_WORK = 1_000_000_000;
/** For objects, which are all kept in memory: some four million values. */
export const MAX_CACHED = 32_000_000;
