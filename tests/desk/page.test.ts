import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { readPdf } from '../pdf/read-pdf.ts';
import { Person, startLooking } from './browser.ts';
import { projectWith, railText, served } from './project.ts';

const pictures = fileURLToPath(new URL('../../docs/images/', import.meta.url));

let browser: Browser;
beforeAll(async () => {
  browser = await startLooking();
}, 60_000);
afterAll(async () => {
  await browser.close();
});

/** A page on a served project. */
async function atDesk(
  files: Readonly<Record<string, string>>,
  place = '',
  size = { width: 1440, height: 900 },
) {
  const project = await projectWith(files);
  const desk = await served(project.folder);
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(size);
  const person = new Person(page);
  await page.goto(`${desk.url}${place}`);
  onTestFailed(async () => {
    await page.screenshot({ path: `${pictures}../../failed.tmp.png` }).catch(() => {});
  });
  const leave = async () => {
    await context.close();
    const code = await desk.stop();
    await project.remove();
    return code;
  };
  return { project, desk, page, person, leave };
}

/** Keeps a picture of the page where pictures are to be made anew: `UPDATE_PICTURES=1`. */
async function picture(person: Person, name: string): Promise<void> {
  if (process.env.UPDATE_PICTURES) await person.page.screenshot({ path: `${pictures}${name}.png` });
}

/** What axe objects to on the page as it stands. */
async function objections(person: Person): Promise<string[]> {
  await person.page.evaluate(axe.source);
  const found = (await person.page.evaluate(
    "axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))",
  )) as string[];
  return found;
}

test('a first memo, from an empty project to its PDF', async () => {
  const { project, desk, person, page, leave } = await atDesk({ 'assessments/.keep': '' });

  await person.click('button', 'New assessment');
  await person.type('textbox', 'Title', 'Sabotage on the Northern Line');
  await person.click('button', 'Create');
  await person.sees('There is no memo until the errors are mended.');

  await person.click('button', 'Add: Sources');
  await person.type('textbox', 'Title', 'Quarterly Safety Report');
  await person.type('textbox', 'Publisher', 'Rail Safety Authority');
  await page.select('[data-at="/reliability"] select', 'B');
  await person.click('button', 'Add it');
  await person.sees('Quarterly Safety Report', '.outline');

  await person.click('button', 'Add: Evidence');
  await person.type(
    'textbox',
    'Statement',
    'Four signal cabinets were set on fire between January and March 2025.',
  );
  await person.click('button', '+ Add');
  await person.type('combobox', 'Source: Type to find it', 'quarterly');
  await person.press('Enter');
  await person.sees('Quarterly Safety Report', '[data-at="/citations"]');
  await person.click('button', 'Add it');
  await person.sees('Four signal cabinets', '.outline');

  await person.click('button', 'Add: Actors');
  await person.type('textbox', 'Name', 'Northern Line Saboteurs');
  await person.click('button', 'Add it');
  await person.sees('Northern Line Saboteurs', '.outline');

  await person.click('button', 'Add: Judgments');
  await person.type('textbox', 'Statement', 'Arson against signal cabinets is likely to go on through 2025.');
  await person.click('radio', 'likely 55–80 %');
  await person.click('radio', 'moderate');
  await person.type(
    'textbox',
    'Basis of confidence',
    'One official source; nothing independent confirms it.',
  );
  await person.type('textbox', 'Horizon', '2025-05/2025-12');
  await person.type('combobox', 'Evidence: Type to find it, or to add it', 'cabinets');
  await person.press('Enter');
  await person.type('textbox', 'What would change it', 'Half a year without an attack.');
  await page.evaluate("document.activeElement.blur(); document.querySelector('main.edit').scrollTop = 0");
  await picture(person, 'desk-judgment');
  await person.click('button', 'Add it');
  await person.readsInMemo('Arson against signal cabinets is likely to go on through 2025.');

  // What is missing is said below; a click on it leads to the field.
  await person.click('button', 'The memo itself');
  await person.type('textbox', 'Question', 'Will the attacks on signal cabinets go on?');
  await person.type('textbox', 'Bottom line', 'Attacks on the line are likely to go on through 2025.');
  await person.rests();
  await person.readsInMemo('Will the attacks on signal cabinets go on?');

  await page.keyboard.down('Control');
  await person.press('s');
  await page.keyboard.up('Control');
  await person.sees('saved ');
  await page.click('.outline ol .item');
  await page.waitForFunction("document.querySelector('iframe').contentDocument.querySelector('.desk-here')");
  await picture(person, 'desk');

  const [name] = ['assessments/sabotage-on-the-northern-line.json'];
  const written = JSON.parse(await project.read(name ?? '')) as Record<string, unknown>;
  expect(written.judgments).toMatchObject([
    {
      statement: 'Arson against signal cabinets is likely to go on through 2025.',
      likelihood: { term: 'likely' },
      confidence: { level: 'moderate' },
      horizon: '2025-05/2025-12',
      evidence: ['four-signal-cabinets-were-set-on-fire'],
    },
  ]);
  expect(written.evidence).toMatchObject([{ citations: [{ source: 'quarterly-safety-report' }] }]);

  const address = await page.$eval('a.button[target]', (link) => (link as unknown as { href: string }).href);
  expect(address.startsWith(desk.url)).toBe(true);
  const encoded = (await page.evaluate(
    `fetch(${JSON.stringify(address)}).then((r) => r.arrayBuffer()).then((b) => Array.from(new Uint8Array(b)))`,
  )) as number[];
  const pdf = await readPdf(Uint8Array.from(encoded));
  expect(pdf.pages.join(' ').replace(/\s+/g, ' ')).toContain(
    'Arson against signal cabinets is likely to go on through 2025.',
  );
  expect(person.complaints).toEqual([]);
  expect(await leave()).toBe(0);
}, 120_000);

