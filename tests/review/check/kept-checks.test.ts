import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { formerOf } from '../../../src/cache/former.ts';
import type { Kept } from '../../../src/cache/kept.ts';
import type { Effects } from '../../../src/project/effects.ts';
import type { FormerFile } from '../../../src/project/former-file.ts';
import { nodeEffects } from '../../../src/project/node-effects.ts';
import { KeptChecks, type KnownCheck } from '../../../src/review/check/kept-checks.ts';
import { keptIn, Project } from '../../cache/project.ts';

const bytes = Buffer.from('{}');
const none = 'There is none.';

let project: Project;
let kept: Kept;
let effects: Effects;

beforeEach(async () => {
  project = await Project.with({ 'assessments/register.json': '{}', 'threat-memo.config.json': '{}' });
  kept = keptIn(project.cache);
  effects = { ...nodeEffects(project.folder, project.folder), today: () => '2025-05-01' };
});

interface Run {
  readonly name?: string;
  readonly content?: Uint8Array;
  readonly forms?: readonly string[];
  readonly effects?: Effects;
  readonly kept?: Kept;
  /** The edition before, where one is named. */
  readonly former?: FormerFile | string;
  /** Done before the run is over. */
  readonly meanwhile?: () => Promise<void>;
}

/** Whether the file had to be checked in a run. */
async function isChecked(run: Run = {}): Promise<boolean> {
  const checks = new KeptChecks(run.kept ?? kept, run.effects ?? effects, run.forms ?? ['policy-memo']);
  const shown = `assessments/${run.name ?? 'a'}.json`;
  const input = { path: join(project.folder, shown), shown };
  const content = run.content ?? bytes;
  const known = await checks.recall(input, content, () => Promise.resolve(run.former ?? none));
  const former = run.former === undefined ? {} : { former: formerOf('before.json', run.former) };
  const check: KnownCheck = { id: 'a', findings: [], excepted: [], isOnSoundGround: true, ...former };
  if (!known) checks.learn(input, content, check);
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
  ['the program', () => ({ kept: { ...kept, program: 'another' } })],
])('it is checked again when %s are others', async (_, other) => {
  expect([await isChecked(), await isChecked(other()), await isChecked()]).toEqual([true, true, false]);
});

test.each([
  ['the register', 'assessments/register.json', '{ "actors": [] }'],
  ['the notation of the register', 'assessments/register.yaml', '{}'],
  ['the configuration', 'threat-memo.config.json', '{ "rules": {} }'],
])('it is checked again when %s is another', async (_, file, text) => {
  await isChecked();
  if (file.endsWith('.yaml')) await project.remove('assessments/register.json');
  await project.write(file, text);
  expect([await isChecked(), await isChecked()]).toEqual([true, false]);
});

test('what was found while the register was changed is not kept', async () => {
  const meanwhile = () => project.write('assessments/register.json', '{ "actors": [] }');
  expect(await isChecked({ meanwhile })).toBe(true);
  expect(await isChecked()).toBe(true);
  await project.write('assessments/register.json', '{}');
  expect(await isChecked()).toBe(true);
});

test('a run that is told to forget checks again', async () => {
  await isChecked();
  expect(await isChecked({ kept: { ...kept, forgetful: true } })).toBe(true);
});

test('the edition before is looked at each time', async () => {
  const file = (name: string, text: string) => ({ former: { name, bytes: Buffer.from(text) } });
  const runs: Run[] = [
    { former: none },
    { former: none },
    file('before.json', 'x'),
    file('before.json', 'x'),
    file('before.json', 'y'),
    file('before.yaml', 'y'),
  ];
  const checked: boolean[] = [];
  for (const run of runs) checked.push(await isChecked(run));
  expect(checked).toEqual([true, false, true, false, true, true]);
});
