import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { run } from '../e2e/run.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { Person, startLooking } from './browser.ts';
import { projectWith, rail, type Served, served } from './project.ts';

const pictures = fileURLToPath(new URL('../../docs/images/', import.meta.url));

/** Known to all assessments of the desk that the tests share. */
const register = {
  places: [{ id: 'norham', name: 'Norham' }],
  actors: [{ id: 'union', name: 'Rail Union' }],
};

// One browser and one desk for most tests: each has a file of its own in the project.
let browser: Browser;
let desk: Served;
let project: Awaited<ReturnType<typeof projectWith>>;
beforeAll(async () => {
  project = await projectWith({ 'assessments/register.json': JSON.stringify(register) });
  [desk, browser] = await Promise.all([served(project.folder), startLooking()]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  expect(await desk.stop()).toBe(0);
  await project.remove();
});

/** The sound assessment under another id; its file is the id's. */
function railAs(id: string, more: object = {}): string {
  return `${JSON.stringify({ ...rail, id, ...more }, null, 2)}\n`;
}

/** A page on a file of the desk that the tests share; without one, on the list of all. */
async function atFile(id = '', text = railAs(id)) {
  const file = `assessments/${id}.json`;
  if (id !== '') await project.write(file, text);
  return { file, text, ...(await pageOn(id === '' ? desk.url : `${desk.url}#${id}.json`)) };
}

/** A page on a desk of its own. */
async function atDesk(files: Readonly<Record<string, string>>, prepare = async (_: string) => {}) {
  const project = await projectWith(files);
  await prepare(project.folder);
  const desk = await served(project.folder);
  const leave = async () => {
    const code = await desk.stop();
    await project.remove();
    return code;
  };
  return { project, desk, ...(await pageOn(desk.url)), leave };
}

/** A page in a browser that knows nothing of the others. */
async function pageOn(url: string) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail')
      await page.screenshot({ path: `${pictures}../../failed.tmp.png` }).catch(() => {});
    await context.close();
  });
  await page.setViewport({ width: 1440, height: 900 });
  const person = new Person(page);
  await page.goto(url);
  return { page, person };
}

/** Makes the project that the README begins with. */
async function init(folder: string): Promise<void> {
  const { code, err } = await run(['init', '.'], folder);
  expect(code, err).toBe(0);
}

/** Saves a picture of the page with `UPDATE_PICTURES=1`. */
async function picture(person: Person, name: string): Promise<void> {
  if (process.env.UPDATE_PICTURES) await person.page.screenshot({ path: `${pictures}${name}.png` });
}

