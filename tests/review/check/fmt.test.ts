import { expect, test } from 'vitest';
import type { Effects, OutputFile } from '../../../src/project/effects.ts';
import { fmt } from '../../../src/review/check/fmt.ts';

/** A world of some files in `/w/assessments`; `written` holds what each call of `writeFiles` was given. */
function worldOf(files: Readonly<Record<string, string>>): { effects: Effects; written: OutputFile[][] } {
  const written: OutputFile[][] = [];
  const names = Object.keys(files).sort();
  const effects: Effects = {
    projectFolder: '/w',
    calledIn: '/w',
    programFolder: '/p',
    environment: {},
    parallelism: 1,
    today: () => '2025-05-01',
    readFile: async (path) => {
      const text = files[path.replace('/w/assessments/', '')];
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    git: async () => undefined,
    listFolder: async (path) =>
      path === '/w/assessments' ? names.map((name) => ({ name, isFolder: false })) : undefined,
    writeFiles: async (outputs) => {
      written.push([...outputs]);
    },
    removeFiles: async () => {},
    abandonWrites: () => {},
  };
  return { effects, written };
}

test('all changed files are written at once', async () => {
  const { effects, written } = worldOf({
    'a.json': '{"title":"T","id":"a"}',
    'b.yaml': 'form: f\n',
    'c.json': '{"form":"f"}',
  });
  const report = await fmt([], effects, { checkOnly: false });
  expect(report.changed).toEqual(['assessments/a.json', 'assessments/c.json']);
  expect(written.map((files) => files.map(({ path }) => path))).toEqual([
    ['/w/assessments/a.json', '/w/assessments/c.json'],
  ]);
});

test('a check writes nothing', async () => {
  const { effects, written } = worldOf({ 'a.json': '{"title":"T","id":"a"}' });
  expect((await fmt([], effects, { checkOnly: true })).changed).toEqual(['assessments/a.json']);
  expect(written).toEqual([]);
});

test('lines that a memo would read differently when joined stay apart, even if Markdown would not', async () => {
  const question = ['Who pays? [@post,', 'p. 4] Nobody `knows', 'it` yet.', '', 'So what? Nothing.'];
  const { effects, written } = worldOf({ 'a.json': JSON.stringify({ id: 'a', title: 'T', question }) });
  await fmt([], effects, { checkOnly: false });
  const data = JSON.parse(String(written[0]?.[0]?.content)) as { question: string[] };
  expect(data.question).toEqual([...question.slice(0, 4), 'So what?', 'Nothing.']);
});
