import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { loadGraphviz } from '../../../src/figures/network/graphviz.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const { graphvizAsFile, readingFile } = (await import(
  pathToFileURL(at('scripts/graphviz-file.mjs')).href
)) as {
  graphvizAsFile(effort?: number): Plugin;
  readingFile(program: string): string;
};
const folder = await mkdtemp(join(tmpdir(), 'threat-memo-graphviz-'));
afterAll(() => rm(folder, { recursive: true }));

test('Graphviz from the file beside the program lays out like the one from its package', async () => {
  const outdir = join(folder, 'out');
  await build({
    entryPoints: { graphviz: at('src/figures/network/graphviz.ts') },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    plugins: [graphvizAsFile(1)],
  });
  const bundle = join(outdir, 'graphviz.mjs');
  expect((await stat(bundle)).size).toBeLessThan(200_000); // the text is gone
  const unpacked = brotliDecompressSync(await readFile(join(outdir, 'graphviz.wasm.br')));
  expect(unpacked.subarray(0, 4).toString('latin1')).toBe('\0asm');
  const bundled = (await import(pathToFileURL(bundle).href)) as { loadGraphviz: typeof loadGraphviz };
  const graph = 'digraph { a -> b -> c; a -> c }';
  const [ours, own] = await Promise.all([bundled.loadGraphviz(), loadGraphviz()]);
  expect(ours.layout(graph, 'plain')).toBe(own.layout(graph, 'plain'));
});

test('a package that unpacks itself in another way stops the build', () => {
  expect(() => readingFile('const binary = await fetch("graphviz.wasm");')).toThrow('another way');
});
