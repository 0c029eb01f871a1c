/** Printing the HTML of memos without the rest of the program: what a build cannot do without. */
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { loadParts } from './load-parts.mjs';
import { root } from './runner.mjs';

/** Pages with style and fonts loaded, and the HTML of every assessment of a folder. */
export async function openBare(folder) {
  const parts = await loadParts();
  const effects = { ...parts.nodeEffects(root), projectFolder: folder };
  const forms = new parts.Forms(effects);
  const reader = new parts.AssessmentReader(effects, await forms.names());
  const names = (await readdir(join(folder, 'assessments'))).filter((name) => name.startsWith('bench-'));
  const pages = [];
  for (const name of names.sort()) {
    const path = join(folder, 'assessments', name);
    const { assessment, register } = await reader.read({ path, shown: path });
    const form = await forms.load(assessment.form);
    pages.push(parts.layOut(await parts.buildMemo(assessment, register, form), form, 'A4'));
  }
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