test('a first memo by the README alone: from the project that init makes to its PDF', async () => {
  const { project, desk, person, page, leave } = await atDesk({ 'keep/.keep': '' }, init);
  await person.sees('Sabotage on the Northern Line'); // the first assessment, which init has written
  await person.click('button', 'New assessment');
  await person.type('textbox', 'Title', 'Fire in the Harbour');
  await person.click('button', 'Create');
  await person.sees('There is no memo until the errors are fixed.');
  await person.sees('Begin with a source');

  await person.click('button', 'Add: Sources');
  await person.type('textbox', 'Title', 'Report on the Fire');
  await person.type('textbox', 'Publisher', 'Harbour Authority');
  await page.select('[data-at="/reliability"] select', 'B');
  await person.click('button', 'Add it');
  await person.sees('Report on the Fire', '.outline');

  for (const statement of [
    'Two of four cameras were off on the night of the fire.',
    'The police found a burnt cable.',
  ]) {
    await person.click('button', 'Add: Evidence');
    await person.type('textbox', 'Statement', statement);
    await person.click('button', '+ Add: Citation');
    await person.type('combobox', 'Source: Type to search', 'report');
    await person.press('Enter');
    await person.sees('Report on the Fire', '[data-at="/citations"]');
    await person.click('button', 'Add it');
    await person.sees(statement, '.outline');
  }

  await person.click('button', 'Add: Actors');
  await person.type('textbox', 'Name', 'Night Watch of the Harbour');
  await person.click('button', 'Add it');
  await person.sees('Night Watch of the Harbour', '.outline');

  await person.click('button', 'Add: Judgments');
  await person.type('textbox', 'Statement', 'Further fires in the harbour are likely through 2035.');
  // Something else is looked up meanwhile: what was begun is still there.
  await person.click('button', 'The memo itself');
  await person.sees('Bottom line', 'main.edit');
  await person.click('button', 'Add: Judgments');
  await page.waitForFunction(
    `document.querySelector('[data-at="/statement"] textarea')?.value.startsWith('Further fires')`,
  );
  await person.click('radio', 'likely 55–80 %');
  await person.click('radio', 'moderate');
  await person.type('textbox', 'Basis of confidence', 'One official report; nobody was heard.');
  await person.type('textbox', 'Horizon', '2026/2035');
  await person.type('combobox', 'Evidence: Type to search or add', 'cameras');
  await person.press('Enter');
  await person.type('textbox', 'What would change it', 'Proof that a cable burned by itself.');
  await page.evaluate("document.activeElement.blur(); document.querySelector('main.edit').scrollTop = 0");
  await picture(person, 'desk-judgment');
  await person.click('button', 'Add it');
  await person.readsInMemo('Further fires in the harbour are likely through 2035.');

  await person.click('button', 'The memo itself');
  await person.type('textbox', 'Question', 'Will there be further fires in the harbour?');
  await person.type('textbox', 'Bottom line', 'Further fires in the harbour are likely through 2035.');

  // What is missing is said below, at once while the last words are checked: a click on it leads to its field.
  await person.sees('names no contrary evidence', '.bottom');
  await person.clickFinding('names no contrary evidence');
  await person.sees('Judgment 1', 'main.edit');
  await person.type('combobox', 'Contrary evidence: Type to search or add', 'cable');
  await person.press('Enter');
  await person.losesFinding('names no contrary evidence');
  await person.readsInMemo('Will there be further fires in the harbour?');
  expect(await page.$$('.finding .error')).toEqual([]);

  await page.keyboard.down('Control');
  await person.press('s');
  await page.keyboard.up('Control');
  await person.sees('saved ');
  await page.click('.outline ol .item');
  await page.waitForFunction("document.querySelector('iframe').contentDocument.querySelector('.desk-here')");
  await page.evaluate("document.querySelector('main.edit').scrollTop = 0");
  await picture(person, 'desk');

  const written = JSON.parse(await project.read('assessments/fire-in-the-harbour.json')) as object;
  expect(written).toMatchObject({
    actors: [{ name: 'Night Watch of the Harbour' }],
    sources: [{ id: 'report-on-the-fire', reliability: 'B' }],
    evidence: [{ citations: [{ source: 'report-on-the-fire' }] }, { id: 'the-police-found-a-burnt-cable' }],
    judgments: [
      {
        statement: 'Further fires in the harbour are likely through 2035.',
        likelihood: { term: 'likely' },
        confidence: { level: 'moderate', basis: 'One official report; nobody was heard.' },
        horizon: '2026/2035',
        evidence: ['two-of-four-cameras-were-off-on-the'],
        contraryEvidence: ['the-police-found-a-burnt-cable'],
      },
    ],
  });

  const address = await page.$eval('a.button[target]', (link) => (link as unknown as { href: string }).href);
  expect(address.startsWith(desk.url)).toBe(true);
  const encoded = (await page.evaluate(
    `fetch(${JSON.stringify(address)}).then((r) => r.arrayBuffer()).then((b) => Array.from(new Uint8Array(b)))`,
  )) as number[];
  const pdf = await readPdf(Uint8Array.from(encoded));
  expect(pdf.pages.join(' ').replace(/\s+/g, ' ')).toContain(
    'Further fires in the harbour are likely through 2035.',
  );
  expect(person.complaints).toEqual([]);
  expect(await leave()).toBe(0);
}, 300_000);

test('two windows edit one text: each shows the changes of the other, and forms and text agree', async () => {
  const { file, text, person, page } = await atFile('windows');
  const other = new Person(await page.browserContext().newPage());
  await other.page.goto(`${desk.url}#windows.json`);
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
  await project.write(file, text.replace('Half a year', 'A whole year'));
  await person.readsInMemo('A whole year without an attack.');
  await person.readsInMemo('It will go on.');
  expect([...person.complaints, ...other.complaints]).toEqual([]);
}, 240_000);

