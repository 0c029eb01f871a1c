import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { run } from '../e2e/run.ts';
import { Person, startLooking } from './browser.ts';
import { projectWith, rail, type Served, served } from './project.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

// One browser and one desk for all tests: each has a file of its own in the project.
let browser: Browser;
let desk: Served;
let project: Awaited<ReturnType<typeof projectWith>>;
beforeAll(async () => {
  project = await projectWith({ 'keep/.keep': '' });
  expect((await run(['init', '.'], project.folder)).code).toBe(0);
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

/** A page on a file of the desk that all share; without one, on the list of all. */
async function atDesk(id = '', text = railAs(id), size = { width: 1440, height: 900 }) {
  const file = `assessments/${id}.json`;
  if (id !== '') {
    await mkdir(dirname(join(project.folder, file)), { recursive: true });
    await writeFile(join(project.folder, file), text);
  }
  return { file, ...(await pageOn(id === '' ? desk.url : `${desk.url}#${id}.json`, size)) };
}

/** A page in a browser that knows nothing of the others. */
async function pageOn(url: string, size = { width: 1440, height: 900 }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail')
      await page.screenshot({ path: `${root}failed.tmp.png` }).catch(() => {});
    await context.close();
  });
  await page.setViewport(size);
  const person = new Person(page);
  await page.goto(url);
  return { page, person };
}

/** What axe objects to on the current page. */
async function objections(person: Person, view: string): Promise<string[]> {
  if (!(await person.page.evaluate("'axe' in window"))) await person.page.evaluate(axe.source);
  const found = (await person.page.evaluate(
    "axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))",
  )) as string[];
  return found.map((objection) => `${view}: ${objection}`);
}

/** Every view of a file, and what leads to it. */
const VIEWS: Readonly<Record<string, (person: Person, page: Page) => Promise<unknown>>> = {
  'an item in its form': (_, page) => page.click('.outline ol .item'),
  comments: (_, page) => page.click('#tab-comments'),
  ledger: async (_, page) => {
    await page.click('#tab-ledger');
    await page.waitForSelector('.ledger tbody a');
  },
  'since HEAD': (_, page) => page.click('#tab-head'),
  matrix: async (_, page) => {
    await page.click('#tab-findings');
    await page.click('.outline h2 > button:only-child');
    await page.waitForSelector('.matrix');
  },
  'a new judgment': async (_, page) => {
    await page.click('.outline h2 > .small');
    await page.waitForSelector('main.edit [data-at="/statement"]');
  },
  text: async (_, page) => {
    await page.click('main.edit .tabs [role=tab]:last-child');
    await page.waitForSelector('.cm-content');
  },
};

/** The parts behind tabs on a narrow page, and what each shows. */
const PARTS = { outline: '.outline', edit: 'main.edit', memo: '.memo', findings: '.bottom .panel' } as const;

/** How many pixels of an element, or of the page itself, are outside the visible area; all of them if it is not drawn. */
const OUT_OF_SIGHT = `(selector) => {
  const { left, right, top, bottom, width } = document.querySelector(selector).getBoundingClientRect();
  const beyond = [-left, right - innerWidth, -top, bottom - innerHeight, document.documentElement.scrollWidth - innerWidth];
  return width < innerWidth / 4 ? innerWidth : Math.max(0, ...beyond.map(Math.round));
}`;

test('axe finds nothing in any view, in three languages, light and dark, on desktop, tablet and phone', async () => {
  const { person, page } = await atDesk(
    'views',
    railAs('views', {
      judgments: [
        {
          ...rail.judgments[0],
          estimates: [{ by: 'B. Analyst', likelihood: { term: 'likely' }, confidence: 'low' }],
        },
      ],
    }),
  );
  await mkdir(join(project.folder, 'assessments/reviews'), { recursive: true });
  const note = { quoted: 'go on', text: 'Until when?', author: 'N. Colleague', date: '2025-05-01T09:30:00Z' };
  await project.write(
    'assessments/reviews/views.json',
    JSON.stringify({ notes: [{ ...note, pointer: '/judgments/go-on/statement', resolved: false }] }),
  );
  const found: string[] = [];
  for (const [language, scheme] of [
    ['en', 'light'],
    ['ru', 'dark'],
    ['he', 'dark'],
  ] as const) {
    await page.setViewport({ width: 1440, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.evaluate(`localStorage.setItem('language', '${language}'); location.hash = '#/'`);
    await page.reload();
    await page.waitForSelector('.files a');
    found.push(...(await objections(person, `${language}: all assessments`)));
    await page.goto(`${desk.url}#views.json`);
    await person.readsInMemo('Arson is likely to go on through 2025.');
    const direction = await page.evaluate('document.documentElement.dir');
    expect(direction).toBe(language === 'he' ? 'rtl' : 'ltr');
    // The views differ between languages only in their words: two show whether words or direction break one.
    const wanted = language === 'en' ? Object.keys(VIEWS) : ['an item in its form', 'ledger'];
    for (const [view, go] of Object.entries(VIEWS).filter(([name]) => wanted.includes(name))) {
      await go(person, page);
      found.push(...(await objections(person, `${language}: ${view}`)));
    }
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme === 'dark' ? 'light' : 'dark' },
    ]);
    for (const [width, height] of [
      [820, 1100],
      [390, 800],
    ] as const) {
      await page.setViewport({ width, height });
      for (const [part, selector] of Object.entries(PARTS)) {
        await page.$eval(`.parts [data-of="${part}"]`, (tab) =>
          (tab as unknown as { click(): void }).click(),
        );
        await page.waitForSelector(`.file[data-part="${part}"]`);
        expect(
          await page.evaluate(`(${OUT_OF_SIGHT})(${JSON.stringify(selector)})`),
          `${width}: ${part}`,
        ).toBe(0);
      }
      await page.$eval('.parts [data-of="edit"]', (tab) => (tab as unknown as { click(): void }).click());
    }
    found.push(...(await objections(person, `${language}: phone`)));
  }
  expect(found).toEqual([]);
  expect(person.complaints).toEqual([]);
}, 240_000);

