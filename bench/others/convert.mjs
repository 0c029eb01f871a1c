/** Runs another program over Markdown files. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runOther } from '../runner.mjs';

/** How long a process may take, in milliseconds: to start, and for each file. */
const TO_START = 60_000;
const EACH_FILE = 15_000;

/**
 * Milliseconds for turning `names` (Markdown files in `folder`) into PDFs, and how many a process was given. A program that
 * cannot do so many at once is given half as many, and so on; only the time of the complete run counts. Throws if
 * it cannot do one.
 */
export async function convert({ lot, atOnce, command }, folder, names) {
  for (let most = lot(names.length); ; most = Math.ceil(most / 2)) {
    await removePdfs(folder);
    try {
      const start = performance.now();
      const queue = lotsOf(names, most).values();
      const worker = async () => {
        for (const some of queue) {
          await runOther(command(some), folder, TO_START + EACH_FILE * some.length);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
      const time = performance.now() - start;
      await mustBeThere(folder, names);
      return { time, lot: most };
    } catch (error) {
      if (most === 1) throw error;
    }
  }
}

function lotsOf(names, most) {
  return Array.from({ length: Math.ceil(names.length / most) }, (_, lot) =>
    names.slice(lot * most, (lot + 1) * most),
  );
}

async function removePdfs(folder) {
  for (const name of await readdir(folder)) {
    if (name.endsWith('.pdf')) await rm(join(folder, name));
  }
}

async function mustBeThere(folder, names) {
  const there = new Set(await readdir(folder));
  const missing = names.filter((name) => !there.has(name.replace(/\.md$/, '.pdf')));
  if (missing.length > 0) throw new Error(`${missing.length} of ${names.length} PDFs were not made.`);
}
