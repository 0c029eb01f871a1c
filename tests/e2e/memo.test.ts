import { createHash } from 'node:crypto';
import { chmod, chown, copyFile, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { formats as allFormats } from '../../src/build/build-options.ts';
import { thisMachine } from '../../src/pdf/browser/machine.ts';
import { privateFolder } from '../../src/pdf/browser/private-folder.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { browserPath } from '../desk/browser.ts';
import { type Drawn, type ReadPdf, readDrawnPdf, readPdf } from '../pdf/read-pdf.ts';
import { sampled } from '../support/soak.ts';
import { folderWith, root, run, runAlone, shippedProject, small } from './run.ts';
import { shippedBuild } from './shipped-build.ts';
import { words, wordsOfMarkdown } from './words.ts';

const shipped = (await readdir(join(root, 'assessments'))).filter((name) => !/^register\./.test(name));
const ids = shipped.map((name) => name.replace(/\.\w+$/, ''));

/** Fewest and most pages that a memo of a form should have. */
const PAGES: Readonly<Record<string, readonly [number, number]>> = {
  'policy-memo': [6, 22],
  explainer: [6, 23],
  'event-report': [6, 23],
  commentary: [6, 18],
  'incident-brief': [2, 7], // two of them the brief
};

describe('the shipped assessments', () => {
  const memos = new Map<string, { markdown: string; pdf: ReadPdf & Drawn }>();

  beforeAll(async () => {
    const folder = await shippedBuild();
    for (const id of ids) {
      const bytes = await readFile(join(folder, 'out', `${id}.pdf`));
      const markdown = await readFile(join(folder, 'out', `${id}.md`), 'utf8');
      memos.set(id, { markdown, pdf: await readDrawnPdf(bytes) });
    }
  });

  test.for(ids)('%s is printed as a memo should be', (id) => {
    const { markdown, pdf } = memos.get(id) ?? expect.fail();
    const [fewest, most] = PAGES[/^form: "(.*)"$/m.exec(markdown)?.[1] ?? ''] ?? expect.fail();
    expect(pdf.pages.length).toBeGreaterThanOrEqual(fewest);
    expect(pdf.pages.length).toBeLessThanOrEqual(most);
    const title = /^title: "(.*)"$/m.exec(markdown)?.[1];
    const marking = /^marking: "(.*)"$/m.exec(markdown)?.[1] ?? '';
    expect(pdf.info.Title).toBe(title);
    expect(pdf.info.Author).toBeTruthy();
    expect(pdf.info.Subject).toBeTruthy();
    expect(pdf.info.Keywords).toContain(marking);
    expect(pdf.language).toMatch(/^en(?:-(?:GB|US))?$/);
    for (const page of pdf.pages) expect(page.split(marking).length - 1).toBe(2);
    pdf.pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
    });
    for (const heading of markdown.match(/^## .*$/gm) ?? []) expect(pdf.outline).toContain(heading.slice(3));
    for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Link'])
      expect(pdf.roles).toContain(role);
    expect(pdf.fonts.filter(({ embedded, type3 }) => !embedded || type3)).toEqual([]);
    expect(pdf.missingGlyphs).toBe(0);
  });

  test.for(ids)('%s: the PDF has every word of the Markdown', (id) => {
    const { markdown, pdf } = memos.get(id) ?? expect.fail();
    const printed = words(pdf.pages.join(' '));
    const counts = new Map<string, number>();
    for (const word of printed) counts.set(word, (counts.get(word) ?? 0) + 1);
    const lost = wordsOfMarkdown(markdown).filter((word) => {
      const left = counts.get(word) ?? 0;
      counts.set(word, left - 1);
      return left <= 0;
    });
    expect(lost).toEqual([]);
  });

  test.for(ids)(
    '%s: the PDF carries the assessment it was made from, and its part of the register',
    async (id) => {
      const { pdf } = memos.get(id) ?? expect.fail();
      const name = shipped.find((file) => file.startsWith(`${id}.`)) ?? '';
      expect(pdf.attachments.get(name)).toBe(await readFile(join(root, 'assessments', name), 'utf8'));
      const register = pdf.attachments.get('register.json');
      const again = await folderWith({
        [`assessments/${name}`]: pdf.attachments.get(name) ?? '',
        ...(register !== undefined && { 'assessments/register.json': register }),
      });
      expect((await run(['build', '--format', 'md'], again)).code).toBe(0);
      expect(await readFile(join(again, 'out', `${id}.md`), 'utf8')).toBe(memos.get(id)?.markdown);
    },
  );

  test.for(ids)('%s: what is committed in out/ is current', async (id) => {
    const { markdown } = memos.get(id) ?? expect.fail();
    expect(await readFile(join(root, 'out', `${id}.md`), 'utf8')).toBe(markdown);
  });

  test.for(shipped)('%s has no finding of any severity', async (name) => {
    const { out, code } = await run(['check', `assessments/${name}`, '--format', 'json'], root);
    expect(JSON.parse(out)).toEqual([]);
    expect(code).toBe(0);
  });
});

/** SHA-256 of everything that a build writes, by path. */
async function hashes(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(join(folder, 'out'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashed = files.sort().map(async (file) => {
    const hash = createHash('sha256').update(await readFile(file));
    return [file.slice(folder.length), hash.digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(hashed));
}

test('the same input gives the same bytes: in any order, at any --jobs, in threads or not, as another user, in another folder, time zone and language', async () => {
  const names = ids.toSorted((a, b) => (a < b ? -1 : 1)).slice(0, sampled(2, 4));
  const formats = ['--format', allFormats.join(',')];
  const first = await shippedProject();
  expect((await run(['build', ...names, ...formats, '--jobs', '7'], first)).code).toBe(0);
  const expected = await hashes(first);
  const [one = ''] = names;
  const expectedOfOne = Object.fromEntries(Object.entries(expected).filter(([path]) => path.includes(one)));
  expect(Object.keys(expected).filter((name) => name.endsWith('.svg')).length).toBeGreaterThan(5);

  const second = await shippedProject();
  const elsewhere = { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
  const backwards = [...names.toReversed(), ...formats, '--jobs', '1'];
  expect((await run(['build', ...backwards], second, elsewhere)).code).toBe(0);
  expect(await hashes(second)).toEqual(expected);

  // In a folder with a name that has to be escaped nearly everywhere, by somebody without rights.
  const around = await shippedProject();
  const third = join(around, 'Ä b & <c> %20 #?');
  await cp(join(around, 'assessments'), join(third, 'assessments'), { recursive: true });
  const isRoot = process.getuid?.() === 0;
  const nobody = 65_534;
  if (isRoot) for (const path of [around, third]) await chown(path, nobody, nobody);
  const own = {
    HOME: third,
    XDG_CACHE_HOME: join(third, '.cache'),
    PUPPETEER_EXECUTABLE_PATH: await browserForAll(around),
    TZ: 'America/St_Johns',
    LC_ALL: 'C',
  };
  const args = ['build', one, ...formats];
  const { code, err } = await runAlone(args, third, { env: own, ...(isRoot && { user: nobody }) });
  expect(err).not.toContain('runs as root');
  expect(code).toBe(0);
  expect(await hashes(third)).toEqual(expectedOfOne);

  // Without threads of their own.
  const fourth = await shippedProject();
  const options = {
    named: [one],
    out: join(fourth, 'out'),
    formats: allFormats,
    paper: 'A4',
    compareOnly: false,
  } as const;
  await build(options, nodeEffects(root, fourth));
  expect(await hashes(fourth)).toEqual(expectedOfOne);
});

/** A browser that any user may run, so that none has to be unpacked; a copy in the folder of the one that is only ours. */
async function browserForAll(folder: string): Promise<string> {
  const path = await browserPath();
  if (!path.startsWith(privateFolder(thisMachine(process.env)))) return path;
  const copy = join(folder, 'browser');
  await copyFile(path, copy);
  await chmod(copy, 0o755);
  return copy;
}

test('build --check lists outdated outputs, and writes nothing', async () => {
  const folder = await folderWith({ 'assessments/a.json': small('a') });
  const id = 'a';
  const missing = await run(['build', id, '--check', '--format', 'md'], folder);
  expect(missing.code).toBe(1);
  expect(missing.out).toContain(`stale out/${id}.md`);
  expect(await readdir(folder)).not.toContain('out');
  expect((await run(['build', id], folder)).code).toBe(0);
  expect(await run(['build', id, '--check'], folder)).toMatchObject({
    code: 0,
    out: expect.not.stringContaining('stale'),
  });
  await writeFile(join(folder, 'out', `${id}.md`), 'edited by hand');
  const edited = await run(['build', id, '--check'], folder);
  expect(edited.code).toBe(1);
  expect(edited.out).toBe(`stale out/${id}.md\n`);
  expect(await readFile(join(folder, 'out', `${id}.md`), 'utf8')).toBe('edited by hand');
});

test('US Letter, self-contained HTML, another folder', async () => {
  const folder = await folderWith({ 'assessments/a.json': small('a') });
  const id = 'a';
  const { code, out } = await run(
    ['build', id, '--paper', 'Letter', '--format', 'pdf,html', '--out', 'briefing'],
    folder,
  );
  expect(code).toBe(0);
  expect(out).toBe(`briefing/${id}.html\nbriefing/${id}.pdf\n`);
  const pdf = await readPdf(await readFile(join(folder, 'briefing', `${id}.pdf`)));
  expect(pdf.size.map(Math.round)).toEqual([612, 792]);
  const html = await readFile(join(folder, 'briefing', `${id}.html`), 'utf8');
  expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
  expect(html).not.toMatch(/<script|src="http|url\((?!data:)/);
});
