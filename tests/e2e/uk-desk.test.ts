import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Assessment, Judgment } from '../../src/model/generated/types.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { Repository } from '../support/repository.ts';
import { folderWith, root, run } from './run.ts';

const fixture = join(root, 'tests', 'fixtures', 'uk-desk');
const FILE = 'assessments/nordbahn-2025.json';

/** What nothing may say in a project that marks by another scheme and speaks another scale. */
const NOT_IN_USE = /\bTLP\b|ICD[ -]?203|PHIA|three-level/i;

async function desk(): Promise<string> {
  const files = ['threat-memo.config.json', FILE];
  const contents = await Promise.all(files.map((name) => readFile(join(fixture, name), 'utf8')));
  return folderWith(Object.fromEntries(files.map((name, index) => [name, contents[index] ?? ''])));
}

/** Everything that files of a folder say, in whatever format. */
async function wordsIn(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.\w+$/.test(name));
  const texts = new Map<string, string>();
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    if (name.endsWith('.docx')) {
      const parts = Object.entries(unzipSync(bytes)).filter(([part]) => part.endsWith('.xml'));
      texts.set(name, parts.map(([, part]) => strFromU8(part)).join('\n'));
    } else if (name.endsWith('.pdf')) {
      const { pages, attachments } = await readPdf(bytes);
      texts.set(
        name,
        [...pages.map(String), ...[...attachments].map(String), bytes.toString('latin1')].join('\n'),
      );
    } else texts.set(name, bytes.toString('utf8').replace(/url\(data:[^)]*\)/g, ''));
  }
  return texts;
}

test('a desk with UK markings and a German scale builds, releases, scores and exports without a word of other schemes', async () => {
  const folder = await desk();
  const said: Record<string, string> = {};
  const record = async (name: string, args: readonly string[]) => {
    const { code, out, err } = await run(args, folder);
    expect(code, `${name}: ${out}${err}`).toBe(0);
    said[name] = `${out}${err}`;
  };
  await record('check', ['check']);
  await record('check as JSON', ['check', '--format', 'json']);
  await record('inspect', ['inspect']);
  await record('build', ['build', '--format', 'md,html,pdf,docx']);
  await record('release', ['build', '--release', 'OFFICIAL-SENSITIVE', '--format', 'md,html,pdf,docx']);
  await record('export', ['export', 'nordbahn-2025', '--to', 'stix', '--out', 'stix']);
  await record('verify', ['verify', 'out/nordbahn-2025.pdf']);
  await record('textconv', ['textconv', FILE]);
  await record('ledger', ['ledger']);
  await record('ledger as CSV', ['ledger', '--format', 'csv']);
  await record('likely', ['ledger', 'likelihood>=wahrscheinlich', '--columns', 'id']);
  await record('unlikely', ['ledger', 'likelihood<unwahrscheinlich', '--columns', 'id']);
  await record('sure', ['ledger', 'confidence>=mittel', '--columns', 'id']);
  await record('secret', ['ledger', 'handling>=SECRET', '--columns', 'id']);
  await record('official', ['ledger', 'handling<=OFFICIAL', '--columns', 'id']);
  await record('sorted', [
    'ledger',
    '--sort',
    'likelihood:desc',
    '--columns',
    'likelihood',
    '--format',
    'csv',
  ]);
  await record('site', ['site', '--out', 'site']);
  for (const format of ['misp', 'csv', 'json-ld']) {
    await record(format, ['export', 'nordbahn-2025', '--to', format, '--out', 'others']);
  }

  const outputs = await wordsIn(join(folder, 'out'));
  const exported = await wordsIn(join(folder, 'stix'));
  const others = [...(await wordsIn(join(folder, 'site'))), ...(await wordsIn(join(folder, 'others')))];
  for (const [name, text] of [...Object.entries(said), ...outputs, ...exported, ...others]) {
    expect(text.match(NOT_IN_USE)?.[0], name).toBeUndefined();
  }

  const ids = (name: string) =>
    (said[name] ?? '').split('\n').filter((line) => /^[a-z]+(-[a-z]+)+$/.test(line));
  expect(ids('likely')).toEqual(['angriffe-gehen-weiter']);
  expect(ids('unlikely')).toEqual(['tote-bleiben-aus']);
  expect(ids('sure')).toEqual(['angriffe-gehen-weiter', 'tote-bleiben-aus']);
  expect(ids('secret')).toEqual(['angriffe-gehen-weiter', 'tote-bleiben-aus', 'bezahlte-taeter']);
  expect(ids('official')).toEqual([]);
  expect(said.sorted?.split('\r\n').slice(1, 4)).toEqual([
    'wahrscheinlich',
    'offen',
    'sehr unwahrscheinlich',
  ]);
  // A tag of MISP's taxonomies says what its taxonomy says: there is none for this scheme and these levels.
  const misp = others.find(([, text]) => text.includes('"Orgc"'))?.[1] ?? '';
  expect(misp).toContain('"name": "UK SECRET UK EYES ONLY"');
  expect(misp).not.toMatch(/estimative-language|tlp:/);

  const memo = outputs.get('nordbahn-2025.md') ?? '';
  expect(memo).toContain('marking: "UK SECRET UK EYES ONLY"');
  expect(memo).toMatch(/\*\*wahrscheinlich\*\* \(60–90\s%\)/);
  expect(memo).toMatch(/in den Stufen der Abteilung: \*sehr unwahrscheinlich\* 0–10\s%/);
  expect(memo).toContain('*hoch*: gut belegt, von unabhängigen Quellen bestätigt');
  expect(outputs.get('nordbahn-2025.docx')).toContain('UK SECRET UK EYES ONLY');
  expect(said.inspect).toMatch(/sehr unwahrscheinlich \(0–10\s%\)/);
  expect(said.textconv).toMatch(/wahrscheinlich \(60–90\s%\)/);
  expect(exported.get('nordbahn-2025.json') ?? [...exported.values()].join()).toContain(
    'SECRET UK EYES ONLY (UK Government Security Classifications)',
  );

  const released = [...outputs].filter(([name]) => name.startsWith('official-sensitive'));
  expect(released.map(([name]) => name.split('.').pop()).sort()).toEqual(
    expect.arrayContaining(['docx', 'html', 'md', 'pdf']),
  );
  for (const [name, text] of released)
    expect(text.match(/EYES ONLY|Zahlung|Landespolizei/)?.[0], name).toBeUndefined();
});

