import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { refuseStale } from '../support/fresh-program.ts';

export const programFolder = fileURLToPath(new URL('../../', import.meta.url));
const program = join(programFolder, 'dist', 'threat-memo.js');

/** A small assessment without a finding. */
export const rail = {
  id: 'rail',
  form: 'policy-memo',
  title: 'Sabotage on the Northern Line',
  authors: [{ name: 'A. Analyst' }],
  marking: 'TLP:GREEN',
  asOf: '2025-04-30',
  question: 'Will the attacks on signal cabinets go on?',
  bottomLine: 'Attacks on the line are likely to go on through 2025.',
  sources: [{ id: 'authority', csl: { type: 'report', title: 'Quarterly Safety Report' }, reliability: 'B' }],
  evidence: [
    {
      id: 'four-fires',
      statement: 'Four signal cabinets were set on fire between January and March 2025.',
      kind: 'report',
      citations: [{ source: 'authority', locator: 'p. 4', credibility: 2 }],
    },
  ],
  hypotheses: [
    { id: 'paid', statement: 'Somebody pays for the fires.' },
    { id: 'vandals', statement: 'The fires are vandalism.' },
  ],
  judgments: [
    {
      id: 'go-on',
      statement: 'Arson is likely to go on through 2025.',
      likelihood: { term: 'likely' },
      confidence: { level: 'moderate', basis: 'One official source.' },
      horizon: '2025-05/2025-12',
      evidence: ['four-fires'],
      wouldChange: 'Half a year without an attack.',
    },
  ],
  sections: [{ id: 'pattern', heading: 'A pattern', body: 'The four fires look alike.[@four-fires]' }],
};

export const railText = `${JSON.stringify(rail, null, 2)}\n`;

/** A project on the disk, with these files by their names; gone when the tests are over. */
export async function projectWith(files: Readonly<Record<string, string>>) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'desk-')));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return {
    folder,
    effects: nodeEffects(programFolder, folder, folder),
    read: (name: string) => readFile(join(folder, name), 'utf8'),
    write: (name: string, text: string) => writeFile(join(folder, name), text),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The built program, serving a project. */
export interface Served {
  readonly url: string;
  readonly host: string;
  readonly token: string;
  /** Sends a signal and gives the exit code; `null` where it did not exit by itself. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export async function served(folder: string, environment: NodeJS.ProcessEnv = {}): Promise<Served> {
  await refuseStale();
  const child = spawn(process.execPath, [program, 'serve'], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data: Buffer) => {
    said += String(data);
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (data: Buffer) => {
      out += String(data);
      if (out.includes('\n')) resolve(out.trim());
    });
    void ended.then(() => reject(new Error(said)));
  });
  const { host, pathname } = new URL(url);
  return {
    url,
    host,
    token: pathname.split('/')[1] ?? '',
    stop(signal = 'SIGINT') {
      child.kill(signal);
      return ended;
    },
  };
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Sends a request with headers that a browser would not let a page set. */
export function requestRaw(
  host: string,
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
    until = '',
  }: { method?: string; headers?: Record<string, string>; body?: string; until?: string } = {},
): Promise<Answered> {
  const [hostname, port] = host.split(':');
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { agent: false, hostname, port, path, method, headers: { host, ...headers } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => {
          text += chunk;
          // A stream of events does not end by itself.
          if (answer.headers['content-type']?.includes('event-stream') && text.includes(until))
            outgoing.destroy();
        });
        answer.on('close', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        );
      },
    );
    outgoing.on('error', (error) => (outgoing.destroyed ? undefined : reject(error)));
    outgoing.end(body);
  });
}

/** Sends a request as the page does. */
export async function requestDesk<T>({ host, token }: Served, path: string, body: unknown): Promise<T> {
  const text = JSON.stringify(body);
  const headers = {
    origin: `http://${host}`,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
  };
  const { status, body: said } = await requestRaw(host, `/${token}/${path}`, {
    method: 'POST',
    headers,
    body: text,
  });
  if (status !== 200) throw new Error(`${status} ${said}`);
  return JSON.parse(said) as T;
}
