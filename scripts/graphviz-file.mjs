/**
 * Puts Graphviz beside the program as a file. Its package contains it as text, and every process that draws a network
 * would spend a tenth of a second turning that back into WebAssembly.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Compressed to a third; decompression takes 8 ms when a network is drawn. */
const FILE = 'graphviz.wasm.br';
/** Where the package caches the unpacked binary: `binary ??= unpack(decode(text))`. */
const UNPACKING = /\b(\w+)\?\?=\w+\(\w+\(\w+\)\)/g;

/** An esbuild plugin that writes the file into the folder of the program; with less effort, it is larger. */
export function graphvizAsFile(effort = constants.BROTLI_MAX_QUALITY) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: effort };
  return {
    name: 'graphviz-as-file',
    setup(bundler) {
      bundler.onLoad({ filter: /wasm-graphviz[\\/]dist[\\/]index\.js$/ }, async ({ path }) => ({
        contents: readingFile(await readFile(path, 'utf8')),
      }));
      bundler.onEnd(async () => {
        const packed = brotliCompressSync(await unpacked(), { params });
        await writeFile(join(bundler.initialOptions.outdir, FILE), packed);
      });
    },
  };
}

/** The package's code, changed to read the file; esbuild then removes the unused unpacking. */
export function readingFile(program) {
  const found = program.match(UNPACKING) ?? [];
  if (found.length !== 1)
    throw new Error('@hpcc-js/wasm-graphviz unpacks itself in another way than expected.');
  const reading = `$1??=brotliDecompressSync__(readFileSync__(new URL('./${FILE}', import.meta.url)))`;
  return [
    "import { readFileSync as readFileSync__ } from 'node:fs';",
    "import { brotliDecompressSync as brotliDecompressSync__ } from 'node:zlib';",
    program.replace(UNPACKING, reading),
  ].join('\n');
}

/** Graphviz as the package unpacks it. */
async function unpacked() {
  const { instantiate } = WebAssembly;
  let binary;
  WebAssembly.instantiate = (source, ...others) => {
    binary = source;
    return instantiate(source, ...others);
  };
  try {
    const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
    Graphviz.unload(); // earlier users keep their instance
    await Graphviz.load();
    Graphviz.unload();
  } finally {
    WebAssembly.instantiate = instantiate;
  }
  if (binary === undefined) throw new Error('@hpcc-js/wasm-graphviz did not load any WebAssembly.');
  return binary;
}
