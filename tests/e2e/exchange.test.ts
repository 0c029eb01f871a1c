import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, root, run, shippedProject } from './run.ts';

const sample = (name: string) => readFile(join(root, 'tests/fixtures/exchange', name), 'utf8');
const config = { 'threat-memo.config.json': '{}\n' };

test('the commands of the guide run as written', { timeout: 120_000 }, async () => {
  const guide = await readFile(join(root, 'docs/exchange.md'), 'utf8');
  const commands = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block = '']) => block.trim().split('\n'))
    .map((line) => line.split(' '));
  expect(commands.length).toBeGreaterThan(5);
  const id = 'rail-sabotage-2025';
  const fires = await readFile(join(root, `tests/fixtures/word/${id}.json`), 'utf8');
  const folder = await folderWith({
    ...config,
    [`assessments/${id}.json`]: fires,
    'bundle.json': await sample('port-cranes.stix.json'),
    // For readers of the assessment that it is put into.
    'event.json': (await sample('port-cranes.misp.json')).replace(/tlp:amber/gi, 'tlp:green'),
    'report.json': await sample('port-cranes.blueprints.json'),
  });
  await run(['build', id, '--format', 'docx', '--out', '.'], folder);
  await rename(join(folder, `${id}.docx`), join(folder, 'memo.docx'));
  for (const [npm, verb, program, dashes, command = '', ...more] of commands) {
    expect([npm, verb, program, dashes]).toEqual(['npm', 'run', 'threat-memo', '--']);
    // What goes out is the file as it was, without what came in before.
    if (command !== 'import' || more.includes('memo.docx')) {
      await writeFile(join(folder, `assessments/${id}.json`), fires);
    }
    const { code, out, err } = await run([command, ...more], folder);
    expect(code, `${command} ${more.join(' ')}: ${out}${err}`).toBe(0);
  }
});