test('a judgment can be selected, moved, changed and saved, and tabs changed, by keyboard alone', async () => {
  const second = { ...rail.judgments[0], id: 'second', statement: 'A third arrest is likely in 2025.' };
  const { file, person, page } = await atDesk(
    'keys',
    railAs('keys', { judgments: [...rail.judgments, second] }),
  );
  await person.readsInMemo('Arson is likely to go on through 2025.');
  await tabTo(page, '.outline ol .item');
  await page.keyboard.down('Alt');
  await person.press('ArrowDown');
  await page.keyboard.up('Alt');
  await person.sees('1 A third arrest is likely in 2025.', '.outline');
  await person.press('Enter');
  await tabTo(page, '[data-at="/wouldChange"] textarea');
  await page.keyboard.type(' And a year.');
  await page.keyboard.down('Control');
  await person.press('s');
  await page.keyboard.up('Control');
  await person.sees('saved ');
  expect(JSON.parse(await project.read(file))).toMatchObject({
    judgments: [
      { id: 'second' },
      { id: 'go-on', wouldChange: ['Half a year without an attack.', 'And a year.'] },
    ],
  });
  await tabTo(page, '#tab-findings');
  for (const tab of ['head', 'comments', 'ledger']) {
    await person.press('ArrowRight');
    await page.waitForSelector(`#tab-${tab}[aria-selected="true"]:focus`);
  }
  expect(person.complaints).toEqual([]);
}, 240_000);

