import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { soundAssessment } from '../../src/check/sound-assessment.ts';
import { watchProject } from '../../src/project/disk/watch.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { Project, type ProjectChange } from '../../src/project/project.ts';

const programFolder = fileURLToPath(new URL('../../', import.meta.url));
const text = (id: string, more: object = {}) =>
  JSON.stringify({ ...soundAssessment, id, form: 'note', ...more });

async function projectWith(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'threat-memo-project-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const write = async (name: string, content: string) => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  };
  for (const [name, content] of Object.entries(files)) await write(name, content);
  const effects = { ...nodeEffects(programFolder, folder), today: () => '2020-01-01' }; // before every horizon
  const project = new Project(effects);
  const at = (name: string) => join(folder, name);
  const rulesOf = async (name: string) =>
    (await project.file(project.inputAt(at(name)))).findings.map(({ rule }) => rule);
  return { project, write, at, rulesOf };
}

const three = {
  'assessments/a.json': text('a'),
  'assessments/b.json': text('b', { edition: { number: 2, supersedes: 'a.json' } }),
  'drafts/c.json': text('c'),
};

test('lists assessments and reads each once, until a change is reported', async () => {
  const { project, write, at, rulesOf } = await projectWith(three);
  expect((await project.assessments()).map(({ shown }) => shown)).toEqual([
    'assessments/a.json',
    'assessments/b.json',
  ]);
  const before = await rulesOf('drafts/c.json');
  expect(before).toEqual(['unknown-form']);
  await write('drafts/c.json', '{');
  expect(await rulesOf('drafts/c.json')).toEqual(before);
  expect(project.changed([at('drafts/c.json')])).toEqual({ affected: [at('drafts/c.json')], forms: false });
  expect(await rulesOf('drafts/c.json')).toEqual(['truncated-file']);
});

test('an unsaved text replaces the file until it is saved', async () => {
  const { project, at, rulesOf } = await projectWith(three);
  project.edit(at('drafts/c.json'), text('other'));
  expect(await rulesOf('drafts/c.json')).toContain('id-differs-from-file');
  project.edit(at('drafts/c.json'), undefined);
  expect(await rulesOf('drafts/c.json')).toEqual(['unknown-form']);
});

test('a change affects its dependents: a later edition, a folder with a register, all with a configuration', async () => {
  const { project, write, at, rulesOf } = await projectWith(three);
  for (const name of Object.keys(three)) await rulesOf(name);
  expect(project.changed([at('assessments/a.json')]).affected).toEqual([
    at('assessments/a.json'),
    at('assessments/b.json'),
  ]);
  for (const name of Object.keys(three)) await rulesOf(name);
  expect(project.changed([at('assessments/register.json')]).affected).toEqual([
    at('assessments/a.json'),
    at('assessments/b.json'),
  ]);
  for (const name of Object.keys(three)) await rulesOf(name);
  await write('threat-memo.config.json', '{ "rules": { "unknown-form": "off" } }');
  expect(project.changed([at('threat-memo.config.json')]).affected).toHaveLength(3);
  expect(project.changed([at('notes.txt'), at('out/a.md')])).toEqual({ affected: [], forms: false });
  await write('templates/note/memo.md.hbs', '# {{md title}}\n');
  expect(project.changed([at('templates/note/memo.md.hbs')]).forms).toBe(true);
  expect(await rulesOf('drafts/c.json')).toEqual([]);
  expect((await project.forms.names()).includes('note')).toBe(true);
});

test('watching reports what a save affects', async () => {
  const { project, write, at, rulesOf } = await projectWith(three);
  await rulesOf('assessments/a.json');
  const listener = vi.fn<(change: ProjectChange) => void>();
  onTestFinished(watchProject(project, listener));
  await write('assessments/a.json', '{');
  await vi.waitFor(() => expect(listener).toHaveBeenCalled(), { timeout: 10_000 });
  expect(listener.mock.calls[0]?.[0].affected).toContain(at('assessments/a.json'));
  expect(await rulesOf('assessments/a.json')).toEqual(['truncated-file']);
});
