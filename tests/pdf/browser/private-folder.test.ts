import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { thisMachine } from '../../../src/pdf/browser/machine.ts';
import { makeFolder, privateFolder } from '../../../src/pdf/browser/private-folder.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'private-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const modeOf = (path: string) => statSync(path).mode & 0o7777;

test.runIf(process.platform !== 'win32')('a folder that is open to others is not changed', () => {
  const shared = folder();
  chmodSync(shared, 0o1777);
  const own = privateFolder(thisMachine(process.env), shared);
  expect([modeOf(shared), modeOf(own)]).toEqual([0o1777, 0o700]);
  expect(own.startsWith(shared)).toBe(true);
  expect(privateFolder(thisMachine(process.env), shared)).toBe(own);
});

test('a private folder is used itself', () => {
  const own = folder();
  expect(privateFolder(thisMachine(process.env), own)).toBe(own);
});

test.runIf(process.platform === 'linux')('a folder that cannot be made is an error, at once', () => {
  expect(() => makeFolder('/proc/no/such/folder')).toThrow(/ENOENT/);
});
