import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/model/generated/types.ts';
import { buildSite, type SiteOptions } from '../../src/site/site.ts';
import { siteLanguages, siteMessages } from '../../src/site/words.ts';
import { manyProject } from '../support/many-project.ts';

const SECRET = 'Zerberus';

/** A project of generated assessments, one of them with a judgment, a source and an actor that are marked RED. */
function project(count: number) {
  const made = manyProject(count);
  const { folder, write, assessments, effects } = made;
  const [first] = assessments as [Assessment];
  write('mixed', {
    ...first,
    id: 'mixed',
    title: 'A memo in parts',
    marking: 'TLP:RED',
    releasable: 'TLP:CLEAR',
    sources: [
      ...(first.sources ?? []),
      { id: 'zerberus-file', csl: { type: 'report', title: `${SECRET} file` }, marking: 'TLP:RED' },
    ],
    evidence: [
      ...(first.evidence ?? []),
      {
        id: 'zerberus-pays',
        statement: `${SECRET} pays.`,
        citations: [{ source: 'zerberus-file' }],
        marking: 'TLP:RED',
      },
    ],
    actors: [...(first.actors ?? []), { id: 'zerberus', name: SECRET, marking: 'TLP:RED' }],
    judgments: [
      ...first.judgments,
      {
        id: 'zerberus-leads',
        statement: `${SECRET} leads.`,
        marking: 'TLP:RED',
        evidence: ['zerberus-pays'],
      },
    ],
  });
  const site = (more: Partial<SiteOptions> = {}) =>
    buildSite(
      { named: [], out: join(folder, 'site'), language: 'en', today: '2026-11-29', ...more },
      effects,
    );
  return { ...made, site, files: () => filesOf(join(folder, 'site')) };
}

function filesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'latin1')]),
  );
}

test('an unreadable file is reported once', async () => {
  const { site, folder } = project(1);
  writeFileSync(join(folder, 'assessments/broken.json'), '{ "id": 7 }');
  const messages = (await site()).findings.map(({ message }) => message);
  expect(messages.length).toBeGreaterThan(0);
  expect(new Set(messages).size).toBe(messages.length);
});

test('the record lists what is not scored, and a shortened list gives its length', async () => {
  const { site, files } = project(15);
  await site();
  const all = files();
  const record = all.get('record.html') ?? '';
  for (const name of [
    'Log score',
    'Discrimination (area under',
    '<dt>Overdue</dt><dd>',
    '<dt>Withdrawn before',
  ]) {
    expect(record).toContain(name);
  }
  // All 14 that are open or overdue, but for the one without a horizon.
  expect(all.get('index.html')).toContain('<p>12 of 13 ');
});

test('every link leads to a file of the site, from any folder', async () => {
  const { site, files } = project(12);
  const report = await site();
  expect(report.findings).toEqual([]);
  const all = files();
  expect(all.size).toBe(report.files);
  for (const [name, content] of all) {
    if (!name.endsWith('.html')) continue;
    const links = [...content.matchAll(/<(?:a|link|script)\b[^>]*?(?:href|src)="([^"]+)"/g)].map(
      ([, to = '']) => to,
    );
    expect(links.length, name).toBeGreaterThan(9);
    for (const link of links) {
      if (/^https?:/.test(link)) continue;
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? name : join(dirname(name), path).replaceAll('\\', '/');
      expect(all.has(target), `${name}: ${link}`).toBe(true);
      if (anchor) expect(all.get(target), `${name}: ${link}`).toContain(`id="${anchor}"`);
    }
    expect(content).toContain('default-src &#x27;none&#x27;; script-src &#x27;self&#x27;');
    expect(content).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|javascript:/i);
  }
});

test('the same assessments give the same bytes; a changed one rewrites only the pages that show it', async () => {
  const { site, files, write, assessments } = project(12);
  await site();
  const before = files();
  expect(await site()).toMatchObject({ written: 0, removed: 0 });
  const [first] = assessments as [Assessment];
  write(first.id, { ...first, gaps: [{ id: 'who', question: 'Who paid for it?' }] });
  const report = await site();
  const changed = [...files()]
    .filter(([name, content]) => before.get(name) !== content)
    .map(([name]) => name);
  expect(changed.toSorted()).toEqual(['data.json', `memo/${first.id}.html`]);
  expect(report).toMatchObject({ written: 2, removed: 0 });
});

