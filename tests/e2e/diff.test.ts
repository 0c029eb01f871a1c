import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import schema from '../../src/model/schema/diff.schema.json' with { type: 'json' };
import { readPdf } from '../pdf/read-pdf.ts';
import { firstEdition, withFirst } from '../support/editions.ts';
import { Repository } from '../support/repository.ts';
import { run } from './run.ts';

const written = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

let past: Repository;

beforeAll(() => {
  past = new Repository();
  past.write('assessments/fires.json', written(firstEdition));
  past.write('assessments/floods.json', written({ ...firstEdition, id: 'floods', title: 'Floods' }));
  past.commit('one');
  past.git('tag', 'v1');
  past.write('assessments/fires.json', written(withFirst({ likelihood: { term: 'very likely' } })));
  past.commit('two');
});

afterAll(() => past[Symbol.dispose]());

const diff = (...args: readonly string[]) => run(['diff', ...args], past.folder);

describe('exit codes', () => {
  test('0 with differences and without, 1 with --exit-code and a difference', async () => {
    expect(await diff('v1')).toMatchObject({ code: 0, err: '' });
    expect((await diff('v1', '--exit-code')).code).toBe(1);
    const same = await diff('HEAD', '--exit-code');
    expect(same).toMatchObject({ code: 0, out: 'No change in content.\n' });
    expect((await diff('v1..HEAD', '--exit-code', '--only', 'narrative')).code).toBe(0);
    expect((await diff('v1..HEAD', '--exit-code', '--min-weight', '95')).code).toBe(0);
    expect((await diff('v1', '--exit-code', '--assessment', 'floods')).code).toBe(0);
  });

  test('1 with a file that cannot be read', async () => {
    const own = new Repository();
    try {
      own.write('old.json', written(firstEdition));
      own.write('new.json', '{');
      const { code, err } = await run(['diff', 'old.json', 'new.json'], own.folder);
      expect(code).toBe(1);
      expect(err).toContain('new.json:');
    } finally {
      own[Symbol.dispose]();
    }
  });

  test('1 with an id that two files of one side share', async () => {
    const own = new Repository();
    try {
      own.write('old/fires.json', written(firstEdition));
      own.write('new/fires.json', written(firstEdition));
      own.write('new/fires-copy.json', written({ ...firstEdition, title: 'A copy' }));
      const { code, out, err } = await run(['diff', 'old', 'new'], own.folder);
      expect(err).toContain('new/fires-copy.json:2:');
      expect(err).toContain('new/fires.json has it already');
      expect({ code, out }).toEqual({
        code: 1,
        out: 'No change in what was compared; not compared: new/fires-copy.json.\n',
      });
    } finally {
      own[Symbol.dispose]();
    }
  });

  test.each([
    [['manin'], 'Did you mean main?'],
    [['v1', '--only', 'judgement'], 'is none of'],
    [['v1', '--min-weight', '200'], 'from 0 to 100'],
    [['v1', '--assessment', 'storms'], 'Neither side has an assessment storms'],
    [['v1', '--format', 'pdf', '--form', 'polcy-memo'], 'Did you mean policy-memo?'],
    [[], 'old'],
  ])('2 with wrong usage: %j', async (args, message) => {
    const { code, out, err } = await diff(...args);
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('formats', () => {
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

  test('JSON of one assessment and of several matches the schema; nothing else is printed', async () => {
    for (const args of [['v1', '--assessment', 'fires'], ['v1'], ['v1', 'HEAD', '--assessment', 'floods']]) {
      const { out, err } = await diff(...args, '--format', 'json');
      expect(err).toBe('');
      const data = JSON.parse(out);
      expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
      expect(data.changes.map(({ type }: { type: string }) => type)).toEqual(
        args.includes('floods') ? [] : ['likelihood-moved'],
      );
    }
    const { changes, changed } = JSON.parse((await diff('v1', '--format', 'json')).out);
    expect(changes[0]).toMatchObject({
      assessment: 'fires',
      entity: { collection: 'judgments', id: 'fires-continue' },
      field: 'likelihood',
      before: { term: 'likely' },
      after: { term: 'very likely' },
      weight: 90,
      places: { before: { file: 'v1:assessments/fires.json' }, after: { file: 'assessments/fires.json' } },
    });
    expect(changed).toHaveLength(1);
  });

  test('Markdown is written to a file if one is named', async () => {
    const { code, out } = await diff('v1', '--format', 'md', '--out', 'report/diff.md');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(await readFile(join(past.folder, 'report/diff.md'), 'utf8')).toMatch(
      /^## 1 change in 1 assessment/,
    );
  });

  test('a redline is written for each assessment that differs', async () => {
    const { code, out, err } = await diff('v1', '--format', 'pdf');
    expect({ code, out }).toEqual({ code: 0, out: 'out/redline/fires.redline.pdf\n' });
    expect(err).toContain('1 change in 1 assessment, 1 judgment moved.');
    const { attachments, pages } = await readPdf(
      await readFile(join(past.folder, 'out/redline/fires.redline.pdf')),
    );
    expect(pages.length).toBeGreaterThan(1);
    // It carries both editions, byte for byte, but is no memo that could be made again.
    expect(attachments.get('older-edition-of-fires.json')).toBe(
      past.git('show', 'v1:assessments/fires.json').concat('\n'),
    );
    expect(attachments.get('newer-edition-of-fires.json')).toContain('very likely');
    const verified = await run(['verify', 'out/redline/fires.redline.pdf'], past.folder);
    expect(verified.code).toBe(1);
    expect(verified.out).toContain('It is a redline');
    const html = await diff('v1', '--format', 'html', '--out', 'one.html', '--assessment', 'fires');
    expect(html).toMatchObject({ code: 0, out: 'one.html\n' });
    expect(await readFile(join(past.folder, 'one.html'), 'utf8')).toContain('<ins');
  });
});

test('history prints a table, JSON, and a figure if there is one', async () => {
  const history = (...args: readonly string[]) => run(['history', 'fires', ...args], past.folder);
  const text = await history();
  expect(text.code).toBe(0);
  expect(text.out).toMatch(/ 2 {4}2025-04-30 {2}↑ very likely \(80–95 %\) {2}moderate/);
  const { states, judgments } = JSON.parse((await history('--format', 'json')).out);
  expect(states).toHaveLength(2);
  expect(judgments[0].states[1].likelihood.term).toBe('very likely');
  expect(await history('--format', 'svg')).toMatchObject({ code: 2, out: '' });
  await writeFile(
    join(past.folder, 'assessments/fires.json'),
    written({
      ...withFirst({ likelihood: { term: 'unlikely' } }),
      edition: { number: 2 },
      asOf: '2025-06-30',
    }),
  );
  const figure = await history('--format', 'svg', '--out', 'history.svg');
  expect(figure).toMatchObject({ code: 0, out: '' });
  expect(await readFile(join(past.folder, 'history.svg'), 'utf8')).toMatch(/^<svg /);
  past.git('checkout', '--quiet', '--', 'assessments/fires.json');
});
