import { chmod, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, run, small } from './run.ts';

const ZERO_WIDTH = '\u200b';

/** YAML with comments, in three layouts, and one mistake of each mechanical kind. */
const yaml = `# An assessment kept by hand
id:      broken   # its file
form: policy-memo
title: 'Fires along the${ZERO_WIDTH} line'
asOf: 2025-04-30
marking: "tlp:green"
language: en_GB
incidents:
  - id: strike
    title: Strike
    date: 2025-03-02/2025-02-01
    until: 2025
    killed: {reports: [{min: 9, max: 3}]} # by whom?
judgments:
  - id: goes-on
    statement: >-
      Fires will ${ZERO_WIDTH}go
      on.
    likelihood:
      range:
        - 0.80 # high

        - 0.55
`;

const mended = yaml
  .replaceAll(ZERO_WIDTH, '')
  .replace('tlp:green', 'TLP:GREEN')
  .replace('en_GB', 'en-GB')
  .replace('2025-03-02/2025-02-01', '2025-02-01/2025-03-02')
  .replace('until: 2025', 'until: "2025"')
  .replace('min: 9, max: 3', 'min: 3, max: 9')
  .replace('0.80', '0.55')
  .replace(/- 0\.55\n$/, '- 0.8\n');

describe('check --fix', () => {
  test('fixes mechanical mistakes, leaves every other byte unchanged, and does nothing the second time', async () => {
    const folder = await folderWith({
      'assessments/broken.yaml': yaml,
      'assessments/sound.json': small('sound'),
    });
    const path = join(folder, 'assessments/broken.yaml');
    const first = await run(['check', '--fix'], folder);
    expect(await readFile(path, 'utf8')).toBe(mended);
    expect(await readFile(join(folder, 'assessments/sound.json'), 'utf8')).toBe(small('sound'));
    expect(await readdir(join(folder, 'assessments'))).toEqual(['broken.yaml', 'sound.json']);
    expect(first.out).toContain('assessments/broken.yaml:6:10 fixed');
    for (const rule of [
      'reversed-range',
      'invalid-date',
      'invalid-language',
      'unknown-term',
      'wrong-type',
      'invisible-character',
    ]) {
      expect(first.out).toMatch(new RegExp(`fixed .*\\[${rule}\\]`));
    }
    expect(first.out).toContain('8 findings fixed.');
    expect(first.code).toBe(0);
    const { mtimeMs } = await stat(path);
    const second = await run(['check', '--fix'], folder);
    expect(second.out).not.toContain('fixed');
    expect((await stat(path)).mtimeMs).toBe(mtimeMs);
    const left = await run(['check'], folder);
    expect(second.out).toBe(left.out);
  });

  test('other mistakes stay as findings, which determine the exit code', async () => {
    const text = small('x', { marking: 'tlp:clear', form: 'no-such-form' });
    const folder = await folderWith({ 'assessments/x.json': text });
    const { code, out, err } = await run(['check', '--fix', '--format', 'json'], folder);
    const rules = JSON.parse(out).map(({ rule }: { rule: string }) => rule);
    expect(rules).toContain('unknown-form');
    expect(rules).not.toContain('unknown-term');
    expect(err).toContain('[unknown-term]');
    expect(await readFile(join(folder, 'assessments/x.json'), 'utf8')).toBe(
      text.replace('tlp:clear', 'TLP:CLEAR'),
    );
    expect(code).toBe(1);
  });

  test('suppressed findings are not fixed', async () => {
    const text = small('x', {
      title: `Fires${ZERO_WIDTH}here`,
      exceptions: [{ rule: 'invisible-character', at: '/title', reason: 'A place to break the line.' }],
    });
    const folder = await folderWith({ 'assessments/x.json': text });
    await run(['check', '--fix'], folder);
    expect(await readFile(join(folder, 'assessments/x.json'), 'utf8')).toBe(text);
  });

  test('a read-only file: exit code 3, advice, and no file changed', async () => {
    const broken = small('x', { marking: 'tlp:clear' });
    const folder = await folderWith({
      'assessments/x.json': broken,
      'assessments/y.json': small('y', { marking: 'tlp:clear' }),
    });
    await chmod(join(folder, 'assessments/y.json'), 0o444);
    const { code, err } = await run(['check', '--fix'], folder);
    expect(err).toContain('Cannot change');
    expect(err).toContain('read-only');
    expect(err).toContain('Change who may write it');
    expect(await readFile(join(folder, 'assessments/x.json'), 'utf8')).toBe(broken);
    expect(await readdir(join(folder, 'assessments'))).toEqual(['x.json', 'y.json']);
    expect(code).toBe(3);
  });

  test.runIf(process.platform !== 'win32')(
    'permissions of a file do not change, and a link stays a link',
    async () => {
      const folder = await folderWith({
        'kept/x.json': small('x', { marking: 'tlp:clear' }),
        'assessments/y.json': small('y'),
      });
      const kept = join(folder, 'kept/x.json');
      await chmod(kept, 0o640);
      await symlink('../kept/x.json', join(folder, 'assessments/x.json'));
      const { code } = await run(['check', '--fix'], folder);
      expect(code).toBe(0);
      expect(await readFile(kept, 'utf8')).toContain('TLP:CLEAR');
      expect((await stat(kept)).mode & 0o777).toBe(0o640);
      expect(await readdir(join(folder, 'kept'))).toEqual(['x.json']);
    },
  );

  test('standard input cannot be fixed', async () => {
    const { code, err } = await run(['check', '--fix', '-'], await folderWith({}));
    expect(err).toContain('Save it to a file');
    expect(code).toBe(2);
  });
});