test('a diff uses the steps of the scale and the labels of the scheme; a label of another scheme is refused with advice', async () => {
  const folder = await desk();
  const text = await readFile(join(folder, FILE), 'utf8');
  await writeFile(
    join(folder, 'assessments', 'later.json'),
    text
      .replace('"term": "wahrscheinlich"', '"term": "sehr wahrscheinlich"')
      .replace('"level": "mittel"', '"level": "hoch"')
      .replace('UK SECRET UK EYES ONLY', 'TOP SECRET'),
  );
  const { out } = await run(['diff', FILE, 'assessments/later.json'], folder);
  expect(out).toMatch(/wahrscheinlich\s+→ sehr wahrscheinlich \(one band up\)/);
  expect(out).toContain('mittel → hoch');
  expect(out).toContain('more restrictive');
  expect(out).not.toMatch(NOT_IN_USE);

  const refused = await run(['build', '--release', 'RESTRICTED'], folder);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('is not a label of UK Government Security Classifications');

  await writeFile(join(folder, FILE), text.replace('UK SECRET UK EYES ONLY', 'VS-NfD'));
  const foreign = await run(['check', FILE], folder);
  expect(foreign.code).toBe(1);
  expect(foreign.out).toContain('"marking": "de-vs"');
});

test('movement, comparison, record, pack and short forms use no other scheme either, in any format', async () => {
  using repository = new Repository();
  const { folder } = repository;
  await cp(fixture, folder, { recursive: true });
  const write = (name: string, value: object) =>
    writeFile(join(folder, 'assessments', name), JSON.stringify(value));
  const first: Assessment = JSON.parse(await readFile(join(folder, FILE), 'utf8'));
  const [attacks, ...others] = first.judgments as [Judgment, ...Judgment[]];
  const about = ['actors/bande'];
  const resolved = others.map((judgment) =>
    judgment.resolution
      ? { ...judgment, resolution: { ...judgment.resolution, evidence: attacks.evidence } }
      : judgment,
  );
  const says = (level: 'limited' | 'substantial', confidence: string) => ({
    actors: [{ ref: 'bande', intent: { level, confidence } }],
  });
  await write('register.json', { actors: [{ id: 'bande', name: 'Die Bande', type: 'group' }] });
  await write('suedbahn-2026.json', {
    ...first,
    id: 'suedbahn-2026',
    ...says('substantial', 'hoch'),
    judgments: [{ ...attacks, about, likelihood: { term: 'sehr wahrscheinlich' } }, ...resolved],
  });
  repository.commit('Erste Ausgabe');
  await write('nordbahn-2025.json', {
    ...first,
    asOf: '2026-06-01',
    edition: { number: 2, supersedes: `HEAD:${FILE}` },
    ...says('limited', 'mittel'),
    judgments: [
      {
        ...attacks,
        about,
        likelihood: { term: 'offen' },
        confidence: { ...attacks.confidence, level: 'vage' },
        dissents: [{ by: 'B. Zweifler', statement: 'Eher nicht.', likelihood: { term: 'unwahrscheinlich' } }],
        estimates: [
          { by: 'A', likelihood: { term: 'wahrscheinlich' }, confidence: 'mittel' },
          { by: 'B', likelihood: { term: 'offen' }, confidence: 'gering' },
        ],
      },
      ...resolved,
    ],
  });
  const said: Record<string, string> = {};
  const record = async (name: string, args: readonly string[]) => {
    const { code, out, err } = await run(args, folder);
    expect(code, `${name}: ${out}${err}`).toBe(0);
    said[name] = `${out}${err}`;
  };
  await record('history', ['history', 'nordbahn-2025']);
  await record('history as a picture', ['history', 'nordbahn-2025', '--format', 'svg']);
  await record('compare', ['compare']);
  await record('compare as JSON', ['compare', '--format', 'json']);
  await record('diff', ['diff', 'HEAD', '--format', 'md']);
  await record('redline', ['diff', 'HEAD', '--format', 'html', '--out', 'made']);
  await record('record', ['ledger', '--record', 'author']);
  await record('editions', ['ledger', '--editions', 'all', '--format', 'json']);
  const more = ['--history', '--record', '--out', 'made'];
  await record('memo', ['build', 'nordbahn-2025', '--format', 'md,docx,email', ...more]);
  await record('one-pager', ['build', 'nordbahn-2025', '--form', 'one-pager', '--format', 'md', ...more]);
  await record('pack', ['build', '--form', 'briefing-pack', '--format', 'md', '--out', 'made']);

  for (const [name, text] of [...Object.entries(said), ...(await wordsIn(join(folder, 'made')))]) {
    expect(text.match(NOT_IN_USE)?.[0], name).toBeUndefined();
  }
  expect(said.history).toMatch(/↓ offen \(40–60\s%\)\s+↓ vage/);
  expect(said.compare).toMatch(/limited, confidence: mittel — \*nordbahn-2025\*/);
  expect(said.compare).toContain('UK SECRET UK EYES ONLY');
});
