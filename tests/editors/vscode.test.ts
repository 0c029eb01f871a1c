import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { programFor } from '../../editors/vscode/program.ts';
import { folderWith, root } from '../e2e/run.ts';

test('the extension contains every file that its manifest names, and has the same bytes twice', async () => {
  const folder = await folderWith({});
  const pack = async () => {
    const out = execFileSync(process.execPath, [join(root, 'scripts/package-vscode.mjs'), folder], {
      encoding: 'utf8',
    });
    return readFile(out.trim());
  };
  const first = await pack();
  expect(Buffer.compare(first, await pack())).toBe(0);
  const files = unzipSync(first);
  const text = (name: string) => new TextDecoder().decode(files[name]);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const manifest = JSON.parse(text('extension/package.json')) as Record<string, unknown>;
  expect(manifest).toMatchObject({ name: 'threat-memo', version, main: './extension.js' });
  expect(manifest.type).toBeUndefined(); // the bundle is a script
  const description = text('extension.vsixmanifest');
  expect(description).toContain(`Id="threat-memo" Version="${version}" Publisher="threat-memo"`);
  const assets = [...description.matchAll(/Path="([^"]+)"/g)].map(([, path]) => path);
  expect(assets.length).toBe(3);
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([...assets, '[Content_Types].xml', 'extension/extension.js']),
  );
  for (const name of Object.keys(files))
    expect(text('[Content_Types].xml')).toMatch(
      name.startsWith('[') ? /Types/ : new RegExp(`"\\${name.slice(name.lastIndexOf('.'))}"`),
    );
  const asked = [...text('extension/extension.js').matchAll(/\brequire\("([^"]+)"\)/g)].map(
    ([, name]) => name ?? '',
  );
  const unknown = asked.filter(
    (name) => name !== 'vscode' && !builtinModules.includes(name.replace('node:', '')),
  );
  expect(unknown).toEqual([]);
});

test('the program is the one named in the settings, the installed one, or the built one', async () => {
  const folder = await folderWith({ 'dist/threat-memo.js': '' });
  expect(programFor(folder, '')).toBe(join(folder, 'dist/threat-memo.js'));
  const installed = await folderWith({
    'node_modules/threat-memo/dist/threat-memo.js': '',
    'dist/threat-memo.js': '',
  });
  expect(programFor(installed, '')).toBe(join(installed, 'node_modules/threat-memo/dist/threat-memo.js'));
  expect(programFor(folder, 'own.js')).toBe(join(folder, 'own.js'));
  expect(programFor(await folderWith({}), '')).toBeUndefined();
});
