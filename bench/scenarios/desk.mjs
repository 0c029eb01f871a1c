/**
 * The desk, on the largest shipped assessment: a thousand edits sent as a window sends them, a save after every twentieth. From
 * an edit to the journal, to its findings, to the new memo; from a save to the disk; PDFs from a running browser; memory.
 * Ends with an error if an edit is lost, or a save is not what `fmt` writes.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atMost, median, memory, time } from '../numbers.mjs';
import { progress, run } from '../runner.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LARGEST = 'isis-moscow-2024';
const SAVE_EVERY = 20;
const PRINTS = 15;

export async function desk({ folder, edits }) {
  const project = join(folder, 'desk');
  await mkdir(join(project, 'assessments'), { recursive: true });
  for (const name of [LARGEST, 'register'])
    await cp(join(root, 'assessments', `${name}.json`), join(project, 'assessments', `${name}.json`));
  await writeFile(join(project, 'threat-memo.config.json'), '{}\n');
  const server = await serve(project);
  try {
    return await measure(server, project, edits);
  } finally {
    server.child.kill('SIGINT');
  }
}

async function measure(server, project, edits) {
  const file = join(project, 'assessments', `${LARGEST}.json`);
  const name = `${LARGEST}.json`;
  let { text, version } = await server.ask('open', { name });
  const events = await server.listen(name, version);
  await events.memo(version);
  const measured = { journal: [], findings: [], memo: [], page: [], save: [], pdf: [] };
  const rss = [memoryOf(server.child.pid)];
  const words = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const word = ` w${edit}x`;
    const places = [...text.matchAll(/"statement": "[^"]{40,}?(?= )/g)];
    const place = places[(edit * 7) % places.length];
    const at = place.index + place[0].length;
    const changes = [at, [0, word], text.length - at];
    const start = performance.now();
    await server.ask('push', { name, version, updates: [{ clientID: 'bench', changes }] });
    measured.journal.push(performance.now() - start);
    text = text.slice(0, at) + word + text.slice(at);
    version += 1;
    words.push(word.trim());
    await events.state(version);
    measured.findings.push(performance.now() - start);
    if ((edit + 1) % SAVE_EVERY > 0) continue;
    const saving = performance.now();
    const { kind } = await server.ask('save', { name });
    if (kind !== 'saved') throw new Error(`Edit ${edit} was not saved: ${kind}`);
    measured.save.push(performance.now() - saving);
    await events.memo(version);
    measured.memo.push(performance.now() - saving);
    await server.read(`memo.json?name=${name}`);
    measured.page.push(performance.now() - saving);
    ({ text, version } = await server.ask('open', { name }));
    if ((await readFile(file, 'utf8')) !== text) throw new Error('The file is not what the desk shows.');
    run(['fmt', '--check', LARGEST], project);
    rss.push(memoryOf(server.child.pid));
    progress(`desk: ${edit + 1} of ${edits} edits`);
  }
  const written = await readFile(file, 'utf8');
  const lost = words.filter((word) => !written.includes(word));
  if (lost.length > 0) throw new Error(`Edits were lost: ${lost.join(', ')}`);
  await server.read(`pdf?name=${name}`); // starts the browser
  for (let print = 0; print < PRINTS; print += 1) {
    const at = text.indexOf('"title": "') + 10;
    await server.ask('push', {
      name,
      version,
      updates: [{ clientID: 'bench', changes: [at, [0, 'A '], text.length - at] }],
    });
    text = `${text.slice(0, at)}A ${text.slice(at)}`;
    version += 1;
    const start = performance.now();
    await server.read(`pdf?name=${name}`);
    measured.pdf.push(performance.now() - start);
  }
  const row = (what, list, most) => [
    what,
    time(median(list)),
    time(percentile(list, 0.95)),
    most ? atMost(most, median(list), ' ms') : '',
  ];
  const third = Math.max(1, Math.floor(rss.length / 3));
  return [
    {
      title: `The desk: ${edits} edits of the largest shipped assessment`,
      note: `No edit was lost, and every one of ${measured.save.length} saves was what \`fmt\` writes. Memory of the server: ${memory(median(rss.slice(third, 2 * third)))} in the second third, ${memory(median(rss.slice(-third)))} in the last, at most ${memory(Math.max(...rss))}.`,
      head: ['from', 'median', '95th percentile', 'aim'],
      rows: [
        row('an edit to the journal', measured.journal),
        row('an edit to its findings', measured.findings, 50),
        row('a save to the disk', measured.save),
        row('a save to the new memo', measured.memo),
        row('a save to the new page at the window', measured.page, 150),
        row('an edit to the new PDF, the browser up', measured.pdf, 600),
      ],
    },
  ];
}

function percentile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

/** Resident memory of a process, in megabytes; 0 if the system does not report it. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function serve(project) {
  const child = spawn(process.execPath, [join(root, 'dist', 'threat-memo.js'), 'serve'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const url = await new Promise((resolve) =>
    child.stdout.once('data', (data) => resolve(String(data).trim())),
  );
  const origin = new URL(url).origin;
  const answer = async (response) => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
    return response;
  };
  return {
    child,
    async ask(path, body) {
      const headers = { origin, 'content-type': 'application/json' };
      const asked = { method: 'POST', headers, body: JSON.stringify(body) };
      // The server may have closed a connection as idle while `fmt` kept this process from noticing: a second one is opened.
      const response = await fetch(url + path, asked).catch(() => fetch(url + path, asked));
      return (await answer(response)).json();
    },
    async read(path) {
      return (await answer(await fetch(url + path))).arrayBuffer();
    },
    /** Waits for the report on a version of a file. */
    async listen(name, since) {
      const response = await answer(await fetch(`${url}events?name=${name}&since=${since}`));
      const known = { state: -1, memo: -1 };
      let waiting = [];
      const take = ({ type, version, state }) => {
        if (type === 'state') known.state = state.version;
        if (type === 'memo') known.memo = version;
        waiting = waiting.filter((each) => !each());
      };
      const reading = async () => {
        let rest = '';
        for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
          const parts = (rest + chunk).split('\n\n');
          rest = parts.pop();
          for (const part of parts) {
            const data = /^data: ?(.*)$/m.exec(part)?.[1];
            if (data) take(JSON.parse(data));
          }
        }
      };
      reading().catch(() => {}); // the server has ended
      const until = (what) => (version) =>
        new Promise((resolve) => {
          const isThere = () => {
            if (known[what] < version) return false;
            resolve();
            return true;
          };
          if (!isThere()) waiting.push(isThere);
        });
      return { state: until('state'), memo: until('memo') };
    },
  };
}
