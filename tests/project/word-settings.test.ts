import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { templatePathsIn } from '../../src/project/config/word-settings.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { loadSettings } from '../../src/project/settings.ts';
import { folderWith, root, run, small } from '../e2e/run.ts';

const house = readFileSync(new URL('../fixtures/word/house-template.docx', import.meta.url));

async function settingsWith(word: object, files: Record<string, string | Uint8Array> = {}) {
  const config = JSON.stringify({ word }, null, 2);
  const folder = await folderWith({ 'threat-memo.config.json': config, 'assessments/.keep': '', ...files });
  return { folder, load: () => loadSettings(nodeEffects(root, folder)) };
}

test('a form has its own template and notes if the configuration says so', async () => {
  const word = {
    template: 'house/memo.docx',
    notes: 'footnotes',
    forms: { 'one-pager': { notes: 'endnotes' } },
  };
  const { load } = await settingsWith(word, { 'house/memo.docx': house });
  const { word: looks, findings } = await load();
  expect(findings).toEqual([]);
  expect(looks.looksOf('policy-memo')).toMatchObject({ notes: 'footnotes' });
  expect(looks.looksOf('one-pager')?.notes).toBe('endnotes');
  expect(looks.looksOf('one-pager')?.templateHash).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['that is not there', 'house/none.docx', 'unreadable-template'],
  ['outside of the project', '../memo.docx', 'unreadable-template'],
  ['that is no document', 'house/bad.docx', 'word-unreadable'],
  ['behind a link that leads out', 'house/link.docx', 'unreadable-template'],
])('a template %s is an error at its name, and its styles are not used', async (_, template, rule) => {
  const files = { 'house/bad.docx': 'not a document' };
  const { folder, load } = await settingsWith({ forms: { 'one-pager': { template } } }, files);
  symlinkSync('/etc/hostname', join(folder, 'house', 'link.docx'));
  const { word, findings } = await load();
  expect(findings).toMatchObject([
    {
      rule,
      severity: 'error',
      pointer: '/word/forms/one-pager/template',
      file: 'threat-memo.config.json',
      line: 5,
    },
  ]);
  expect(word.looksOf('one-pager')).toBeUndefined();
  expect(word.looksOf('policy-memo')).toEqual({});
});

test.each([
  ['threat-memo.config.json', '{ "rules": 5, "word": { "template": "a.docx" } }', '{'],
  ['threat-memo.config.yaml', 'rules: 5\nword: { template: a.docx }\n', '{'],
])('the files named by %s are found whatever else is wrong with it', async (name, text, broken) => {
  const file = (written: string) => ({ path: `/p/${name}`, name, bytes: new TextEncoder().encode(written) });
  expect(await templatePathsIn(file(text), '/p')).toEqual([join('/p', 'a.docx')]);
  expect(await templatePathsIn(file(broken), '/p')).toEqual([]);
  expect(await templatePathsIn(undefined, '/p')).toEqual([]);
});

test('a build writes the memo in the house style, renews it with the template, and writes none if that is refused', {
  timeout: 120_000,
}, async () => {
  const { folder } = await settingsWith(
    { template: 'house/memo.docx' },
    { 'house/memo.docx': house, 'assessments/memo.json': small('memo') },
  );
  const cache = { THREAT_MEMO_CACHE: join(folder, '.cache') };
  const build = () => run(['build', 'memo', '--format', 'md,docx'], folder, cache);
  expect((await build()).code).toBe(0);
  const first = readFileSync(join(folder, 'out/memo.docx'));
  const { writeFile, rm } = await import('node:fs/promises');
  await writeFile(join(folder, 'house/memo.docx'), 'not a document');
  await rm(join(folder, 'out'), { recursive: true });
  const refused = await build();
  expect(refused.code).toBe(1);
  expect(refused.err + refused.out).toContain('[word-unreadable]');
  expect(() => readFileSync(join(folder, 'out/memo.docx'))).toThrow();
  expect(readFileSync(join(folder, 'out/memo.md'), 'utf8')).toContain('# Memo memo');
  await writeFile(join(folder, 'house/memo.docx'), house);
  expect((await build()).code).toBe(0);
  expect(Buffer.compare(readFileSync(join(folder, 'out/memo.docx')), first)).toBe(0);
});