describe('import', () => {
  test('makes an assessment that builds; importing again changes nothing, and a newer version adds its new entries', async () => {
    const bundle = await sample('port-cranes.stix.json');
    const folder = await folderWith({ ...config, 'in/bundle.json': bundle });
    const first = await run(['import', 'in/bundle.json'], folder);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('in/bundle.json (STIX 2.1)');
    expect(first.out).toContain('assessments/locked-cranes-at-norham-port.json: new, with');
    expect(first.out).toMatch(/1 × STIX indicator: It is for machines/);
    const path = join(folder, 'assessments/locked-cranes-at-norham-port.json');
    const written = await readFile(path, 'utf8');
    expect(await run(['fmt', '--check'], folder)).toMatchObject({ code: 0 });
    expect(await run(['build', '--format', 'md'], folder)).toMatchObject({ code: 0 });

    const again = await run(['import', 'in/bundle.json'], folder);
    expect(again.out).toContain('nothing new, left as it is');
    expect(await readFile(path, 'utf8')).toBe(written);

    const newer = await folderWith({
      ...config,
      'assessments/locked-cranes-at-norham-port.json': written.replace(
        '"reliability": "F"',
        '"reliability": "B"',
      ),
      'bundle.json': bundle.replace('for two days', 'for three days'),
    });
    const third = await run(['import', 'bundle.json'], newer);
    expect(third.out).toMatch(/changed sections\/report-locked-cranes-at-norham-port: body/);
    expect(await readFile(join(newer, 'assessments/locked-cranes-at-norham-port.json'), 'utf8')).toContain(
      '"reliability": "B"',
    );
  });

  test('adds to an existing assessment, and leaves the rest of the file unchanged', async () => {
    const yaml = [
      '# Ours.',
      'id: own',
      'form: policy-memo',
      'title: Own # a title',
      'asOf: 2025-04-30',
      'marking: TLP:AMBER',
      'judgments:',
      '  - id: first',
      '    statement: Fires will go on.',
      '',
    ].join('\n');
    const folder = await folderWith({
      ...config,
      'assessments/own.yaml': yaml,
      'e.json': await sample('port-cranes.misp.json'),
    });
    const imported = await run(['import', 'e.json', '--into', 'own'], folder);
    expect(imported).toMatchObject({ code: 0 });
    const text = await readFile(join(folder, 'assessments/own.yaml'), 'utf8');
    expect(text).toMatch(/^# Ours\.\nid: own\n/);
    expect(text).toContain('title: Own # a title');
    expect(text).toContain('likelihood:\n      term: likely');
    expect(text).not.toContain('not-judged-yet');
  });

  test('writes nothing with --dry-run, and prints one JSON value for programs', async () => {
    const folder = await folderWith({ ...config, 'r.json': await sample('port-cranes.blueprints.json') });
    const dry = await run(['import', 'r.json', '--dry-run', '--format', 'json'], folder);
    expect(dry.code).toBe(0);
    expect(JSON.parse(dry.out).files[0].written[0]).toMatchObject({
      isNew: true,
      shown: 'assessments/cranes-an-executive-view.json',
    });
    expect((await run(['check'], folder)).code).toBe(2);
  });

  test('reports mistakes of the user and of the file', async () => {
    const folder = await folderWith({
      ...config,
      'x.json': '{"a":1}',
      'bad.json': '{"type":"bundle","id":"bundle--1"',
      'r.json': await sample('port-cranes.blueprints.json'),
    });
    expect(await run(['import', 'x.json'], folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('no format that is known'),
    });
    expect(await run(['import', 'gone.json'], folder)).toMatchObject({ code: 2 });
    expect(await run(['import', 'x.json', '--from', 'word'], folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('stix'),
    });
    expect(await run(['import', 'r.json', '--into', 'nobody'], folder)).toMatchObject({ code: 2 });
    const wrong = await run(['import', 'r.json', 'bad.json', '--from', 'stix'], folder);
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain('[not-this-format]');
    expect(wrong.out).toContain('[invalid-json]');
  });

  test('refuses a bundle that claims to be ours and is not an assessment', async () => {
    const project = await shippedProject();
    await run(['export', 'dagestan-attacks-2016', '--to', 'stix'], project);
    const bundle = await readFile(join(project, 'out/dagestan-attacks-2016.stix.json'), 'utf8');
    const folder = await folderWith({
      ...config,
      'b.json': bundle.replaceAll('"asOf": "', '"asOf": "x'),
      'c.json': bundle.replace('"id": "dagestan-attacks-2016"', '"id": "../../x"'),
    });
    for (const name of ['b.json', 'c.json']) {
      const refused = await run(['import', name], folder);
      expect(refused.code).toBe(1);
      expect(refused.out).toContain('[import-not-valid]');
    }
  });
});

describe('export', () => {
  test.each(['stix', 'misp'])('to %s and back does not change the assessment', async (format) => {
    const project = await shippedProject();
    const exported = await run(['export', 'isis-moscow-2024', '--to', format], project);
    expect(exported.code).toBe(0);
    expect(exported.out).toContain(`out/isis-moscow-2024.${format}.json`);
    expect(exported.out).toContain('Carried, but only for programs that know our extension');
    const back = await run(['import', `out/isis-moscow-2024.${format}.json`], project);
    expect(back).toMatchObject({ code: 0, out: expect.stringContaining('nothing new, left as it is') });
  });

  test('a MISP event has the memo as its report', async () => {
    const project = await shippedProject();
    await run(['export', 'dagestan-attacks-2016', '--to', 'misp'], project);
    await run(['build', 'dagestan-attacks-2016', '--format', 'md'], project);
    const { Event } = JSON.parse(
      await readFile(join(project, 'out/dagestan-attacks-2016.misp.json'), 'utf8'),
    );
    expect(Event.EventReport[0].content).toBe(
      await readFile(join(project, 'out/dagestan-attacks-2016.md'), 'utf8'),
    );
  });

  test('a release is applied before anything is exported', async () => {
    const secret = {
      id: 'secret',
      heading: 'Kept from others',
      body: 'Nobody may read this.',
      marking: 'TLP:AMBER',
    };
    const assessment = {
      id: 'marked',
      form: 'policy-memo',
      title: 'Marked',
      releasable: 'TLP:GREEN',
      asOf: '2025-04-30',
      marking: 'TLP:AMBER',
      judgments: [{ id: 'first', statement: 'Fires will go on.', marking: 'TLP:GREEN' }],
      sections: [secret, { id: 'open', heading: 'Open', body: 'All may read this.', marking: 'TLP:GREEN' }],
    };
    const folder = await folderWith({ ...config, 'assessments/marked.json': JSON.stringify(assessment) });
    for (const format of ['stix', 'misp', 'json-ld']) {
      const exported = await run(['export', 'marked', '--to', format, '--release', 'TLP:GREEN'], folder);
      expect(exported.code).toBe(0);
      const [file = ''] = exported.out.split('\n');
      expect(file).toMatch(/^out\/tlp-green\//);
      const content = await readFile(join(folder, file), 'utf8');
      expect(content).not.toMatch(/Kept from others|Nobody may read/);
      // The schema of our extension names all labels.
      expect(content.replace(/^\s*"schema": .*$/m, '')).not.toMatch(/tlp:amber|55d920b0/i);
    }
  });

  test('an assessment with errors is not exported; an unknown format is named in the message', async () => {
    const folder = await folderWith({ ...config, 'assessments/bad.json': '{"id":"bad"}' });
    expect(await run(['export', 'bad', '--to', 'stix'], folder)).toMatchObject({
      code: 1,
      out: expect.stringContaining('not exported'),
    });
    expect(await run(['export', 'bad', '--to', 'word'], folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('json-ld'),
    });
  });
});
