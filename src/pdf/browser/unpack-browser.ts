import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { MachineFault } from '../../model/fault.ts';
import { ensurePrivate } from './private-folder.ts';
import {
  EXECUTABLE,
  folderOf,
  type PackedBrowser,
  STAMP,
  type Stamp,
  unpackedBrowser,
} from './unpacked-browser.ts';

const UNFINISHED = '.unfinished';
/** An abandoned half-written file is removed if it is this much older than a finished one, in milliseconds. */
const ABANDONED_AFTER = 3_600_000;

/**
 * Unpacks the browser (about 2 s, 190 MB) unless an earlier run did, and returns the path of the executable.
 * Each process writes its own file and renames it once it is complete and on disk, so that neither a crash nor
 * a parallel process leaves a partial file under the final name. Throws a MachineFault if there is no space or
 * no permission.
 */
export async function unpackBrowser(
  packed: PackedBrowser,
  cache: string,
  uid: number | undefined,
): Promise<string> {
  const ready = unpackedBrowser(packed, cache, uid);
  if (ready !== undefined) return ready;
  const folder = folderOf(packed, cache);
  const file = join(folder, EXECUTABLE);
  const unfinished = join(folder, `${randomBytes(8).toString('hex')}${UNFINISHED}`);
  try {
    ensurePrivate(folder, uid);
    await writeWhole(packed.archive, unfinished);
    const { size, mtimeMs } = await stat(unfinished);
    const stamp: Stamp = { version: packed.version, packedSize: (await stat(packed.archive)).size, size };
    await rm(join(folder, STAMP), { force: true }); // never leave a new stamp beside an old file
    await rename(unfinished, file);
    await writeFile(`${unfinished}.json`, JSON.stringify(stamp), { mode: 0o600, flag: 'wx' });
    await rename(`${unfinished}.json`, join(folder, STAMP));
    await removeAbandoned(folder, mtimeMs - ABANDONED_AFTER);
    return file;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new MachineFault(
      `The browser could not be unpacked into ${folder}: ${error instanceof Error ? error.message : String(error)}.`,
      'It needs about 200 MB of space in a folder that you can write to; or set PUPPETEER_EXECUTABLE_PATH to an installed browser.',
      { cause: error },
    );
  }
}

async function writeWhole(archive: string, target: string): Promise<void> {
  // `wx`: a file that already has this name is not ours to overwrite.
  const handle = await open(target, 'wx', 0o700);
  try {
    await pipeline(
      createReadStream(archive, { highWaterMark: 2 ** 20 }),
      createBrotliDecompress({ chunkSize: 2 ** 21 }),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) await handle.writeFile(chunk);
      },
    );
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeAbandoned(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.includes(UNFINISHED)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && found.mtimeMs < before) await rm(path, { force: true });
  }
}
