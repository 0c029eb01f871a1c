import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { soundAssessment } from '../../src/check/sound-assessment.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { folderWith, run, small } from './run.ts';

/** Words only in what is marked TLP:RED; no output of a release may contain one of them. */
const SECRETS = ['Orlanthi', 'Vexillary', 'Quillfeather', 'zymurgy', '4711'];

const assessment = {
  ...soundAssessment,
  marking: 'TLP:RED',
  releasable: 'TLP:GREEN',
  sources: [
    ...(soundAssessment.sources ?? []),
    {
      id: 'orlanthi',
      csl: { type: 'interview', title: 'Talk with Orlanthi' },
      reliability: 'B',
      marking: 'TLP:RED',
    },
  ],
  evidence: [
    ...(soundAssessment.evidence ?? []),
    { id: 'zymurgy', statement: 'The Vexillary paid.', citations: [{ source: 'orlanthi', credibility: 2 }] },
  ],
  actors: [
    {
      id: 'crew',
      name: 'The crew',
      capabilities: [{ dimension: 'planning', level: 'limited', evidence: ['four-fires'] }],
    },
    { id: 'quillfeather', name: 'Quillfeather', marking: 'TLP:RED', intent: { level: 'extensive' } },
  ],
  relationships: [{ id: 'pays', from: 'quillfeather', to: 'crew', type: 'supplies', standing: 'alleged' }],
  incidents: [
    {
      id: 'depot',
      title: 'Fire at the Vexillary depot',
      date: '2025-03',
      marking: 'TLP:RED',
      killed: { reports: [{ value: 4711 }] },
    },
  ],
  sections: [
    { id: 'pattern', heading: 'A pattern', body: 'The fires look alike [@four-fires; @zymurgy].' },
    { id: 'inside', heading: 'Orlanthi speaks', body: 'It was zymurgy [@zymurgy].', marking: 'TLP:RED' },
  ],
};

test('a release has no trace of what is left out, in any output', async () => {
  const folder = await folderWith({ 'assessments/sample.json': JSON.stringify(assessment, null, 2) });
  const { code } = await run(['build', '--release', 'TLP:GREEN', '--format', 'md,pdf,html'], folder);
  expect(code).toBe(0);
  const out = join(folder, 'out', 'tlp-green');
  const names = await readdir(out, { recursive: true });
  expect(names).toEqual(expect.arrayContaining(['sample.md', 'sample.pdf', 'sample.html']));
  expect(names.join(' ')).not.toMatch(/orlanthi|quillfeather/i);

  const texts = new Map<string, string>();
  for (const name of names.filter((name) => /\.\w+$/.test(name))) {
    const bytes = await readFile(join(out, name));
    texts.set(name, bytes.toString('latin1'));
    if (!name.endsWith('.pdf')) continue;
    const pdf = await readPdf(bytes);
    texts.set(
      'text of the PDF',
      pdf.pages.join('\n') + pdf.outline.join('\n') + pdf.xmp + JSON.stringify(pdf.info),
    );
    for (const [attached, content] of pdf.attachments) texts.set(`attached ${attached}`, content);
  }
  expect([...texts.keys()]).toContain('attached sample.json');
  for (const [name, text] of texts) {
    const found = SECRETS.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));
    expect([name, found]).toEqual([name, []]);
  }

  const markdown = await readFile(join(out, 'sample.md'), 'utf8');
  expect(markdown).toContain('marking: "TLP:GREEN"');
  expect(markdown).toMatch(/left out: .*sections \(1; after “A pattern”\)/);
  expect(markdown).toContain('evidence (1)');
  expect(texts.get('text of the PDF')).toContain('Released at TLP:GREEN');
});

test('a release that would leave a judgment without support is refused, at the judgment, and writes nothing', async () => {
  const [first, ...others] = soundAssessment.evidence ?? [];
  const refused = { ...assessment, evidence: [{ ...first, marking: 'TLP:RED' }, ...others], sections: [] };
  const folder = await folderWith({ 'assessments/sample.json': JSON.stringify(refused, null, 2) });
  const { code, err } = await run(['build', '--release', 'TLP:GREEN'], folder);
  expect(code).toBe(1);
  expect(err).toMatch(/sample\.json:\d+:\d+ error .*stand on nothing.*\[cannot-release\]/);
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

test('an unknown label is wrong usage', async () => {
  const folder = await folderWith({ 'assessments/sample.json': JSON.stringify(soundAssessment) });
  const { code, err } = await run(['build', '--release', 'GREEN'], folder);
  expect(code).toBe(2);
  expect(err).toContain('TLP:GREEN');
});

test('the record in a release reveals nothing that is withheld', async () => {
  const asOf = '2025-01-30';
  const about = ['actors/river-men'];
  const actors = [{ id: 'river-men', name: 'River Men', type: 'armed-group' }];
  const [judgment] = soundAssessment.judgments;
  const earlier = (id: string, statement: string, marking: string) => ({
    ...judgment,
    ...{ id, statement, marking, about, horizon: '2024-12-31' },
    resolution: { outcome: true, on: '2024-12-31', evidence: ['four-fires'] },
  });
  const folder = await folderWith({
    'assessments/early.json': small('early', {
      ...{ asOf, actors, marking: 'TLP:RED', releasable: 'TLP:GREEN' },
      judgments: [
        earlier('burn', 'River Men are likely to burn more.', 'TLP:GREEN'),
        earlier('pay', 'River Men are likely to pay Quillfeather.', 'TLP:RED'),
      ],
    }),
    // Nobody has said that it may go anywhere.
    'assessments/kept.json': small('kept', {
      ...{ asOf, actors, marking: 'TLP:RED', title: 'Vexillary' },
      judgments: [earlier('move', 'River Men are likely to move 4711 rifles.', 'TLP:RED')],
    }),
    'assessments/now.json': small('now', {
      ...{ actors, marking: 'TLP:RED', releasable: 'TLP:GREEN' },
      judgments: [{ ...judgment, about, horizon: '2999-12-31', marking: 'TLP:GREEN' }],
    }),
  });
  const args = ['build', 'now', '--record', '--format', 'md,pdf', '--out'];
  const read = async (out: string) => {
    const pdf = await readPdf(await readFile(join(folder, out, 'now.pdf')));
    const carried = [...pdf.attachments].map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]);
    const record = carried.find(([name]) => name === 'record-of-now.json')?.[1] ?? '';
    return {
      record,
      all: `${carried.flat().join('\n')}\n${await readFile(join(folder, out, 'now.md'), 'utf8')}`,
    };
  };
  // Whoever may read all of it finds each in the record.
  expect((await run([...args, 'whole'], folder)).code).toBe(0);
  const whole = await read('whole');
  for (const word of ['burn more', 'Quillfeather', 'Vexillary', '4711'])
    expect([word, whole.record.includes(word), whole.all.includes(word)]).toEqual([word, true, true]);
  const released = await run([...args, 'shared', '--release', 'TLP:GREEN'], folder);
  expect(released.code, released.err).toBe(0);
  const { record, all } = await read('shared');
  expect(record).toContain('burn more');
  for (const word of SECRETS) expect(`${all}${released.out}${released.err}`).not.toContain(word);
});
