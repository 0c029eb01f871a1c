/** Other programs that convert Markdown to PDF: how each is meant to be run, and which are installed. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const cores = availableParallelism();

/** Installs those from npm, by `others/package-lock.json`. */
export function install() {
  const { status, stderr, error } = spawnSync('npm', ['ci'], { cwd: here, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ci in bench/others failed:\n${error?.message ?? stderr}`);
}

/**
 * Each `{name, lot, atOnce, command}`: a process is given up to `lot(files)` Markdown files, `atOnce` of them run at a time,
 * and `command(names)` runs one; each PDF comes beside its Markdown. `browser` is the path of one.
 */
export async function otherPrograms(browser) {
  return [await mdToPdf(browser), await mdxport(), pandoc()].filter((program) => program !== undefined);
}

/** Prints with a browser, all files of a process at the same time in one. */
async function mdToPdf(browser) {
  const options = {
    executablePath: browser,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  };
  const cli = join(here, 'node_modules/md-to-pdf/dist/cli.js');
  return {
    name: `md-to-pdf ${await versionOf('md-to-pdf')}`,
    lot: (files) => files,
    atOnce: 1,
    command: (names) => [process.execPath, cli, ...names, '--launch-options', JSON.stringify(options)],
  };
}

/** Typst; one file after the other, so that there is a process for each core. `--quiet` keeps it from the network. */
async function mdxport() {
  const cli = join(here, 'node_modules/@mdxport/cli/bin/mdxport');
  return {
    name: `@mdxport/cli ${await versionOf('@mdxport/cli')} (Typst)`,
    lot: (files) => Math.ceil(files / cores),
    atOnce: cores,
    command: (names) => [process.execPath, cli, '--quiet', ...names],
  };
}

/** One file for each process. Not from npm: measured where it is installed. */
function pandoc() {
  const [pandoc, weasyprint] = ['pandoc', 'weasyprint'].map(
    (name) => /\d+(\.\d+)+/.exec(spawnSync(name, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[0],
  );
  if (!pandoc || !weasyprint) return undefined;
  const reader = 'gfm+footnotes+yaml_metadata_block';
  return {
    name: `pandoc ${pandoc} with WeasyPrint ${weasyprint}`,
    lot: () => 1,
    atOnce: cores,
    command: ([name]) => [
      'pandoc',
      ...['--from', reader, name, '--pdf-engine', 'weasyprint', '--output', name.replace(/\.md$/, '.pdf')],
    ],
  };
}

async function versionOf(name) {
  return JSON.parse(await readFile(join(here, 'node_modules', name, 'package.json'), 'utf8')).version;
}
