import { afterAll, describe, expect, test } from 'vitest';
import type { Change } from '../../../src/diff/types.ts';
import type { Effects } from '../../../src/project/effects.ts';
import { type DiffOptions, type DiffReport, diff } from '../../../src/review/diff/diff.ts';
import { diffMarkdown } from '../../../src/review/diff/diff-markdown.ts';
import { allEditions, firstEdition, laterEditions } from '../../support/editions.ts';
import { Repository } from '../../support/repository.ts';

const open: Repository[] = [];
afterAll(() => {
  for (const repository of open) repository[Symbol.dispose]();
});

function repository(): Repository {
  const made = new Repository();
  open.push(made);
  return made;
}

/** The test history: one commit for each edition, each with a tag `e0`, `e1` … */
const past = repository();
for (const [index, { text }] of allEditions().entries()) {
  past.write('assessments/fires.json', text);
  past.commit(`Edition ${index}`);
  past.git('tag', `e${index}`);
}

const written = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

function compare(
  effects: Effects,
  old: string,
  fresh?: string,
  more: Partial<DiffOptions> = {},
): Promise<DiffReport> {
  return diff({ old, ...(fresh !== undefined && { fresh }), assessments: [], ...more }, effects);
}

const shortly = ({ class: name, type, entity, field, move }: Change) =>
  `${name} ${type} ${entity.collection}/${entity.id} ${field ?? '-'} ${move?.direction ?? '-'}`;

const changesIn = ({ compared }: DiffReport) => compared.flatMap((one) => one.diff.changes.map(shortly));

describe('a history of known changes', () => {
  test('has at least twelve editions', () => {
    expect(laterEditions.length).toBeGreaterThanOrEqual(12);
  });

  test.each(laterEditions.map((edition, index) => [edition.name, index, edition.changes] as const))(
    '%s',
    async (_, index, changes) => {
      const report = await compare(past.effects(), `e${index}..e${index + 1}`);
      expect(changesIn(report).sort()).toEqual(changes.toSorted());
      expect(report.findings).toEqual([]);
      expect([report.added, report.removed]).toEqual([[], []]);
      expect(report.unchanged).toBe(changes.length === 0 ? 1 : 0);
    },
  );

  test('in reverse it gives the mirror image', async () => {
    const [there, back] = [
      await compare(past.effects(), 'e0', 'e8'),
      await compare(past.effects(), 'e8', 'e0'),
    ];
    const turned: Readonly<Record<string, string>> = { up: 'down', down: 'up', wider: 'narrower' };
    const count = (report: DiffReport, of: (change: Change) => string | undefined) =>
      report.compared.flatMap((one) => one.diff.changes.flatMap((change) => of(change) ?? [])).sort();
    expect(count(there, ({ move }) => turned[move?.direction ?? '']).length).toBeGreaterThan(4);
    expect(count(there, ({ move }) => turned[move?.direction ?? ''])).toEqual(
      count(back, ({ move }) => move?.direction),
    );
  });

  test('a reason comes from the newer edition', async () => {
    const { compared } = await compare(past.effects(), 'e0..e1');
    const moved = compared[0]?.diff.changes.find(({ type }) => type === 'likelihood-moved');
    expect(moved?.reason).toBe('Two more cabinets burned in May.');
  });

  test('each change has its place in both files', async () => {
    const { compared } = await compare(past.effects(), 'e0', 'e1');
    const [one] = compared;
    const moved = one?.diff.changes.find(({ type }) => type === 'likelihood-moved');
    const spots = moved && one?.spotsOf(moved);
    const lineOf = (edition: number, line: number) => allEditions()[edition]?.text.split('\n')[line - 1];
    expect(spots?.before?.file).toBe('e0:assessments/fires.json');
    expect(lineOf(0, (spots?.before?.line ?? 0) + 1)).toContain('"term": "likely"');
    expect(spots?.after?.file).toBe('e1:assessments/fires.json');
    expect(lineOf(1, (spots?.after?.line ?? 0) + 1)).toContain('"term": "very likely"');
  });
});