test('citations, their targets and register entries are found by words', async () => {
  const { file, person, page } = await atFile('cited');
  await person.readsInMemo('Arson is likely to go on through 2025.');

  await person.click('button', 'Add: Sections');
  await person.type('textbox', 'Heading', 'Who it was');
  await person.type('textbox', 'Body', 'They came at night.[@');
  await page.waitForSelector('.citing input:focus');
  await page.keyboard.type('cabinets');
  await person.press('Enter');
  await page.waitForSelector('[data-at="/body"] textarea:focus');
  await page.keyboard.type(' Nobody saw them.');
  // The button does the same; a second one goes into the same bracket.
  for (const words of ['cabinets', 'safety']) {
    await person.press('Tab');
    await person.press('Enter');
    await page.waitForSelector('.citing input:focus');
    await page.keyboard.type(words);
    await person.press('Enter');
    await page.waitForSelector('[data-at="/body"] textarea:focus');
  }
  await person.click('button', 'Add it');
  await person.readsInMemo('Nobody saw them.');

  for (const [title, place] of [
    ['Fire at Night', 'north of Norham'],
    ['Fire by Day', 'norh'],
  ] as const) {
    await person.click('button', 'Add: Incidents');
    await person.type('textbox', 'Title', title);
    await person.type('combobox', 'Place: Type to search, or use your own words', place);
    await person.press('Enter');
    await person.type('textbox', 'Date', '2025-02');
    await person.click('button', 'Add it');
    await person.sees(title, '.outline');
  }

  await person.click('button', 'Add: Trends');
  await person.type('combobox', 'Subject: Type to search or add', 'union');
  await person.press('Enter');
  await person.sees('Rail Union', '.outline');
  await page.select('[data-at="/direction"] select', 'rising');
  await person.click('button', 'Add it');
  await person.sees('Trend 1', 'main.edit');

  await page.click(
    '::-p-aria([name="Four signal cabinets were set on fire between January and March 2025."])',
  );
  await page.select('[data-at="/citations/0/credibility"] select', '3');
  await person.rests();
  await person.click('button', 'Save');
  await person.sees('saved ');
  expect(JSON.parse(await project.read(file))).toMatchObject({
    actors: [{ ref: 'union' }],
    evidence: [{ citations: [{ credibility: 3 }] }],
    incidents: [{ place: 'north of Norham' }, { place: 'norham' }],
    trends: [{ subject: 'union', direction: 'rising' }],
    sections: [
      {},
      { body: ['They came at night.[@four-fires]', 'Nobody saw them.[@four-fires; @authority]'] },
    ],
  });
  expect(person.complaints).toEqual([]);
}, 240_000);

test('a finding names fields as the forms do, with its entries', async () => {
  const vague = railAs('vague', { bottomLine: ['Attacks are likely.', 'They may spread.'] });
  const dated = railAs('dated').replace(
    '"Quarterly Safety Report"',
    '"Quarterly Safety Report","issued":"April 2025"',
  );
  await project.write('assessments/dated.json', dated);
  const { person } = await atFile('vague', vague);
  await person.sees('Bottom line “may” leaves open how likely it is.', '.bottom');
  await person.page.goto(`${desk.url}#dated.json`);
  await person.sees('Quarterly Safety Report “Published” is “April 2025”', '.bottom');
  expect(person.complaints).toEqual([]);
}, 240_000);

test('a finding is fixed by its button, or suppressed with a reason that is still to be written', async () => {
  const [judgment] = rail.judgments;
  const { file, person, page } = await atFile(
    'fixed',
    railAs('fixed', { asOf: 'April 2025', judgments: [{ ...judgment, horizon: undefined }] }),
  );
  const saved = async () => {
    await person.rests();
    await person.click('button', 'Save');
    await person.sees('saved ');
    return JSON.parse(await project.read(file));
  };
  const press = async (finding: string, button: string) => {
    await person.sees(finding, '.bottom');
    const [about, called] = [finding, button].map((text) => JSON.stringify(text));
    await page.waitForFunction(`(() => {
      const line = [...document.querySelectorAll('.bottom .finding')].find((each) => each.textContent.includes(${about}));
      const found = [...(line?.querySelectorAll('button.small') ?? [])].find((each) => each.textContent.includes(${called}));
      found?.click();
      return found !== undefined;
    })()`);
  };
  await press('is “April 2025”', 'Change to “2025-04”');
  await person.losesFinding('is “April 2025”');
  expect((await saved()).asOf).toBe('2025-04');
  await press('looks ahead', 'Suppress, with a reason');
  await person.losesFinding('looks ahead');
  expect((await saved()).exceptions).toEqual([
    { rule: 'judgment-without-horizon', at: 'judgments/go-on', reason: '' },
  ]);
  expect(person.complaints).toEqual([]);
}, 240_000);

test('the register can be edited at the desk, and the assessments follow', async () => {
  const text = JSON.stringify({ ...rail, actors: [{ ref: 'union', summary: 'It warned of the fires.' }] });
  const { desk, person, page, leave } = await atDesk({
    'assessments/rail.json': text,
    'assessments/register.json': JSON.stringify(register),
  });
  await person.click('link', 'Register');
  await person.click('button', 'Rail Union');
  await person.sees('Actor 1', 'main.edit');
  const other = new Person(await page.browserContext().newPage());
  await other.page.goto(`${desk.url}#rail.json`);
  await other.readsInMemo('Rail Union');
  await person.type('textbox', 'Name', 'Union of Railway Workers');
  await other.readsInMemo('Union of Railway Workers');
  await person.click('link', 'All assessments');
  await person.sees('Sabotage on the Northern Line');
  await person.sees('not saved; safe in the journal');
  expect([...person.complaints, ...other.complaints]).toEqual([]);
  await leave();
}, 240_000);