test.each(['en', 'ru', 'he'] as const)(
  'axe finds nothing in %s, on desk, tablet and phone, light and dark',
  async (language) => {
    const { person, page, leave } = await atDesk({ 'assessments/rail.json': railText }, '#rail.json');
    await page.evaluate(`localStorage.setItem('language', '${language}')`);
    await page.reload();
    await person.readsInMemo('Arson is likely to go on through 2025.');
    const direction = await page.evaluate('document.documentElement.dir');
    expect(direction).toBe(language === 'he' ? 'rtl' : 'ltr');
    await page.click('.outline ol .item');
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    const found = await objections(person);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    for (const [width, height] of [
      [820, 1100],
      [390, 800],
    ] as const) {
      await page.setViewport({ width, height });
      expect(
        await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
        `${width}`,
      ).toBeLessThan(1);
    }
    found.push(...(await objections(person)));
    expect(found).toEqual([]);
    expect(person.complaints).toEqual([]);
    await leave();
  },
  90_000,
);

test('two windows write one text: both see both, and forms and text are one', async () => {
  const { project, desk, person, page, leave } = await atDesk(
    { 'assessments/rail.json': railText },
    '#rail.json',
  );
  const other = new Person(await page.browserContext().newPage());
  await other.page.goto(`${desk.url}#rail.json`);
  await other.readsInMemo('Arson is likely to go on through 2025.');
  await person.click('button', 'The memo itself');
  await other.click('button', 'The memo itself');
  await person.type('textbox', 'Question', 'Will it go on?');
  await other.type('textbox', 'Bottom line', 'It will go on.');
  await person.readsInMemo('It will go on.');
  await other.readsInMemo('Will it go on?');
  await other.click('tab', 'Text');
  await other.sees('"question": "Will it go on?"', '.cm-content');
  // What others write into the file meanwhile comes too.
  await project.write('assessments/rail.json', railText.replace('Half a year', 'A whole year'));
  await person.readsInMemo('A whole year without an attack.');
  await person.readsInMemo('It will go on.');
  expect([...person.complaints, ...other.complaints]).toEqual([]);
  await leave();
}, 90_000);

test('a click on a sentence of the memo leads to its field', async () => {
  const { person, page, leave } = await atDesk({ 'assessments/rail.json': railText }, '#rail.json');
  await person.readsInMemo('Arson is likely to go on through 2025.');
  const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
  const sentence = await frame?.waitForSelector('::-p-text(Half a year without an attack.)');
  await sentence?.click();
  await page.waitForFunction("document.activeElement?.value === 'Half a year without an attack.'");
  await frame?.waitForSelector('.desk-here');
  expect(person.complaints).toEqual([]);
  await leave();
}, 60_000);

test('the server is killed while somebody writes: nothing of it is lost', async () => {
  const { project, desk, person, leave } = await atDesk({ 'assessments/rail.json': railText }, '#rail.json');
  await person.click('button', 'The memo itself');
  await person.type('textbox', 'Question', 'What was typed before the crash?');
  await person.sees('not saved; kept in the journal');
  await person.rests();
  await desk.stop('SIGKILL');
  expect(await project.read('assessments/rail.json')).toBe(railText);
  const again = await served(project.folder);
  await person.page.goto(`${again.url}#rail.json`);
  await person.sees('What was written before the program ended has been restored');
  await person.readsInMemo('What was typed before the crash?');
  await person.click('button', 'Undo');
  await again.stop();
  await leave();
}, 60_000);

test('the matrix is clicked and typed; printed pages are drawn; a bibliography is imported, and all of it undone', async () => {
  const { person, page, leave } = await atDesk({ 'assessments/rail.json': railText }, '#rail.json');
  await person.readsInMemo('Arson is likely to go on through 2025.');
  await person.click('button', 'Matrix');
  await person.type('combobox', 'Add evidence to the matrix: Type to find it', 'cabinets');
  await person.press('Enter');
  const evidence = 'Four signal cabinets were set on fire between January and March 2025.';
  await person.click('button', `${evidence} / Somebody pays for the fires.: not said`);
  await page.waitForSelector('.rating.CC');
  await person.press('i');
  await page.waitForSelector('.rating.I');
  await person.press('i');
  await page.waitForSelector('.rating.II');

  const input = await page.$('input[type=file]');
  await page.evaluate(
    "(() => { const data = new DataTransfer(); data.items.add(new File(['@book{x1, title={On Fires}, author={Roe, Ann}, year={2020}}'], 'refs.bib')); const input = document.querySelector('input[type=file]'); input.files = data.files; input.dispatchEvent(new Event('change', { bubbles: true })); })()",
  );
  expect(input).not.toBeNull();
  await person.sees('Imported: ', 'dialog');
  await person.click('button', 'Close');
  await person.sees('On Fires', '.outline');

  await person.click('button', 'As printed');
  await page.waitForSelector('.printed canvas', { timeout: 30_000 });
  await person.click('button', 'On screen');
  for (let steps = 0; steps < 12 && (await page.$('button[aria-label="Undo"]:not(:disabled)')); steps += 1) {
    await person.click('button', 'Undo');
    await person.rests();
  }
  await person.sees('as on the disk');
  expect(person.complaints).toEqual([]);
  await leave();
}, 120_000);
