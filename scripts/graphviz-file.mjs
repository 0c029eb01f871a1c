/**
 * Puts Graphviz beside the program as a file. Its package carries it as text, which every process that draws a network
 * would spend a tenth of a second on turning back into WebAssembly.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Compressed: it is a third, and 8 ms where a network is drawn. */
const FILE = 'graphviz.wasm.br';
/** Where the package remembers what it has unpacked: `binary ??= unpack(decode(text))`. */
const UNPACKING = /\b(\w+)\?\?=\w+\(\w+\(\w+\)\)/g;

/** An esbuild plugin that writes the file into the folder of the program. */
export const graphvizAsFile = {
  name: 'graphviz-as-file',
  setup(bundler) {
    bundler.onLoad({ filter: /wasm-graphviz[\\/]dist[\\/]index\.js$/ }, async ({ path }) => ({
      contents: readingFile(await readFile(path, 'utf8')),
    }));
    bundler.onEnd(async () => {
      await writeFile(join(bundler.initialOptions.outdir, FILE), brotliCompressSync(await unpacked()));
    });
  },
};

/** The package's program, made to read the file; what unpacks the text has no use then and is left out by esbuild. */
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
    Graphviz.unload(); // whoever has loaded it before keeps theirs
    await Graphviz.load();
    Graphviz.unload();
  } finally {
    WebAssembly.instantiate = instantiate;
  }
  if (binary === undefined) throw new Error('@hpcc-js/wasm-graphviz did not load any WebAssembly.');
  return binary;
}