test('the memo is shown in the chosen form and release', async () => {
  const text = railAs('released', {
    marking: 'TLP:AMBER',
    releasable: 'TLP:GREEN',
    sections: [{ ...rail.sections[0], marking: 'TLP:AMBER' }],
  });
  const { person, page } = await atFile('released', text);
  await person.readsInMemo('The four fires look alike.');
  const lacks = (words: string) =>
    page.waitForFunction(
      `!document.querySelector('iframe').contentDocument.body.textContent.includes(${JSON.stringify(words)})`,
    );
  await page.select('section.memo select', 'one-pager');
  await lacks('The four fires look alike.');
  await page.reload(); // it stays chosen, and the list says so
  await page.waitForFunction("document.querySelector('section.memo select')?.value === 'one-pager'");
  await page.select('section.memo select', '');
  await person.readsInMemo('The four fires look alike.');
  await (await page.$$('section.memo select'))[1]?.select('TLP:GREEN');
  await lacks('The four fires look alike.');
  await person.readsInMemo('Arson is likely to go on through 2025.');
  expect(person.complaints).toEqual([]);
}, 240_000);

test('an id is renamed everywhere, by the keyboard; a taken id is refused at its field', async () => {
  const { person, page } = await atFile('renamed');
  await person.click('button', 'Somebody pays for the fires.');
  for (const [id, seen] of [
    ['vandals', 'is the id of something else'],
    ['paid-arson', ''],
  ] as const) {
    await page.click('.tools button[title="Change id"]');
    await person.type('textbox', 'Id', id);
    await person.press('Enter');
    if (seen !== '') {
      await person.sees(seen, 'dialog');
      await person.press('Escape');
    }
  }
  await page.waitForFunction(
    "document.querySelector('.tools button[title=\"Change id\"]')?.textContent === 'paid-arson'",
  );
  expect(person.complaints).toEqual([]);
}, 240_000);

test('if the disk changed the same place, the page shows both changes', async () => {
  const { file, text, person } = await atFile('both');
  await person.click('button', 'The memo itself');
  await person.type('textbox', 'Question', 'Mine?');
  await person.sees('not saved; safe in the journal');
  await project.write(file, text.replace(rail.question, 'Theirs?'));
  await person.sees('Both changed: Question', '.banner');
  await person.click('button', 'Use the text on disk');
  await person.readsInMemo('Theirs?');
  expect(person.complaints).toEqual([]);
}, 240_000);

test('a new assessment gets an id from its title, and another if that is taken', async () => {
  await project.write('assessments/liege.json', railAs('liege'));
  const { person } = await atFile();
  await person.click('button', 'New assessment');
  await person.type('textbox', 'Title', 'Liège');
  await person.sees('assessments/liege-2.json', 'dialog');
  await person.type('textbox', 'Title', 'Пожар в порту');
  await person.sees('assessments/assessment.json', 'dialog');
  await person.press('Enter');
  await person.sees('Begin with a source');
}, 240_000);

test('a click on a sentence of the memo leads to its field', async () => {
  const { person, page } = await atFile('clicked');
  await person.readsInMemo('Arson is likely to go on through 2025.');
  const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
  // Again if it cannot be clicked: the memo may be put into the frame anew just then.
  await vi.waitFor(
    async () => (await frame?.waitForSelector('::-p-text(Half a year without an attack.)'))?.click(),
    { timeout: 30_000 },
  );
  await page.waitForFunction("document.activeElement?.value === 'Half a year without an attack.'");
  await frame?.waitForSelector('.desk-here');
  expect(person.complaints).toEqual([]);
}, 240_000);

test('the matrix is edited by mouse and keyboard; printed pages are drawn; an imported bibliography can be undone', async () => {
  const { person, page } = await atFile('matrix');
  await person.readsInMemo('Arson is likely to go on through 2025.');
  await person.click('button', 'Matrix');
  await person.type('combobox', 'Add evidence to the matrix: Type to search', 'cabinets');
  await person.press('Enter');
  const evidence = 'Four signal cabinets were set on fire between January and March 2025.';
  await person.click('button', `${evidence} / Somebody pays for the fires.: not given`);
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
  await person.sees('saved; no changes');
  expect(person.complaints).toEqual([]);
}, 300_000);

test('the server is killed while somebody writes: nothing is lost', async () => {
  const { file, text, person } = await atFile('killed');
  await person.click('button', 'The memo itself');
  await person.type('textbox', 'Question', 'What was typed before the crash?');
  await person.sees('not saved; safe in the journal');
  await person.rests();
  await desk.stop('SIGKILL');
  expect(await project.read(file)).toBe(text);
  desk = await served(project.folder);
  await person.page.goto(`${desk.url}#killed.json`);
  await person.sees('Unsaved text from before the program ended has been restored');
  await person.readsInMemo('What was typed before the crash?');
  await person.click('button', 'Undo');
}, 240_000);
