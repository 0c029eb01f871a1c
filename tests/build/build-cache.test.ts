import { readFile, rename, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { BuildOptions } from '../../src/build/build-options.ts';
import { cacheIn, filesIn, findingsOf, note, Project } from '../cache/project.ts';

const register = (more: object = {}) =>
  JSON.stringify({
    actors: [
      { id: 'volga-group', name: 'Volga Group' },
      { id: 'other-group', name: 'Other Group' },
    ],
    ...more,
  });

const MEMO = '{{> front-matter}}\n\n{{> masthead}}\n{{> bottom-line}}\n{{> actors}}\n';

let project: Project;

beforeEach(async () => {
  project = await Project.with({
    'assessments/a.json': note('a'),
    'assessments/b.json': note('b', {
      actors: [{ ref: 'volga-group', summary: 'They burn.', intent: { level: 'limited' } }],
    }),
    'assessments/c.json': note('c', { edition: { number: 2, supersedes: '../before/c.json' } }),
    'assessments/register.json': register(),
    'before/c.json': note('c'),
    'templates/note/memo.md.hbs': MEMO,
    'templates/_shared/messages/en.json': '{}',
  });
});

/** Builds, and holds what is there against a build that remembers nothing. Returns what was written. */
async function buildRightly(options: Partial<BuildOptions> = {}): Promise<readonly string[]> {
  const { report, written } = await project.build(options);
  const truth = await project.truth(options);
  expect(findingsOf(report)).toEqual(findingsOf(truth.report));
  expect(await filesIn(join(project.folder, 'out'))).toEqual(truth.files);
  return written;
}

const all = ['out/a.md', 'out/b.md', 'out/c.md'];

describe('a build with a cache', () => {
  test('makes nothing if nothing has changed', async () => {
    expect(await buildRightly()).toEqual(all);
    expect(await buildRightly()).toEqual([]);
    const { report } = await project.build();
    expect(report.results.map(({ outputs }) => outputs)).toEqual([['out/a.md'], ['out/b.md'], ['out/c.md']]);
  });

  test('makes what has changed, and nothing else', async () => {
    await buildRightly();
    await project.write('assessments/b.json', note('b', { title: 'Another' }));
    expect(await buildRightly()).toEqual(['out/b.md']);
    await project.write('assessments/b.json', note('b'));
    expect(await buildRightly()).toEqual(['out/b.md']);
    await project.write(
      'assessments/register.json',
      register({ places: [{ id: 'norham', name: 'Norham' }] }),
    );
    expect(await buildRightly()).toEqual([]);
  });

  test.each<[what: string, file: string, text: string, written: readonly string[]]>([
    [
      'the used part of the register',
      'assessments/register.json',
      register({ actors: [{ id: 'volga-group', name: 'Volga Band' }] }),
      ['out/b.md'],
    ],
    ['the edition before', 'before/c.json', note('c', { bottomLine: 'It was otherwise.' }), []],
    ['a template', 'templates/note/memo.md.hbs', `${MEMO}\nMore.\n`, all],
    ['a partial', 'templates/_shared/bottom-line.md.hbs', 'No bottom line.\n', all],
    ['a phrase', 'templates/_shared/messages/en.json', '{ "heading.bottom-line": "In short" }', all],
    ['the configuration', 'threat-memo.config.json', '{ "rules": { "ungraded-source": "error" } }', []],
  ])('sees that %s was changed', async (_, file, text, written) => {
    await buildRightly();
    await project.write(file, text);
    const now = await buildRightly();
    for (const name of written) expect(now).toContain(name);
    expect(await buildRightly()).toEqual([]);
  });

  test.each(['templates/note/style.css', 'templates/_shared/print.css'])(
    'notices a changed style in %s',
    async (file) => {
      const options = { named: ['a'], formats: ['html'] } satisfies Partial<BuildOptions>;
      expect(await buildRightly(options)).toEqual(['out/a.html']);
      await project.write(file, 'h1 { color: teal; }');
      expect(await buildRightly(options)).toEqual(['out/a.html']);
      expect(await buildRightly(options)).toEqual([]);
      expect(await buildRightly({ ...options, paper: 'Letter' })).toEqual(['out/a.html']);
    },
  );

  test('notices other options, another program, another day', async () => {
    await buildRightly();
    await project.write('templates/other/memo.md.hbs', '{{> masthead}}\n');
    const inOther = async () => (await project.build({ form: 'other' })).written;
    expect(await inOther()).toEqual(['out/a.other.md', 'out/b.other.md', 'out/c.other.md']);
    expect(await inOther()).toEqual([]);
    const { files: others } = await project.truth({ form: 'other' });
    expect(await filesIn(join(project.folder, 'out'))).toMatchObject(others);
    await project.remove('out');
    expect(await buildRightly()).toEqual(all);
    const { report } = await project.build({ cache: cacheIn(project.cache, { program: 'another' }) });
    expect(report.results).toHaveLength(3);
    project.today = '3000-01-01';
    expect(JSON.stringify(findingsOf((await project.build()).report))).toContain('overdue-forecast');
    const { written } = await project.build({ cache: cacheIn(project.cache, { isRefreshed: true }) });
    expect(written).toEqual(all);
  });

  test('restores outputs that were touched, changed or removed', async () => {
    await buildRightly();
    const file = join(project.folder, 'out/a.md');
    const text = await readFile(file, 'utf8');
    const then = new Date(2020, 1);
    await utimes(file, then, then);
    expect(await buildRightly()).toEqual([]);
    const spoil: readonly (() => Promise<unknown>)[] = [
      () => writeFile(file, text.replace('Memo', 'Mema')),
      async () => {
        await writeFile(file, text.replace('Memo', 'Mema'));
        await utimes(file, then, then);
      },
      () => unlink(file),
      async () => {
        await rename(file, `${file}.moved`);
        await symlink(`${file}.moved`, file);
        await writeFile(`${file}.moved`, 'elsewhere');
      },
    ];
    for (const step of spoil) {
      await step();
      const { written } = await project.build();
      expect(written).toEqual(['out/a.md']);
      expect(await readFile(file, 'utf8')).toBe(text);
    }
  });

  test('reports outdated outputs with --check, and writes nothing', async () => {
    const compareOnly = { compareOnly: true };
    await project.build();
    const stale = async () => {
      const { report, written } = await project.build(compareOnly);
      expect(written).toEqual([]);
      const plain = await project.build({ ...compareOnly, cache: undefined });
      expect(report.results).toEqual(plain.report.results);
      return report.results.flatMap((result) => result.stale);
    };
    expect(await stale()).toEqual([]);
    await project.write('out/a.md', 'altered');
    await rm(join(project.folder, 'out/b.md'));
    expect(await stale()).toEqual(['out/a.md', 'out/b.md']);
    await project.write('assessments/c.json', note('c', { title: 'Another' }));
    expect(await stale()).toEqual(all);
  });

  test('distinguishes two files with the same id, whatever was built before', async () => {
    await project.write('assessments/d.json', note('a', { title: 'The second' }));
    await project.build({ named: ['assessments/a.json'] });
    await project.build({ named: ['assessments/d.json'] });
    await buildRightly();
    await buildRightly();
    await project.write('assessments/b.json', note('a', { title: 'Now this is the second' }));
    await rm(join(project.folder, 'out'), { recursive: true });
    await buildRightly();
  });

  test('caches findings of a file with errors, too', async () => {
    await project.write('assessments/a.json', '{ "id": "a", }');
    await project.write('assessments/b.json', note('b', { actors: [{ ref: 'nobody' }] }));
    await buildRightly();
    expect(await buildRightly()).toEqual([]);
    await project.write('threat-memo.config.json', '{ "rules": { "no-such-rule": "off" } }');
    await buildRightly();
    await buildRightly();
  });

  test('is correct whatever happens to the cache, and when two builds run at once', async () => {
    await buildRightly();
    for (const name of Object.keys(await filesIn(project.cache))) {
      await writeFile(join(project.cache, name), 'x'.repeat(200));
    }
    await buildRightly();
    await rm(join(project.folder, 'out'), { recursive: true });
    for (const name of Object.keys(await filesIn(project.cache))) await rm(join(project.cache, name));
    expect(await buildRightly()).toEqual(all);
    await project.write('assessments/a.json', note('a', { title: 'Another' }));
    await Promise.all([project.build(), project.build()]);
    await buildRightly();
  });

  test('caches nothing of a release', async () => {
    await project.build({ release: 'TLP:GREEN', out: join(project.folder, 'out/green') });
    expect(await filesIn(project.cache)).toEqual({});
  });

  test('starts no browser for memos that are already printed', async () => {
    const options = { named: ['a'], formats: ['pdf'] } satisfies Partial<BuildOptions>;
    const first = await project.build(options);
    expect([first.browsers, first.written]).toEqual([1, ['out/a.pdf']]);
    const second = await project.build(options);
    expect([second.browsers, second.written]).toEqual([0, []]);
    const bytes = await readFile(join(project.folder, 'out/a.pdf'));
    await rm(join(project.folder, 'out/a.pdf'));
    const third = await project.build(options);
    expect([third.browsers, third.written]).toEqual([0, ['out/a.pdf']]);
    expect(await readFile(join(project.folder, 'out/a.pdf'))).toEqual(bytes);
  });
});