describe('possible comparisons', () => {
  test('a revision with the working tree', async () => {
    const own = repository();
    own.write('assessments/fires.json', written(firstEdition));
    own.commit('one');
    own.write('assessments/fires.json', written({ ...firstEdition, title: 'Fires everywhere' }));
    const report = await compare(own.effects(), 'HEAD');
    expect(changesIn(report)).toEqual(['handling changed assessment/fires title -']);
    expect(report.labels).toEqual({ before: 'HEAD', after: 'working tree' });
    // A path alone is compared with its last commit, and gives one answer.
    const file = await compare(own.effects(), 'assessments/fires.json');
    expect(changesIn(file)).toEqual(changesIn(report));
    expect(file.isSingle).toBe(true);
    expect(changesIn(await compare(own.effects(), 'main', 'assessments'))).toEqual(changesIn(report));
    expect(changesIn(await compare(own.effects(), 'HEAD', 'assessments/fires.json'))).toEqual(
      changesIn(report),
    );
    // Called in a folder below, paths are those of that folder.
    expect(changesIn(await compare(own.effects('assessments'), 'HEAD', 'fires.json'))).toEqual(
      changesIn(report),
    );
  });

  test('files and folders without git', async () => {
    const own = repository();
    own.write('old/fires.json', written(firstEdition));
    own.write('new/fires.json', written({ ...firstEdition, marking: 'TLP:RED' }));
    const effects: Effects = { ...own.effects(), git: () => Promise.reject(new Error('git was called')) };
    const expected = ['handling marking-changed assessment/fires marking up'];
    expect(changesIn(await compare(effects, 'old', 'new'))).toEqual(expected);
    expect(changesIn(await compare(effects, 'old/fires.json', 'new/fires.json'))).toEqual(expected);
    await expect(compare(effects, 'old', 'new/fires.json')).rejects.toThrow('a folder with a folder');
  });

  test('a file of a revision, under another name', async () => {
    const report = await compare(past.effects(), 'e0:assessments/fires.json', 'e1:assessments/fires.json');
    expect(report.isSingle).toBe(true);
    expect(changesIn(report)).toHaveLength(3);
    await expect(compare(past.effects(), 'e0:assessments/floods.json')).rejects.toThrow(
      'There is no file assessments/floods.json at e0.',
    );
  });

  test('two branches, from one end to the other or from their common ancestor', async () => {
    const own = repository();
    own.write('assessments/fires.json', written(firstEdition));
    own.commit('one');
    own.git('checkout', '--quiet', '-b', 'topic');
    own.write('assessments/fires.json', written({ ...firstEdition, title: 'Fires everywhere' }));
    own.commit('two');
    own.git('checkout', '--quiet', 'main');
    own.write('assessments/fires.json', written({ ...firstEdition, subtitle: 'A memo' }));
    own.commit('three');
    expect(changesIn(await compare(own.effects(), 'main..topic'))).toHaveLength(2);
    const since = await compare(own.effects(), 'main...topic');
    expect(changesIn(since)).toEqual(['handling changed assessment/fires title -']);
    own.git('checkout', '--quiet', '--orphan', 'stranger');
    own.commit('four');
    await expect(compare(own.effects(), 'main...stranger')).rejects.toThrow('no commit in common');
  });

  test('an assessment on only one side was added or removed; one under another id is the same', async () => {
    const own = repository();
    own.write('assessments/fires.json', written(firstEdition));
    own.write('assessments/floods.json', written({ ...firstEdition, id: 'floods', title: 'Floods' }));
    own.commit('one');
    own.remove('assessments/floods.json');
    own.move('assessments/fires.json', 'assessments/line-fires.json');
    own.write('assessments/line-fires.json', written({ ...firstEdition, id: 'line-fires' }));
    own.write(
      'assessments/storms.json',
      written({
        ...firstEdition,
        id: 'storms',
        title: 'Storms',
        judgments: [{ id: 'rain', statement: 'Rain will fall in the valley for weeks.' }],
      }),
    );
    const report = await compare(own.effects(), 'HEAD');
    expect(report.added.map(({ id }) => id)).toEqual(['storms']);
    expect(report.removed.map(({ id }) => id)).toEqual(['floods']);
    expect(changesIn(report)).toEqual(['handling renamed assessment/line-fires id -']);
  });

  test('an unreadable file is a finding, and the others are compared', async () => {
    const own = repository();
    own.write('assessments/fires.json', written(firstEdition));
    own.write('assessments/floods.json', written({ ...firstEdition, id: 'floods' }));
    own.write('assessments/storms.json', written({ ...firstEdition, id: 'storms' }));
    own.commit('one');
    own.write('assessments/fires.json', '{ "id": "fires", ');
    own.write('assessments/floods.json', written({ ...firstEdition, id: 'floods', title: 'Floods' }));
    own.write('assessments/storms.json', written({ ...firstEdition, id: 'storms', marking: 'RED' }));
    const report = await compare(own.effects(), 'HEAD');
    expect(changesIn(report)).toEqual(['handling changed assessment/floods title -']);
    expect([report.added, report.removed]).toEqual([[], []]);
    expect(report.findings.map(({ file, severity }) => [file, severity])).toEqual([
      ['assessments/fires.json', 'error'],
      ['assessments/storms.json', 'error'],
    ]);
  });

  describe('an id shared by two files of one side', () => {
    const files = firstEdition;
    const put = (own: Repository, name: string, value: object) =>
      own.write(`assessments/${name}`, written(value));
    const reported = ({ findings }: DiffReport) =>
      findings.map(
        ({ rule, severity, file, line, pointer }) => `${severity} ${rule} ${file}:${line} ${pointer}`,
      );

    test('is a finding that names both; the file named after it is compared, and so are the others', async () => {
      const own = repository();
      put(own, 'fires.json', files);
      put(own, 'fires-2.json', { ...files, id: 'fires-2' });
      put(own, 'floods.json', { ...files, id: 'floods' });
      own.commit('one');
      put(own, 'fires.json', { ...files, title: 'Fires everywhere' });
      put(own, 'fires-2.json', { ...files, marking: 'TLP:RED' });
      put(own, 'floods.json', { ...files, id: 'floods', title: 'Floods' });
      const report = await compare(own.effects(), 'HEAD');
      expect(reported(report)).toEqual(['error duplicate-assessment assessments/fires-2.json:2 /id']);
      expect(report.findings[0]?.message).toContain('assessments/fires.json has it already');
      expect(changesIn(report)).toEqual([
        'handling changed assessment/fires title -',
        'handling changed assessment/floods title -',
      ]);
      // The older state of the file left out is no assessment that went.
      expect([report.added, report.removed]).toEqual([[], []]);
      expect(diffMarkdown(report)).toContain(
        'Not compared, since another file has its id: `assessments/fires-2.json`.',
      );
      const floods = await compare(own.effects(), 'HEAD', undefined, { assessments: ['floods'] });
      expect(reported(floods)).toEqual([]);
      const selected = await compare(own.effects(), 'HEAD', undefined, { assessments: ['fires'] });
      expect(reported(selected)).toEqual(reported(report));
      expect(changesIn(selected)).toEqual(['handling changed assessment/fires title -']);
    });

    test('is found even if the other file is the same on both sides, and was not read', async () => {
      const own = repository();
      put(own, 'fires.json', files);
      own.commit('one');
      put(own, 'a-copy.json', { ...files, title: 'A copy' });
      const report = await compare(own.effects(), 'HEAD');
      expect(reported(report)).toEqual(['error duplicate-assessment assessments/a-copy.json:2 /id']);
      expect([changesIn(report), report.added, report.unchanged]).toEqual([[], [], 1]);
    });

    test('belongs to the file that the other side has, if none is named after it', async () => {
      const own = repository();
      put(own, '2024-fires.json', files);
      own.commit('one');
      put(own, '2023-fires.json', { ...files, marking: 'TLP:RED' });
      put(own, '2024-fires.json', { ...files, title: 'Fires everywhere' });
      const report = await compare(own.effects(), 'HEAD');
      expect(reported(report)).toEqual(['error duplicate-assessment assessments/2023-fires.json:2 /id']);
      expect(changesIn(report)).toEqual(['handling changed assessment/fires title -']);
    });

    test('is reported for each copy, even if the bytes are the same; the older side counts, too', async () => {
      const own = repository();
      for (const name of ['fires.json', 'copy.json', 'other.json']) put(own, name, files);
      own.commit('one');
      for (const name of ['copy.json', 'other.json']) own.remove(`assessments/${name}`);
      put(own, 'fires.json', { ...files, title: 'Fires everywhere' });
      const report = await compare(own.effects(), 'HEAD');
      expect(reported(report)).toEqual([
        'error duplicate-assessment HEAD:assessments/copy.json:2 /id',
        'error duplicate-assessment HEAD:assessments/other.json:2 /id',
      ]);
      expect(changesIn(report)).toEqual(['handling changed assessment/fires title -']);
      expect(report.removed).toEqual([]);
    });

    test('is not reported if two files were named: they are two states of one', async () => {
      const own = repository();
      put(own, 'fires.json', files);
      put(own, 'copy.json', { ...files, title: 'A copy' });
      const report = await compare(own.effects(), 'assessments/fires.json', 'assessments/copy.json');
      expect(reported(report)).toEqual([]);
      expect(changesIn(report)).toEqual(['handling changed assessment/fires title -']);
    });
  });

  test('uses the register of each side', async () => {
    const own = repository();
    const { actors: _, ...rest } = firstEdition;
    const withRef = { ...rest, actors: [{ ref: 'crew' }, { ref: 'paymaster' }] };
    const register = (name: string) =>
      written({
        actors: [
          { id: 'crew', name },
          { id: 'paymaster', name: 'The paymaster' },
        ],
      });
    own.write('assessments/fires.json', written(withRef));
    own.write('assessments/register.json', register('The crew'));
    own.commit('one');
    own.write('assessments/register.json', register('The gang'));
    const report = await compare(own.effects(), 'HEAD');
    expect(changesIn(report)).toEqual(['actors changed actors/crew name -']);
    const [one] = report.compared;
    const [change] = one?.diff.changes ?? [];
    expect(change && one?.spotsOf(change).before?.file).toBe('HEAD:assessments/register.json');
    // A register that cannot be read changes nothing in what refers to it.
    own.write('assessments/register.json', '[');
    const broken = await compare(own.effects(), 'HEAD');
    expect(changesIn(broken)).toEqual([]);
    expect(broken.findings.map(({ file }) => file)).toEqual(['assessments/register.json']);
  });

  test('only files that differ are read from git', async () => {
    const own = repository();
    own.write('assessments/fires.json', written(firstEdition));
    own.write('assessments/floods.json', written({ ...firstEdition, id: 'floods' }));
    own.commit('one');
    own.write('assessments/fires.json', written({ ...firstEdition, title: 'Fires everywhere' }));
    own.commit('two');
    const selected: string[] = [];
    const real = own.effects();
    const effects: Effects = {
      ...real,
      git: (args, input) => {
        if (args[1] === '--batch') selected.push(...(input ?? '').trim().split('\n'));
        return real.git(args, input);
      },
    };
    const report = await compare(effects, 'HEAD~1..HEAD');
    expect(changesIn(report)).toHaveLength(1);
    expect(report.unchanged).toBe(1);
    const oid = (revision: string) => own.git('rev-parse', `${revision}:assessments/fires.json`);
    expect(selected.sort()).toEqual([oid('HEAD~1'), oid('HEAD')].sort());
  });
});

