import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Cache } from '../../src/cache/cache.ts';
import { hashOf } from '../../src/cache/store.ts';
import type { Effects } from '../../src/project/effects.ts';
import { previousFile } from '../../src/project/named/previous-file.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { type CachedCheck, openCheckCache } from '../../src/review/check/check-cache.ts';
import { cacheIn, Project } from './project.ts';

const bytes = Buffer.from('{}');

let project: Project;
let cache: Cache;
let effects: Effects;

beforeEach(async () => {
  project = await Project.with({ 'assessments/register.json': '{}', 'threat-memo.config.json': '{}' });
  cache = cacheIn(project.cache);
  effects = { ...nodeEffects(project.folder, project.folder), today: () => '2025-05-01' };
});

interface Run {
  readonly name?: string;
  readonly content?: Uint8Array;
  readonly forms?: readonly string[];
  readonly effects?: Effects;
  readonly cache?: Cache;
  /** Whether the file names `before.json` as the edition before it. */
  readonly hasPrevious?: boolean;
  /** Done before the run is over. */
  readonly meanwhile?: () => Promise<void>;
}

/** Whether the file had to be checked in a run. */
async function isChecked(run: Run = {}): Promise<boolean> {
  const checks = openCheckCache(run.cache ?? cache, run.effects ?? effects, run.forms ?? ['policy-memo']);
  const shown = `assessments/${run.name ?? 'a'}.json`;
  const input = { path: join(project.folder, shown), shown };
  const content = run.content ?? bytes;
  const known = await checks.get(input, hashOf(content));
  const reference = 'before.json';
  const previous = { reference, found: await previousFile(reference, input, effects) };
  const check: CachedCheck = { id: 'a', findings: [], suppressed: [], isOnSoundGround: true };
  if (!known)
    await checks.record(
      input,
      content,
      check,
      run.hasPrevious ? { previous, pictures: new Map() } : undefined,
    );
  else expect(known).toEqual(check);
  await run.meanwhile?.();
  await checks.close();
  return !known;
}

test('the same file is checked once', async () => {
  expect([await isChecked(), await isChecked(), await isChecked()]).toEqual([true, false, false]);
});

test.each<[what: string, run: () => Run]>([
  ['the bytes', () => ({ content: Buffer.from('{ }') })],
  ['the name', () => ({ name: 'b' })],
  ['the forms', () => ({ forms: ['policy-memo', 'other'] })],
  ['the day', () => ({ effects: { ...effects, today: () => '2025-05-02' } })],
  ['the program', () => ({ cache: { ...cache, program: 'another' } })],
])('it is checked again when %s are others', async (_, other) => {
  expect([await isChecked(), await isChecked(other()), await isChecked()]).toEqual([true, true, false]);
});

test.each([
  ['the register', 'assessments/register.json', '{ "actors": [] }'],
  ['the notation of the register', 'assessments/register.yaml', '{}'],
  ['the configuration', 'threat-memo.config.json', '{ "rules": {} }'],
])('it is checked again if %s is another', async (_, file, text) => {
  await isChecked();
  if (file.endsWith('.yaml')) await project.remove('assessments/register.json');
  await project.write(file, text);
  expect([await isChecked(), await isChecked()]).toEqual([true, false]);
});

test('findings are not cached if the register changed meanwhile', async () => {
  const meanwhile = () => project.write('assessments/register.json', '{ "actors": [] }');
  expect(await isChecked({ meanwhile })).toBe(true);
  expect(await isChecked()).toBe(true);
  await project.write('assessments/register.json', '{}');
  expect(await isChecked()).toBe(true);
});

test('a run with refresh checks again', async () => {
  await isChecked();
  expect(await isChecked({ cache: { ...cache, isRefreshed: true } })).toBe(true);
});

test('the previous edition is checked each time', async () => {
  const before = (text: string) => () => project.write('assessments/before.json', text);
  const nothing = async () => {};
  const steps = [nothing, nothing, before('x'), nothing, before('y'), nothing];
  const checked: boolean[] = [];
  for (const step of steps) {
    await step();
    checked.push(await isChecked({ hasPrevious: true }));
  }
  expect(checked).toEqual([true, false, true, false, true, false]);
});
