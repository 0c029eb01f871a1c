import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startLooking } from '../desk/browser.ts';
import { manyAssessments, manyRegister } from '../support/many-assessments.ts';
import { isSoak } from '../support/soak.ts';
import { folderWith, run } from './run.ts';
import { shippedBuild } from './shipped-build.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page, with the first place of each. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(
    'axe.run(document, { preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
  );
  return found as string[];
}

/** A page of each kind. */
const PAGES = [
  'index',
  'judgments',
  'incidents',
  'record',
  'compare',
  'search',
  'memo/memo-00005',
  'judgments/memo-00005--second',
  'actors/iskp',
  'sources/wire',
];
/** Those that differ most from one another: in the other languages, in an ordinary run. */
const MOST_UNLIKE = ['index', 'compare', 'memo/memo-00005'];

const sites = new Map<string, Promise<string>>();

/** A site as a browser shows it that opens it from its folder; made once in each language, and only read. */
function siteOf(language: string): Promise<string> {
  const known = sites.get(language) ?? makeSite(language);
  sites.set(language, known);
  return known;
}

async function makeSite(language: string): Promise<string> {
  const assessments = manyAssessments(15).map(
    (one) => [`assessments/${one.id}.json`, JSON.stringify(one)] as const,
  );
  const folder = join(inject('runFolder'), `site-${language}`);
  await mkdir(join(folder, 'assessments'), { recursive: true });
  const files = [...assessments, ['assessments/register.json', JSON.stringify(manyRegister)] as const];
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  const built = await run(
    ['site', '--language', language, '--today', '2026-11-29', '--out', 'public/a b'],
    folder,
  );
  expect(built).toMatchObject({ code: 0, err: '' });
  return join(folder, 'public/a b');
}

describe('a site in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startLooking();
  });
  afterAll(() => browser.close());

  test.each([
    ['en', 'light', 1280, PAGES],
    ['ru', 'dark', 390, isSoak ? PAGES : MOST_UNLIKE],
    ['he', 'light', 820, isSoak ? PAGES : MOST_UNLIKE],
  ] as const)(
    'in %s, %s, %i wide: accessible, within the screen, without errors in the console',
    async (language, scheme, width, paths) => {
      const site = await siteOf(language);
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('requestfailed', (request) => complaints.push(request.url()));
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      for (const path of paths) {
        await page.goto(pathToFileURL(join(site, `${path}.html`)).href);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), path).toBe(true);
        expect(await faultsOf(page), path).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test('a memo of each form on a phone: accessible, and within the screen', async () => {
    const shipped = join(await shippedBuild(), 'out');
    const page = await browser.newPage();
    await page.setViewport({ width: 390, height: 900 });
    for (const id of [
      'hospital-ransomware-2025',
      'isis-moscow-2024',
      'eagle-s-2024',
      'russia-militancy-2025',
      'dagestan-attacks-2016',
    ]) {
      await page.goto(pathToFileURL(join(shipped, `${id}.html`)).href);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), id).toBe(true);
      // The words of a drawing are as large as a note at least.
      const drawn = `Array.from(document.querySelectorAll('figure text'), (text) => text.getBoundingClientRect())
        .filter(({ height }) => height > 0 && height < 8).length`;
      expect(await page.evaluate(drawn), id).toBe(0);
      // Where a drawing is not shown, its caption is not either.
      const bare = `Array.from(document.querySelectorAll('figure')).filter((figure) =>
        figure.querySelector('figcaption')?.checkVisibility() && !figure.querySelector('svg, img').checkVisibility()).length`;
      expect(await page.evaluate(bare), id).toBe(0);
      expect(await faultsOf(page), id).toEqual([]);
    }
    await page.close();
  }, 300_000);

  test('the search finds by alias, in Cyrillic and in Hebrew; a table is filtered', async () => {
    const site = await siteOf('en');
    const page = await browser.newPage();
    for (const [words, found] of [
      ['isis-k', 'actors/iskp.html'],
      ['хорасан', 'actors/iskp.html'],
      ['לוקרים', 'actors/lockers.html'],
      ['Memo 7', 'memo/memo-00007.html'],
    ]) {
      await page.goto(pathToFileURL(join(site, 'search.html')).href);
      await page.type('#query', words ?? '');
      const links = await page.$$eval('#results a', (all) => all.map((link) => link.getAttribute('href')));
      expect(links, words).toContain(found);
    }
    // Paper has no use for a field to write into; what was found is printed with what was looked for.
    await page.emulateMediaType('print');
    const isPrinted = '!!document.querySelector("#query").offsetParent';
    expect(await page.evaluate(isPrinted)).toBe(true);
    await page.goto(pathToFileURL(join(site, 'search.html')).href);
    expect(await page.evaluate(isPrinted)).toBe(false);
    await page.emulateMediaType('screen');
    await page.goto(pathToFileURL(join(site, 'judgments.html')).href);
    await page.type('input[type=search]', 'case first of 2023');
    const shown = await page.$$eval('tbody tr', (rows) =>
      rows.filter((row) => !(row as unknown as { hidden: boolean }).hidden).map((row) => row.textContent),
    );
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every((text) => /first.*2023/s.test(text ?? ''))).toBe(true);
    await page.close();
  });
});

test('every address in a site leads to a file and a place in it, by a path that works under any prefix', async () => {
  const site = await siteOf('en');
  const names = JSON.parse(readFileSync(join(site, 'site-files.json'), 'utf8')) as string[];
  const texts = new Map(
    names
      .filter((name) => name.endsWith('.html'))
      .map((name) => [name, readFileSync(join(site, name), 'utf8')]),
  );
  const broken: string[] = [];
  let followed = 0;
  for (const [from, text] of texts) {
    for (const [, address = ''] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^(?:https?|mailto|data):/.test(address)) continue;
      const [path = '', place] = address.replaceAll('&amp;', '&').split('#');
      const to = path === '' ? from : posix.join(posix.dirname(from), decodeURIComponent(path));
      const isThere = names.includes(to) && !address.startsWith('/');
      const hasPlace = !place || (texts.get(to)?.includes(`id="${place}"`) ?? false);
      followed += 1;
      if (!isThere || !hasPlace) broken.push(`${from}: ${address}`);
    }
  }
  expect(broken).toEqual([]);
  expect(followed).toBeGreaterThan(500);
});

test('a wrong day and a folder that is not a site are refused', async () => {
  const folder = await folderWith({ 'assessments/x.json': '{}', 'public/mine.txt': 'mine' });
  expect(await run(['site', '--today', '2026-02-30'], folder)).toMatchObject({ code: 2 });
  expect(await run(['site', '--out', 'public'], folder)).toMatchObject({ code: 2 });
});