/** Presses Tab until what fits a selector has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${selector}.`);
}

test('an entry is dragged to another place; analysts give their own estimates', async () => {
  const second = { ...rail.judgments[0], id: 'second', statement: 'A third arrest is likely in 2025.' };
  const { person, page } = await atDesk('order', railAs('order', { judgments: [...rail.judgments, second] }));
  await person.readsInMemo('Arson is likely to go on through 2025.');
  // As a mouse does it, which a browser without a window does not.
  await page.evaluate(`(() => {
    const [first, last] = document.querySelectorAll('.outline ol:first-of-type .item');
    const dataTransfer = new DataTransfer();
    for (const [type, target] of [['dragstart', last], ['dragover', first], ['drop', first]])
      target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  })()`);
  await person.sees('1 A third arrest is likely in 2025.', '.outline');
  await page.click('.outline ol .item');
  await page.waitForSelector('[data-at="/estimates"] .list > button');
  await page.evaluate(`window.errors = []; new MutationObserver(() => {
    window.errors.push(...[...document.querySelectorAll('.finding:has(.error)')].map((line) => line.textContent));
  }).observe(document.querySelector('.bottom'), { childList: true, subtree: true })`);
  await person.click('button', '+ Add: Estimate');
  await page.waitForFunction('document.activeElement.closest(\'[data-at="/estimates/0/by"]\')');
  await page.keyboard.type('B. Analyst');
  await page.click('[data-at="/estimates/0/likelihood"] .segments label:nth-child(6)');
  await page.click('[data-at="/estimates/0/confidence"] .segments label');
  await person.readsInMemo('B. Analyst');
  expect(await page.evaluate('window.errors')).toEqual([]); // an entry that was just begun is no error
  // One that is left half-written is in the file, and what it lacks is said.
  await person.click('button', '+ Add: Estimate');
  await page.waitForFunction('document.activeElement.closest(\'[data-at="/estimates/1/by"]\')');
  await page.keyboard.type('C. Analyst');
  await person.click('button', 'The memo itself');
  await person.sees('“likelihood”', '.bottom');
  expect(person.complaints).toEqual([]);
}, 240_000);

test('the list of findings does not move under the pointer, and is sorted again when that leaves', async () => {
  const [judgment] = rail.judgments;
  const { file, person, page } = await atDesk(
    'still',
    railAs('still', { judgments: [{ ...judgment, horizon: undefined }] }),
  );
  const lines = () =>
    page.$$eval('.finding', (all) => all.map(({ textContent, className }) => `${className}: ${textContent}`));
  await person.sees('looks ahead', '.bottom');
  await page.hover('.bottom .held');
  const [section] = rail.sections;
  await project.write(
    file,
    railAs('still', { judgments: [judgment], sections: [{ ...section, body: 'Alike.[@four-firs]' }] }),
  );
  await person.sees('four-firs', '.bottom');
  const [first, second, ...rest] = await lines();
  expect(first).toMatch(/^finding fixed: .*looks ahead/);
  expect(second).toMatch(/^finding: .*names no contrary evidence/);
  expect(rest.some((line) => line.includes('four-firs'))).toBe(true);
  await page.hover('.outline');
  await page.waitForFunction("!document.querySelector('.fixed')");
  expect((await lines())[0]).toMatch(/names no contrary evidence/);
  expect(person.complaints).toEqual([]);
}, 240_000);

test('comments can be read and answered, the ledger can be queried, and a row leads to its entry', async () => {
  const { person, page } = await atDesk('asked');
  await mkdir(join(project.folder, 'assessments/reviews'), { recursive: true });
  const note = { quoted: 'go on', text: 'Until when?', author: 'N. Colleague', date: '2025-05-01T09:30:00Z' };
  await project.write(
    'assessments/reviews/asked.json',
    JSON.stringify({ notes: [{ ...note, pointer: '/judgments/go-on/statement', resolved: false }] }),
  );
  await person.sees('Comments: 1', '.bottom');
  await page.click('#tab-comments');
  await person.click('button', '“go on”');
  await person.sees('Judgment 1', 'main.edit');
  await person.click('button', 'Answered');
  await person.sees('Comments: 0', '.bottom');
  expect(JSON.parse(await project.read('assessments/reviews/asked.json'))).toEqual({
    notes: [{ ...note, pointer: '/judgments/go-on/statement', resolved: true }],
  });

  await page.click('#tab-ledger');
  await person.type('combobox', 'Query all assessments', 'assessment:asked and likelihood>=likly');
  await person.sees('Did you mean', '.ledger');
  await person.type('combobox', 'Query all assessments', 'assessment:asked and likelihood>=likely');
  await person.sees('Arson is likely to go on', '.ledger');
  await person.sees('found: 1', '.ledger');
  await page.waitForSelector('#ledger-options option'); // what can be typed next
  await person.click('button', 'The memo itself');
  await page.click('.ledger tbody a');
  await person.sees('Judgment 1', 'main.edit');
  expect(person.complaints).toEqual([]);
}, 240_000);

test('a memo changed in Word is dropped on the page: changes in the text, comments beside it, all undone', async () => {
  const word = join(root, 'tests/fixtures/word');
  const name = 'northern-line-fires';
  const sent = await readFile(join(word, 'fires-returned.json'), 'utf8');
  const { file, person, page } = await atDesk(name, sent);
  await person.readsInMemo('Arson against signal cabinets');
  await person.click('button', 'The memo itself');
  await person.type('textbox', 'Title', 'Fires on the Northern Line, again'); // has gone on meanwhile
  await person.readsInMemo('Fires on the Northern Line, again');
  // What is sent from here is remembered as it is, though it is never saved as it is.
  const address = await page.$eval(
    'a.button[download]',
    (link) => (link as unknown as { href: string }).href,
  );
  const ours = (await page.evaluate(
    `fetch(${JSON.stringify(address)}).then((r) => r.arrayBuffer()).then((b) => btoa(String.fromCharCode(...new Uint8Array(b))))`,
  )) as string;
  await dropped(page, (await readFile(join(word, 'fires-returned.docx'))).toString('base64'));
  await person.sees('What could not be imported', 'dialog');
  await person.click('button', 'Close');
  await person.readsInMemo('Arson against signal cabinets is very likely to continue through 2025.');
  await person.readsInMemo('Fires on the Northern Line, again');
  await person.sees('Comments: 2', '.bottom');
  expect(await project.read(file)).toBe(sent); // nothing is saved before somebody saves it
  await person.click('button', 'Undo');
  await person.readsInMemo('Arson against signal cabinets is likely to go on through 2025.');

  await person.type('textbox', 'Title', 'Fires, once more');
  await person.readsInMemo('Fires, once more');
  await dropped(page, ours);
  await person.sees('Everything was imported.', 'dialog');
  expect(await page.$('dialog .fault')).toBeNull();
  expect(person.complaints).toEqual([]);
}, 240_000);

/** Drops a Word document on the page. */
async function dropped(page: Page, encoded: string): Promise<void> {
  await page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob('${encoded}'), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], 'memo.docx'));
    for (const type of ['dragover', 'drop'])
      document.querySelector('main.edit').dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  })()`);
}
