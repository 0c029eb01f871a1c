import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { expect, test } from 'vitest';
import { folderWith, root } from '../e2e/run.ts';

/** The examples of docs/library.md, each with its heading and its output. */
const page = readFileSync(join(root, 'docs/library.md'), 'utf8');
const examples = page
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    heading: section.slice(0, section.indexOf('\n')),
    code: /```ts\n([\s\S]*?)```/.exec(section)?.[1] ?? '',
    output: /```text\n([\s\S]*?)```/.exec(section)?.[1] ?? '',
  }));

/** The assessment that README shows. */
const assessment = /```json\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? '';

/** A project that depends on the package. */
async function dependent(): Promise<string> {
  const folder = await folderWith({
    'package.json': '{ "type": "module" }',
    'assessments/rail-sabotage-2025.json': assessment,
  });
  await mkdir(join(folder, 'node_modules'));
  await symlink(root, join(folder, 'node_modules/threat-memo'), 'junction');
  return folder;
}

/** What a script prints; rejects with what it complains of. */
function printed(script: string, cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(out + err))));
  });
}

test('every section of the page has an example', () => {
  expect(examples.length).toBeGreaterThan(7);
  for (const { heading, code, output } of examples) {
    expect(code, heading).not.toBe('');
    expect(output, heading).not.toBe('');
  }
});

test.each(examples)('the example of "$heading" prints the output on the page', async ({ code, output }) => {
  const folder = await dependent();
  const { code: script } = await transform(code, { loader: 'ts', format: 'esm' });
  await writeFile(join(folder, 'example.js'), script);
  expect(await printed('example.js', folder)).toBe(output);
});

test('the examples match the types in the package', async () => {
  const folder = await dependent();
  const files = await Promise.all(
    examples.map(async ({ code }, index) => {
      await writeFile(join(folder, `example-${index}.ts`), code);
      return `example-${index}.ts`;
    }),
  );
  const compilerOptions = {
    module: 'NodeNext',
    target: 'ES2023',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    skipLibCheck: true,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  await printed(join(root, 'scripts/types.mjs'), root);
  const said = await printed(join(root, 'node_modules/typescript/bin/tsc'), folder).catch(String);
  expect(said).toBe('');
});
