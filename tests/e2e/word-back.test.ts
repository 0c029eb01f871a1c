import { spawnSync } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { Repository } from '../support/repository.ts';
import { root, run } from './run.ts';

/*
 * `fires-returned.docx` is the memo of `fires-returned.json` as LibreOffice 7.4 saved it, after `edit_memo.py` (in
 * tests/support/word) had made ten changes with tracking on and two comments in it. `npm run test:word` makes the memo again
 * and has LibreOffice change it, where that is installed.
 */
const fixtures = join(root, 'tests/fixtures/word');

/** A Python that knows LibreOffice: of several, the system's does. */
const python =
  process.env.WORD_VALIDATOR === undefined || spawnSync('soffice', ['--version']).status !== 0
    ? undefined
    : ['python3', '/usr/bin/python3'].find((one) => spawnSync(one, ['-c', 'import uno']).status === 0);

/** How `memo.docx` is made: from the stored changed document, or built and changed now. */
const returned = [
  [
    'as LibreOffice saved it once',
    (folder: string) => copyFile(join(fixtures, 'fires-returned.docx'), join(folder, 'memo.docx')),
  ],
  ...(python ? ([['made and changed in LibreOffice now', changedNow]] as const) : []),
] as const;

async function changedNow(folder: string): Promise<void> {
  const built = await run(['build', 'northern-line-fires', '--format', 'docx'], folder);
  expect(built.code).toBe(0);
  const script = join(root, 'tests/support/word/edit_memo.py');
  const edited = spawnSync(python ?? '', [script, 'out/northern-line-fires.docx', 'memo.docx'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(edited.stderr + edited.stdout).not.toContain('The memo does not say');
  expect(edited.status).toBe(0);
}

/** Commits the edition that was sent out, so that it is found when the file has gone on. */
async function sentFrom(
  repository: Repository,
  bringBack: (folder: string) => Promise<void> = returned[0][1],
): Promise<string> {
  const name = 'assessments/northern-line-fires.json';
  repository.write(name, await readFile(join(fixtures, 'fires-returned.json'), 'utf8'));
  repository.commit('Sent');
  await bringBack(repository.folder);
  return join(repository.folder, name);
}

const importing = (folder: string, ...more: string[]) =>
  run(['import', 'memo.docx', '--into', 'northern-line-fires', ...more], folder);

test.each(returned)(
  'ten changes, %s, are imported: shown first, written after a yes, losses listed',
  {
    timeout: 180_000,
  },
  async (_, bringBack) => {
    using repository = new Repository();
    const file = await sentFrom(repository, bringBack);
    const { folder } = repository;
    const before = await readFile(file, 'utf8');
    const shown = await importing(folder);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('likely → very likely (one band up)');
    // What the program works out is listed with its words, whatever version of the form printed them.
    expect(shown.out).toMatch(/cannot be carried back:\n.*worked out by the program/);
    expect(shown.out).toMatch(/Rests|Stands/);
    expect(shown.out).toContain('Nora Colleague');
    expect(shown.err).toContain('Nothing was written');
    expect(await readFile(file, 'utf8')).toBe(before);

    expect((await importing(folder, '--yes')).code).toBe(0);
    const { bottomLine, judgments, recommendations, gaps, sections } = JSON.parse(
      await readFile(file, 'utf8'),
    );
    expect(bottomLine).toBe('Attacks on the line are likely to continue through 2025.');
    expect(judgments[0]).toMatchObject({
      statement: 'Arson against signal cabinets is very likely to continue through 2025.',
      likelihood: { term: 'very likely' },
      wouldChange: 'A year without an attack.',
    });
    expect(recommendations[0].action).toBe('Fit the cabinets near stations with cameras and alarms.');
    expect(gaps[0].question).toBe('Who set the fires, and why?');
    // One paragraph went, one came; citations stay where they were.
    expect(sections[0].body).toEqual([
      'The four fires look much alike.[@four-fires]',
      'Each burned for an hour; none was seen to begin.',
      '',
      'No other sabotage was reported.[@rail-authority, p. 5]',
      '',
      'The insurers count six, two of them by night.',
    ]);
    const checked = await run(['check', 'northern-line-fires'], folder);
    expect(checked.out + checked.err).toMatch(
      /note Nora Colleague commented on 2025-05-02.*: Says who\? \[unresolved-comment\]/,
    );
    const again = await importing(folder, '--yes');
    expect(again.out + again.err).toContain('There is nothing to write');
  },
);

test('changes in the file meanwhile stay; only a sentence changed on both sides is left and listed', {
  timeout: 60_000,
}, async () => {
  using repository = new Repository();
  const file = await sentFrom(repository);
  const { folder } = repository;
  const data = JSON.parse(await readFile(file, 'utf8'));
  data.title = 'Fires on the Northern Line, again';
  data.gaps[0].question = 'Who set the four fires?';
  data.sections[0].body[1] = 'Each burned for two hours; none was seen to begin.';
  await writeFile(file, JSON.stringify(data, null, 2));
  const { out, code } = await importing(folder, '--yes');
  expect(code).toBe(0);
  expect(out).toMatch(/same sentence has changed in the file since.*\n {4}Who set the fires, and why\?/);
  const merged = JSON.parse(await readFile(file, 'utf8'));
  expect(merged.title).toBe('Fires on the Northern Line, again');
  expect(merged.gaps[0].question).toBe('Who set the four fires?');
  expect(merged.sections[0].body.join('\n')).toBe(
    [
      'The four fires look much alike.[@four-fires]',
      'Each burned for two hours; none was seen to begin.',
      '',
      'No other sabotage was reported.[@rail-authority, p. 5]',
      '',
      'The insurers count six, two of them by night.',
    ].join('\n'),
  );
  expect(merged.judgments[0].likelihood.term).toBe('very likely');
});
