/** Printing the HTML of memos without the rest of the program: the unavoidable part of a build. */
import { availableParallelism } from 'node:os';
import { loadParts } from './load-parts.mjs';
import { root } from './runner.mjs';

/** Pages with style and fonts loaded, and the HTML of every assessment of a folder. */
export async function openBare(folder) {
  const parts = await loadParts();
  const pages = await parts.pagesOf(root, folder);
  const browser = parts.startBrowser({ env: process.env });
  const connection = await parts.connectTo(await browser.ready, 60_000);
  const concurrencies = [...new Set([1, availableParallelism(), availableParallelism() + 1])];
  const tabs = [];
  for (let count = 0; count < Math.max(...concurrencies); count += 1) {
    const tab = await parts.openPage(await connection.newSession());
    await tab.print(pages[0]);
    tabs.push(tab);
  }
  return {
    concurrencies,
    /** Milliseconds for printing all memos once. */
    async print(concurrency) {
      const queue = pages.values();
      const start = performance.now();
      await Promise.all(
        tabs.slice(0, concurrency).map(async (tab) => {
          for (const page of queue) await tab.print(page);
        }),
      );
      return performance.now() - start;
    },
    close: () => browser.close(),
  };
}
