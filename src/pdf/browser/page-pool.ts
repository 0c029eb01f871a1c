import type { PrintPage } from './page.ts';

/** Lends out pages, one job each at a time. */
export interface PagePool {
  /** Runs a job on a page, preferably one that has this style sheet loaded. */
  use<T>(stylesheet: string, job: (page: PrintPage) => Promise<T>): Promise<T>;
}

/**
 * At most `size` pages, opened when needed. A page whose job failed is not used again: whatever went wrong may
 * still be wrong with it.
 */
export function pagePool(size: number, open: () => Promise<PrintPage>): PagePool {
  const idle: PrintPage[] = [];
  const waiting: (() => void)[] = [];
  let lent = 0;

  function take(stylesheet: string): PrintPage | undefined {
    const fitting = idle.findIndex((page) => page.stylesheet === stylesheet);
    return fitting === -1 ? idle.pop() : idle.splice(fitting, 1)[0];
  }

  return {
    async use(stylesheet, job) {
      // A loop, because another job may have taken the page before the one that was woken.
      while (lent >= size) await new Promise<void>((resolve) => waiting.push(resolve));
      lent += 1;
      try {
        const page = take(stylesheet) ?? (await open());
        try {
          const result = await job(page);
          idle.push(page);
          return result;
        } catch (error) {
          page.discard();
          throw error;
        }
      } finally {
        lent -= 1;
        waiting.shift()?.();
      }
    },
  };
}
