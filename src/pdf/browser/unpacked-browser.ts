import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MachineFault } from '../../model/fault.ts';
import { ensurePrivate } from './private-folder.ts';

/** A compressed browser: one executable, packed with brotli, and the version it is stored under. */
export interface PackedBrowser {
  readonly archive: string;
  readonly version: string;
}

/** Stored beside the unpacked file; comparing it costs two `lstat` calls a run instead of reading 190 MB. */
export interface Stamp {
  readonly version: string;
  readonly packedSize: number;
  readonly size: number;
}

/** File names in a browser's folder of the cache. */
export const EXECUTABLE = 'chrome-headless-shell';
export const STAMP = 'unpacked.json';

/**
 * Packages with a browser; the first installed one is used. npm skips the current one on Node older than 22.17,
 * which it does not support; the other is the last version for Node 20.
 */
const PACKAGES: readonly string[] = ['chromium-current', '@sparticuz/chromium'];

/**
 * The binary inside `@sparticuz/chromium`. Only `chromium.br` is needed: `swiftshader.tar.br` is WebGL in
 * software, `al2023.tar.br` are system libraries of Amazon Linux, `fonts.tar.br` a font that we do not use.
 * Throws a MachineFault if neither package is installed.
 *
 * @param near A file; packages are searched from its folder upwards.
 */
export function embeddedBrowser(near = import.meta.url): PackedBrowser {
  for (const name of PACKAGES) {
    const found = packedIn(name, near);
    if (found) return found;
  }
  throw new MachineFault('The embedded browser is not installed.', 'Run `npm ci` again.');
}

function packedIn(name: string, near: string): PackedBrowser | undefined {
  try {
    // The path from a package's entry to its root differs between versions.
    let root = dirname(createRequire(near).resolve(name));
    while (!existsSync(join(root, 'package.json')) || !existsSync(join(root, 'bin'))) {
      if (root === dirname(root)) return undefined;
      root = dirname(root);
    }
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const archive = join(root, 'bin', 'chromium.br');
    if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return undefined;
    return existsSync(archive) ? { archive, version: String(manifest.version) } : undefined;
  } catch {
    return undefined; // not installed
  }
}

/** The folder of a version in the cache. */
export function folderOf(packed: PackedBrowser, cache: string): string {
  return join(cache, `chromium-${packed.version}`);
}

/**
 * The path of a browser completely unpacked by an earlier run; `undefined` if there is none that can be
 * trusted.
 */
export function unpackedBrowser(
  packed: PackedBrowser,
  cache: string,
  uid: number | undefined,
): string | undefined {
  const folder = folderOf(packed, cache);
  const file = join(folder, EXECUTABLE);
  try {
    ensurePrivate(folder, uid);
    const found = lstatSync(file);
    const ours = uid === undefined || (found.uid === uid && (found.mode & 0o022) === 0);
    const stamp: unknown = JSON.parse(readFileSync(join(folder, STAMP), 'utf8'));
    const expected: Stamp = {
      version: packed.version,
      packedSize: lstatSync(packed.archive).size,
      size: found.size,
    };
    return found.isFile() && ours && JSON.stringify(stamp) === JSON.stringify(expected) ? file : undefined;
  } catch {
    return undefined; // missing or unreadable: unpacking reports it if it matters
  }
}
