/** Bundles `src/` into a folder, puts the fonts beside it, and has V8 compile there what a run uses. `scripts/build.mjs` calls this. */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { BUILD_ID_FILE, buildId } from './build-id.mjs';
import { graphvizAsFile } from './graphviz-file.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const target = {
  platform: 'node',
  target: 'node20.19',
  // The set of letters changes with Unicode, so esbuild would construct each such literal every time it is used.
  supported: { 'regexp-unicode-property-escapes': true },
};
const minified = { minifySyntax: true, minifyWhitespace: true }; // names stay, for stack traces

/**
 * Leaves out parts of puppeteer that are never used: Firefox (BiDi), fetching browsers, web sockets, logging. That
 * is 1.5 MB of the bundle.
 */
const puppeteerWithoutUnusedParts = {
  name: 'puppeteer-without-unused-parts',
  setup(bundler) {
    const unused =
      /(^\.\/bidi\.js$|^\.\.\/bidi\/bidi\.js$|NodeWebSocketTransport|LaunchOptions|^@puppeteer\/browsers$|^debug$)/;
    bundler.onResolve({ filter: unused }, ({ importer, path }) =>
      importer.includes('puppeteer-core') ? { path, namespace: 'unused', sideEffects: false } : null,
    );
    bundler.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      contents: 'export default () => () => {}; export const NodeWebSocketTransport = undefined;',
    }));
  },
};

/** citation-js can fetch addresses. The program never uses that, and does not include the code. */
const citationsWithoutNetwork = {
  name: 'citations-without-network',
  setup(bundler) {
    bundler.onResolve({ filter: /^(sync-fetch|node-fetch)$/ }, ({ importer, path }) =>
      importer.includes('@citation-js') ? { path, namespace: 'no-network' } : null,
    );
    bundler.onLoad({ filter: /.*/, namespace: 'no-network' }, () => ({
      contents:
        'module.exports = () => { throw new Error("Nothing is fetched."); }; module.exports.Headers = Map; module.exports.Request = class {};',
    }));
  },
};

/** Constants about the program itself. */
async function identity() {
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  return { __VERSION__: JSON.stringify(version), __BUILD_ID__: JSON.stringify(await buildId()) };
}

/**
 * The modules of the program: chunks, so that each command loads only what it uses. Each becomes an expression, a function
 * that `ProgramCode` calls: V8 caches compiled code for scripts, but not for ES modules. Returns the file of each entry and
 * its exports, by the name of its source.
 */
async function writeModules(folder) {
  const { outputFiles, metafile } = await build({
    ...target,
    entryPoints: {
      program: `${root}src/cli/program.ts`,
      library: `${root}src/index.ts`, // the API, in the same chunks
      // Separate threads:
      'check-thread': `${root}src/review/check/check-thread.ts`,
      'memo-thread': `${root}src/memo/memo-thread.ts`,
    },
    outdir: folder,
    entryNames: '[name]-[hash]', // the name depends on the content, so that compiled code is never that of another build
    bundle: true,
    splitting: true,
    external: ['bullmq', 'ioredis'], // optional: users of the queue install them
    plugins: [puppeteerWithoutUnusedParts, citationsWithoutNetwork, graphvizAsFile()],
    format: 'esm',
    define: await identity(),
    write: false,
    metafile: true,
  });
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      ...target,
      ...minified,
      format: 'cjs',
      supported: { ...target.supported, 'dynamic-import': false }, // becomes a `require` that is awaited
      define: { 'import.meta.url': 'moduleUrl' },
    });
    await writeFile(path, `(function(exports,require,module,moduleUrl){"use strict";${code}\n})\n`);
  }
  const modules = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint !== undefined);
  return Object.fromEntries(
    modules.map(([path, { entryPoint, exports }]) => [
      basename(entryPoint),
      { file: basename(path), names: exports },
    ]),
  );
}

/** The entry points: the command, and its threads. CommonJS, which `node` starts faster than ES modules. */
async function writeEntries(folder, modules) {
  await build({
    ...target,
    ...minified,
    entryPoints: {
      'threat-memo': `${root}src/cli/main.ts`,
      'check-thread': `${root}src/cli/check-thread.ts`,
      'memo-thread': `${root}src/cli/memo-thread.ts`,
    },
    outdir: folder,
    bundle: true,
    format: 'cjs',
    define: {
      __PROGRAM__: JSON.stringify(modules['program.ts'].file),
      __CHECK_THREAD__: JSON.stringify(modules['check-thread.ts'].file),
      __MEMO_THREAD__: JSON.stringify(modules['memo-thread.ts'].file),
    },
    banner: { js: '#!/usr/bin/env node' },
  });
  await writeFile(join(folder, 'package.json'), '{ "type": "commonjs" }\n'); // unlike the package itself
}

