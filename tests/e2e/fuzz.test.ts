import { readdirSync, readFileSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPdf } from '../../src/pdf/reading/read-pdf.ts';
import { isSoak, SOAK_TIMEOUT, sampled, seeded } from '../support/soak.ts';
import { mutated } from './mutations.ts';
import { folderWith, root, run } from './run.ts';

const shipped = join(root, 'assessments');
const register = readFileSync(join(shipped, 'register.json'));
const byLength = readdirSync(shipped)
  .filter((name) => name.endsWith('.json') && name !== 'register.json')
  .map((name) => readFileSync(join(shipped, name), 'utf8'))
  .sort((a, b) => a.length - b.length);
/** The shortest one most often: a mutation of it takes a quarter of the time. */
const originals = isSoak ? byLength : [...byLength, ...Array<string>(10).fill(byLength[0] ?? '')];

/** A printed finding. */
const FINDING = /^(assessments\/\w+\.json):(\d+):(\d+) (error|warning|note) (.*) \[[a-z0-9-]+\]$/gm;

/** How many go into one folder, so that a failing run can be identified. */
const BATCH = sampled(30, 50);
const COUNT = sampled(60, 2500);
/** Memos of each batch that are printed. */
const PRINTED = sampled(1, 10);

test.each(Array.from({ length: COUNT / BATCH }, (_, batch) => batch))(
  'mutations of the shipped assessments give a memo or findings with a valid place: batch %i',
  { timeout: SOAK_TIMEOUT },
  async (batch) => {
    const random = seeded(1000 + batch);
    const files: Record<string, Buffer> = {};
    for (let index = 0; index < BATCH; index += 1) {
      const text = originals[index % originals.length] ?? '';
      files[`assessments/m${index}.json`] = mutated(text, `m${index}`, random);
    }
    const folder = await folderWith(files);
    await cp(join(shipped, 'register.json'), join(folder, 'assessments/register.json'));

    const built = await run(['build', '--format', 'md'], folder);
    expect(built.err).not.toMatch(
      /The program failed|fault of the program|\n\s+at .*:\d+:\d+|\bfailed\b assess/,
    );
    const bad = new Set<string>();
    for (const [where, file = '', line, column, severity, message] of built.err.matchAll(FINDING)) {
      const lines = textOf(files[file] ?? register).split(/\r\n|\r|\n/);
      const isTrue =
        Number(line) >= 1 &&
        Number(column) >= 1 &&
        Number(column) <= (lines[Number(line) - 1] ?? '').length + 2;
      expect([where, Number(line) <= lines.length && isTrue]).toEqual([where, true]);
      expect(message).not.toMatch(/^\W*$|undefined|\[object |NaN/);
      if (severity === 'error') bad.add(file);
    }
    const memos = (await readdir(join(folder, 'out'))).filter((name) => name.endsWith('.md'));
    const good = Object.keys(files).filter((file) => !bad.has(file));
    expect(memos.length).toBe(good.length);
    expect(memos.length).toBeGreaterThan(BATCH / 10);
    for (const name of memos) {
      const markdown = await readFile(join(folder, 'out', name), 'utf8');
      expect(markdown).toMatch(/^---\n[\s\S]*?\n---\n/);
      expect([name, /\bundefined\b|\[object |\bNaN\b/.exec(markdown)?.[0]]).toEqual([name, undefined]);
    }

    const printed = good.slice(0, PRINTED);
    expect((await run(['build', '--format', 'pdf', ...printed], folder)).code).toBe(0);
    for (const file of printed) {
      const bytes = await readFile(join(folder, 'out', file.replace(/^assessments\/(.*)\.json$/, '$1.pdf')));
      expect(readPdf(bytes).pages.length).toBeGreaterThan(0);
    }
  },
);

function textOf(bytes: Buffer): string {
  return new TextDecoder().decode(bytes);
}