describe('a selection', () => {
  test('of assessments, by id or path', async () => {
    const own = repository();
    for (const id of ['fires', 'floods', 'storms']) {
      own.write(`assessments/${id}.json`, written({ ...firstEdition, id }));
    }
    own.commit('one');
    for (const id of ['fires', 'floods']) {
      own.write(`assessments/${id}.json`, written({ ...firstEdition, id, title: id }));
    }
    const ask = (...assessments: string[]) => compare(own.effects(), 'HEAD', undefined, { assessments });
    const one = await ask('assessments/floods.json');
    expect(one.isSingle).toBe(true);
    expect(changesIn(one)).toEqual(['handling changed assessment/floods title -']);
    const same = await ask('storms');
    expect(same.isSingle).toBe(true);
    expect(changesIn(same)).toEqual([]);
    const two = await ask('storms', 'fires');
    expect(two).toMatchObject({ isSingle: false, unchanged: 1 });
    expect(changesIn(two)).toEqual(['handling changed assessment/fires title -']);
    await expect(ask('flods')).rejects.toThrow('Neither side has an assessment flods. Did you mean floods?');
  });

  test('of classes, or by weight', async () => {
    const only = await compare(past.effects(), 'e0..e8', undefined, { only: ['derived'] });
    expect(changesIn(only)).toEqual([
      'derived leader-changed hypotheses/idle-boys rank -',
      'derived range-widened incidents/depot-fire injured/range wider',
    ]);
    const heavy = await compare(past.effects(), 'e0..e8', undefined, { minWeight: 100 });
    expect(changesIn(heavy)).toEqual(['handling marking-changed assessment/fires marking up']);
  });
});