/** The library: an ES module that re-exports the bundled module of `src/index.ts`. */
async function writeLibrary(folder, { 'index.ts': { file, names } }) {
  await build({
    ...target,
    ...minified,
    stdin: {
      contents: `
        import { createRequire } from 'node:module';
        import { fileURLToPath } from 'node:url';
        import { ProgramCode } from './program-code.ts';
        const folder = fileURLToPath(new URL('.', import.meta.url));
        export const { ${names.join(', ')} } = new ProgramCode(folder, createRequire(import.meta.url)).load(${JSON.stringify(file)});`,
      resolveDir: `${root}src/cli`,
    },
    outfile: join(folder, 'library.mjs'),
    bundle: true,
    format: 'esm',
  });
}

/** The page of the desk, complete, so that it loads nothing from elsewhere. The PDF viewer is loaded on demand. */
async function writePage(folder) {
  const page = join(folder, 'desk');
  await build({
    entryPoints: {
      page: `${root}src/desk/page/index.tsx`,
      printed: `${root}src/desk/page/printed.ts`,
      'pdf.worker': `${root}node_modules/pdfjs-dist/build/pdf.worker.mjs`,
    },
    outdir: page,
    bundle: true,
    platform: 'browser',
    target: ['chrome120', 'firefox128', 'safari17'],
    format: 'esm',
    minify: true,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  });
  await writeFile(join(page, 'package.json'), '{ "type": "module" }\n');
}

/** The fonts that pages use, from their packages, each with its licence and its version. */
async function writeFonts(folder) {
  const outfile = `${root}node_modules/.cache/threat-memo/fonts.mjs`;
  await build({
    ...target,
    entryPoints: [`${root}src/pdf/fonts/fonts.ts`],
    outfile,
    bundle: true,
    format: 'esm',
  });
  const { usedFiles } = await import(pathToFileURL(outfile).href);
  for (const { folder: source, files } of usedFiles()) {
    for (const file of files) {
      const copy = join(folder, 'fonts', basename(source), file);
      await mkdir(dirname(copy), { recursive: true });
      await copyFile(join(source, file), copy);
    }
  }
}

/** The picture codecs, from their packages, compressed: the installed program has no other packages. */
async function writeCodecs(folder) {
  const target = join(folder, 'codecs');
  await mkdir(target, { recursive: true });
  for (const [path, name = basename(path)] of CODECS) {
    const packed = brotliCompressSync(await readFile(`${root}node_modules/${path}`));
    await writeFile(join(target, `${name}.br`), packed);
  }
}

const CODECS = [
  ['@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'],
  ['@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'],
  ['@jsquash/png/codec/pkg/squoosh_png_bg.wasm'],
  ['@jsquash/webp/codec/dec/webp_dec.wasm'],
  ['@resvg/resvg-wasm/index_bg.wasm', 'resvg.wasm'],
];

/** The style and the scripts of a site, each as one file. */
async function writeSiteParts(folder) {
  const parts = `${root}src/site/browser/`;
  await build({
    entryPoints: [`${parts}filter.js`, `${parts}search.js`],
    outdir: join(folder, 'site'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
  });
  await copyFile(`${parts}site.css`, join(folder, 'site', 'site.css'));
}

/** Runs the program on some assessments and saves the code that V8 compiled. Without it everything works, but starts more slowly. */
async function writeCompiled(folder, modules) {
  const outfile = `${root}node_modules/.cache/threat-memo/compile.cjs`;
  await build({
    ...target,
    entryPoints: [`${root}scripts/compile.ts`],
    outfile,
    bundle: true,
    format: 'cjs',
    logLevel: 'error',
  });
  const { 'program.ts': program, ...others } = modules;
  const { status, stderr } = spawnSync(
    process.execPath,
    [outfile, root, folder, program.file, ...Object.values(others).map(({ file }) => file)],
    { encoding: 'utf8' },
  );
  if (status !== 0)
    console.warn(`The program is built, but starts slowly: it could not be compiled ahead.\n${stderr}`);
}

/** Writes the program into a folder. */
export async function writeProgram(folder) {
  await mkdir(folder, { recursive: true });
  const modules = await writeModules(folder);
  await writeEntries(folder, modules);
  await writeLibrary(folder, modules);
  await writePage(folder);
  await writeFonts(folder);
  await writeCodecs(folder);
  await writeSiteParts(folder);
  await writeFile(join(folder, BUILD_ID_FILE), `${await buildId()}\n`);
  await writeCompiled(folder, modules);
}
