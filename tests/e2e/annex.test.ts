import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPdf } from '../pdf/read-pdf.ts';
import { run, shippedProject } from './run.ts';

const id = 'dagestan-attacks-2016';

test('brief and annex are separate files, and together have the text of the memo', async () => {
  const folder = await shippedProject();
  const read = (name: string) => readFile(join(folder, 'out', name), 'utf8');
  const { code, out } = await run(['build', id, '--annex', 'separate'], folder);
  expect(code).toBe(0);
  const files = ['brief.md', 'brief.pdf', 'annex.md', 'annex.pdf'].map((end) => `out/${id}.${end}`);
  expect(out.trim().split('\n')).toEqual(files);
  const [brief, annex] = await Promise.all([read(`${id}.brief.md`), read(`${id}.annex.md`)]);
  expect(brief).toContain('## Bottom line');
  expect(brief).not.toContain('## Sources');
  expect(annex).toMatch(/^# Annex to: /m);
  expect(annex).toContain('## Sources');
  expect(annex).not.toContain('## Bottom line');
  // Each has a note for each of its references.
  for (const text of [brief, annex]) {
    const marks = new Set([...text.matchAll(/(\[\^[^\]]+\])(?!:)/g)].map(([, mark]) => mark));
    expect(marks.size).toBeGreaterThan(0);
    for (const mark of marks) expect(text).toContain(`\n${mark}: `);
  }
  const pdf = await readPdf(await readFile(join(folder, 'out', `${id}.brief.pdf`)));
  expect(pdf.pages.length).toBeLessThanOrEqual(2);
  expect((await run(['verify', `out/${id}.brief.pdf`], folder)).code).toBe(0);
  expect((await run(['verify', `out/${id}.annex.pdf`], folder)).code).toBe(0);
}, 120_000);

test('without the annex only the brief is written; a form without an annex is unchanged; a pack keeps its annexes', async () => {
  const folder = await shippedProject();
  const md = (...args: readonly string[]) => run(['build', id, '--format', 'md', ...args], folder);
  expect((await md('--annex', 'none')).out).toBe(`out/${id}.brief.md\n`);
  expect((await md('--annex', 'none', '--form', 'policy-memo')).out).toBe(`out/${id}.policy-memo.brief.md\n`);
  const pack = await md('--annex', 'none', '--form', 'briefing-pack');
  expect(pack.code).toBe(2);
  expect(pack.err).toContain('leave out --annex');
});