describe('impossible comparisons are reported with advice', () => {
  test.each([
    ['manin', 'There is no file, folder or git revision manin. Did you mean main?'],
    ['e100', 'Did you mean e10'],
    ['e0..nowhere-at-all', 'Branches and tags there are: main'],
    ['HEAD~99', 'There is no file, folder or git revision HEAD~99.'],
    ['-x', '`-x` is not the name of a git revision.'],
    ['--output=x', 'is not the name of a git revision'],
    ['e0..--output=x', 'is not the name of a git revision'],
    ['HEAD\ne0', 'is not the name of a git revision'],
    ['./gone', 'There is no file or folder ./gone.'],
    ['gone.json', 'There is no file or folder gone.json.'],
    ['e0^{tree}', 'There is no file, folder or git revision'],
  ])('%s', async (old, message) => {
    const error = await compare(past.effects(), old).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'UsageFault', message: expect.stringContaining(message) });
  });

  test('no git, no repository, a bare one, no commit', async () => {
    const without: Effects = { ...past.effects(), git: () => Promise.resolve(undefined) };
    await expect(compare(without, 'main')).rejects.toThrow('Git is not on this machine');
    const own = repository();
    own.remove('.git');
    own.write('assessments/fires.json', written(firstEdition));
    await expect(compare(own.effects(), 'main')).rejects.toThrow('This folder is in no git repository');
    own.git('init', '--quiet', '--bare', '.');
    await expect(compare(own.effects(), 'main')).rejects.toThrow('This folder is a bare git repository');
    const fresh = repository();
    await expect(compare(fresh.effects(), 'main')).rejects.toThrow('The repository has no commit yet.');
  });
});