test('a release has nothing withheld in text, data, index, feed or file names, and leaves no fuller site behind', async () => {
  const { site, files } = project(12);
  await site();
  expect([...files()].some(([name, content]) => `${name}${content}`.includes(SECRET))).toBe(true);
  const report = await site({ release: 'TLP:CLEAR' });
  expect(report.removed).toBeGreaterThan(0);
  expect(report.leftOut).toBeGreaterThan(0);
  const all = files();
  expect([...all.keys()]).toContain('memo/mixed.html');
  for (const [name, content] of all) {
    const text = name.endsWith('.woff2') ? name : `${name}\n${content}`;
    expect(text.toLowerCase(), name).not.toContain(SECRET.toLowerCase());
    if (!name.startsWith('style/')) expect(text, name).not.toMatch(/TLP:(?:GREEN|AMBER|RED)/);
  }
  expect(all.get('index.html')).toContain('Contains nothing that is marked above TLP:CLEAR.');
});

test('a site that does not fit into memory is refused before anything is made', async () => {
  const { folder, effects } = project(3);
  const large = { ...effects, readFile: async () => new Uint8Array(60_000_001) };
  const options = { named: [], out: join(folder, 'site'), language: 'en', today: '2026-11-29' } as const;
  await expect(buildSite(options, large)).rejects.toThrow(
    'The assessments of a site can have 180 MB together, but these 4 have 240 MB.',
  );
});

test('nothing is written into a folder with other contents', async () => {
  const { site, folder } = project(1);
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'site/thesis.txt'), 'mine');
  await expect(site()).rejects.toThrow(/other files in it/);
  expect(readdirSync(join(folder, 'site'))).toEqual(['thesis.txt']);
});

test('a list of files from a stranger removes nothing outside the site', async () => {
  const { site, folder } = project(1);
  writeFileSync(join(folder, 'keep.txt'), 'mine');
  mkdirSync(join(folder, 'site'));
  writeFileSync(
    join(folder, 'site/site-files.json'),
    JSON.stringify(['../keep.txt', '/etc/hostname', 'a/../../keep.txt']),
  );
  await site();
  expect(readFileSync(join(folder, 'keep.txt'), 'utf8')).toBe('mine');
});

test('the feed is well-formed, and the data match their schema', async () => {
  const { site, files } = project(12);
  await site();
  const all = files();
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local }) => names.push(local));
  parser.write(all.get('feed.xml') ?? '').close();
  expect(names.filter((name) => name === 'entry').length).toBeGreaterThan(9);
  const data = JSON.parse(all.get('data.json') ?? '');
  const valid = new Ajv2020({ strict: false, formats: { date: true } }).compile(
    JSON.parse(all.get('data.schema.json') ?? ''),
  );
  expect(valid(data), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true);
  expect(data.judgments.length).toBeGreaterThan(20);
});

test('texts of an assessment run no script and close no element', async () => {
  const { site, files, write, assessments } = project(1);
  const [first] = assessments as [Assessment];
  const attack = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>';
  write('attack', {
    ...first,
    id: 'attack',
    title: attack,
    authors: [{ name: attack }],
    judgments: [{ id: 'j', statement: `${attack} & co`, evidence: ['seen'] }],
    incidents: [{ id: 'i', title: attack, place: { name: attack }, date: '2024' }],
  });
  await site();
  for (const [name, content] of files()) {
    if (!/\.(?:html|xml)$/.test(name)) continue;
    expect(content, name).not.toMatch(/<img src=x|<script>/);
  }
  const [, records = ''] =
    /^globalThis\.siteRecords=(.*);\n$/.exec(files().get('search-data.js') ?? '') ?? [];
  expect(JSON.parse(records).length).toBeGreaterThan(3);
});

test.each(siteLanguages)('every phrase of the site exists in %s, with the same placeholders', (language) => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
  for (const [key, text] of Object.entries(siteMessages.en)) {
    const own = siteMessages[language][key as keyof typeof siteMessages.en];
    expect(own.trim(), key).not.toBe('');
    expect(places(own), key).toEqual(places(text));
    if (language !== 'en' && /[a-z]{3}/i.test(text.replace(/\{\w+\}/g, '')))
      expect(own, key).toMatch(language === 'ru' ? /[а-я]/i : /[א-ת]/);
  }
});
