import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Person, startLooking } from './browser.ts';
import { projectWith, railText, type Served, served } from './project.ts';

/** A page of another site that knows even the address of the desk, and tries what a page can try. */
const attack = (url: string) => `<!doctype html><title>attack</title>
<iframe id="frame" src="${url}"></iframe>
<form id="form" method="post" enctype="text/plain" action="${url}save" target="sink"><input name='{"name":"rail.json","x":"' value='"}'></form>
<iframe name="sink"></iframe>
<script>
  window.heard = [];
  const tried = (what) => (answer) => heard.push(what + ': ' + (answer?.type ?? answer?.message ?? answer));
  const steal = [
    fetch('${url}files').then((r) => r.text()).then((text) => tried('read')(text), tried('read refused')),
    fetch('${url}open', { method: 'POST', body: '{"name":"rail.json"}' }).then((r) => r.text()).then((text) => tried('open')(text), tried('open refused')),
    fetch('${url}edit', { method: 'POST', mode: 'no-cors', body: JSON.stringify({ name: 'rail.json', edit: { kind: 'set', path: ['title'], value: 'Owned' } }) }).then(tried('edit'), tried('edit refused')),
    fetch('${url}save', { method: 'POST', mode: 'no-cors', body: '{"name":"rail.json"}' }).then(tried('save'), tried('save refused')),
    new Promise((resolve) => { const s = new EventSource('${url}events?name=rail.json'); s.onmessage = (e) => { tried('event')(e.data); resolve(); }; s.onerror = () => resolve(); }),
    new Promise((resolve) => { const s = document.createElement('script'); s.src = '${url}files'; s.onload = () => { tried('script')('loaded'); resolve(); }; s.onerror = () => resolve(); document.head.append(s); }),
  ];
  const sunk = new Promise((resolve) => { document.querySelector('[name=sink]').onload = resolve; });
  document.getElementById('form').submit();
  Promise.all([...steal, sunk]).then(() => { window.isOver = true; });
</script>`;

let browser: Browser;
let desk: Served;
let site: Server;
let project: Awaited<ReturnType<typeof projectWith>>;
beforeAll(async () => {
  browser = await startLooking();
  project = await projectWith({ 'assessments/rail.json': railText });
  desk = await served(project.folder);
  site = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html');
    answer.end(attack(desk.url));
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
}, 90_000);
afterAll(async () => {
  site.close();
  await browser.close();
  await desk.stop();
  await project.remove();
});

test('a page of another site that knows the address can read, change and frame nothing', async () => {
  const { port } = site.address() as AddressInfo;
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction('window.isOver === true', { timeout: 20_000 });
  const heard = (await page.evaluate('heard')) as string[];
  for (const line of heard) expect(line).not.toMatch(/Sabotage|rail\.json|judgments/);
  expect(heard.filter((line) => /^(?:read|open|event|script):/.test(line))).toEqual([]);
  const framed = await (await page.$('#frame'))?.contentFrame();
  expect(await framed?.evaluate('document.body?.textContent ?? ""').catch(() => '')).not.toContain(
    'Assessments',
  );
  expect(await project.read('assessments/rail.json')).toBe(railText);
  const mine = new Person(await browser.newPage());
  await mine.page.goto(`${desk.url}#rail.json`);
  await mine.readsInMemo('Sabotage on the Northern Line');
}, 60_000);

test('text of an assessment is shown as text, on the page and in the memo', async () => {
  const evil = '<img src=x onerror="window.owned=1"><script>window.owned=2</script>';
  const hostile = await projectWith({
    'assessments/evil.json': railText
      .replaceAll('The four fires look alike.', JSON.stringify(evil).slice(1, -1))
      .replaceAll('Somebody pays for the fires.', JSON.stringify(evil).slice(1, -1)),
  });
  const there = await served(hostile.folder);
  const person = new Person(await browser.newPage());
  await person.page.goto(`${there.url}#evil.json`);
  await person.sees('<img src=x', '.outline');
  await person.readsInMemo('<img src=x');
  const states = (await person.page.evaluate(
    "[window.owned, document.querySelector('iframe').contentWindow.owned, document.querySelectorAll('.outline img').length]",
  )) as unknown[];
  expect(states).toEqual([null, null, 0]);
  await there.stop();
  await hostile.remove();
}, 60_000);
