import { linkSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FileHashes } from '../../src/cache/file-hashes.ts';
import { hashOf } from '../../src/cache/store.ts';
import type { Effects } from '../../src/project/effects.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { cacheIn, emptyFolder } from './project.ts';

const MINUTE = 60_000;
let folder: string;
let cache: string;
let reads: number;

beforeEach(() => {
  folder = emptyFolder();
  cache = emptyFolder();
  reads = 0;
});

afterEach(() => {
  vi.useRealTimers();
});

/** What a run makes of a file; it ends `later` milliseconds from now. */
async function seen(path: string, later = MINUTE): Promise<string | undefined> {
  const real = nodeEffects(folder);
  const effects: Effects = {
    ...real,
    projectFolder: folder,
    calledIn: folder,
    readFile: (file) => {
      reads += 1;
      return real.readFile(file);
    },
  };
  const stamps = new FileHashes(cacheIn(cache), effects);
  const hash = await stamps.hashOf(path);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + later });
  stamps.close();
  vi.useRealTimers();
  return hash;
}

test('reads a file with the same stamp once', async () => {
  const file = join(folder, 'a');
  writeFileSync(file, 'one');
  for (let run = 0; run < 3; run += 1) expect(await seen(file)).toBe(hashOf('one'));
  expect(reads).toBe(1);
});

test('reads a file again if it changed just before it was recorded', async () => {
  const file = join(folder, 'a');
  writeFileSync(file, 'one');
  await seen(file, 0);
  await seen(file, 0);
  expect(reads).toBe(2);
});

test('notices every change to a file', async () => {
  const file = join(folder, 'a');
  const then = new Date(2020, 1);
  const other = join(folder, 'b');
  const changes: readonly [() => void, string][] = [
    [() => writeFileSync(file, 'one'), 'one'],
    [() => writeFileSync(file, 'longer'), 'longer'],
    [() => writeFileSync(file, 'larger'), 'larger'],
    [
      () => {
        writeFileSync(file, 'lesser');
        utimesSync(file, then, then);
      },
      'lesser',
    ],
    [
      () => {
        writeFileSync(other, 'latter');
        utimesSync(other, then, then);
        renameSync(other, file);
      },
      'latter',
    ],
  ];
  for (const [change, text] of changes) {
    change();
    expect(await seen(file)).toBe(hashOf(text));
    expect(await seen(file)).toBe(hashOf(text));
  }
  expect(reads).toBe(changes.length);
});

test('reads the target of a link each time, and has no hash for a missing file', async () => {
  const file = join(folder, 'a');
  writeFileSync(file, 'one');
  const link = join(folder, 'link');
  symlinkSync(file, link);
  expect(await seen(link)).toBe(hashOf('one'));
  writeFileSync(file, 'two');
  expect(await seen(link)).toBe(hashOf('two'));
  linkSync(file, join(folder, 'hard'));
  expect(await seen(join(folder, 'hard'))).toBe(hashOf('two'));
  expect(await seen(join(folder, 'none'))).toBeUndefined();
  expect(await seen(folder)).toBeUndefined();
});
