import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPdf } from '../../src/pdf/reading/read-pdf.ts';
import { type Run, run, small } from './run.ts';

/** An attack and what must come of it. `{canary}`, `{outside}` and `{id}` are filled in. */
interface Fixture {
  readonly why: string;
  /** Stands as bottom line and as the body of a section. */
  readonly prose?: string;
  /** Merged into a sound assessment. */
  readonly patch?: object;
  /** The file unchanged, or its bytes. */
  readonly text?: string;
  readonly base64?: string;
  readonly ending?: string;
  /** Whether there is a memo of it; absent where that does not matter. */
  readonly built?: boolean | null;
  /** Rules of the errors, among others perhaps. */
  readonly findings?: readonly string[];
}

const folder = fileURLToPath(new URL('../fixtures/hostile/', import.meta.url));
const fixtures = new Map<string, Fixture>();

/** A server that must never be contacted, and a folder that must stay unchanged and unread. */
let server: Server;
const requests: string[] = [];
let canary = '';
let outside = '';
const SECRET = 'CANARY-7f3a9';

let project = '';
let checked: Run;
let built: Run;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  canary = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  outside = await mkdtemp(join(tmpdir(), 'threat-memo-canary-'));
  await writeFile(join(outside, 'secret.txt'), SECRET);
  await writeFile(join(outside, 'secret.json'), small('secret', { title: SECRET }));
  project = await mkdtemp(join(tmpdir(), 'threat-memo-test-'));
  await mkdir(join(project, 'assessments'));
  for (const name of await readdir(folder)) {
    const fixture = JSON.parse(await readFile(join(folder, name), 'utf8')) as Fixture;
    const id = basename(name, '.json');
    fixtures.set(id, fixture);
    await writeFile(join(project, `assessments/${id}.${fixture.ending ?? 'json'}`), contentOf(id, fixture));
  }
  checked = await run(['check', '--format', 'json'], project);
  built = await run(['build', '--format', 'md,html,pdf'], project);
}, 300_000);

afterAll(async () => {
  server.close();
  await rm(project, { recursive: true });
  await rm(outside, { recursive: true });
});

function contentOf(id: string, { prose, patch, text, base64 }: Fixture): string | Uint8Array {
  if (base64 !== undefined) return Buffer.from(base64, 'base64');
  const filled = (value: string) =>
    value.replaceAll('{canary}', canary).replaceAll('{outside}', outside).replaceAll('{id}', id);
  if (text !== undefined) return filled(text);
  const own =
    prose === undefined
      ? patch
      : { bottomLine: prose, sections: [{ id: 'told', heading: 'Told', kind: 'narrative', body: prose }] };
  return filled(small(id, own));
}

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What an id of a fixture became; attacks on the id itself come to nothing. */
const outputs = async () => new Set(await readdir(join(project, 'out')));

/** Tags that cannot have come from us. Ours are one style element and drawings without anything active. */
const FOREIGN =
  /<(?:script|iframe|frame|object|embed|applet|form|button|textarea|base|link|foreignObject|animate|set|use|plaintext|xmp)\b|<meta http-equiv="refresh"|<[^>]*\son[a-z]+\s*=|<img\b|<image\b/i;

describe('assessments from a stranger, built together', () => {
  test('there are many, and none stopped the others', () => {
    expect(fixtures.size).toBeGreaterThanOrEqual(60);
    expect(built.code).toBe(1);
    expect(built.err).not.toMatch(/The program failed|fault of the program|\n\s+at .*:\d+:\d+/);
    expect(checked.code).toBe(1);
    expect(checked.err).toBe('');
    // Nothing that could drive a terminal, or turn a line around.
    expect(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u.exec(built.err + built.out)).toBeNull();
  });

  const names = [...fixtureNames()];
  test.each(names)('%s', async (id) => {
    const fixture = fixtures.get(id);
    if (!fixture) throw new Error(`There is no fixture ${id}.`);
    const file = `assessments/${id}.${fixture.ending ?? 'json'}`;
    const findings = (JSON.parse(checked.out) as Found[]).filter((finding) => finding.file === file);
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
    for (const rule of fixture.findings ?? []) expect(errors).toContain(rule);
    for (const { line, column } of findings) expect(line * column).toBeGreaterThan(0);
    const names = await outputs();
    const output = outputName(id, fixture);
    if (typeof fixture.built === 'boolean') {
      expect(names.has(`${output}.pdf`)).toBe(fixture.built);
      expect(errors.length > 0).toBe(!fixture.built);
    }
    if (!names.has(`${output}.html`)) return;

    const html = await readFile(join(project, `out/${output}.html`), 'utf8');
    const body = html.slice(html.indexOf('<body>'));
    const tags = (body.match(/<[a-z][^<>]*>/gi) ?? []).join('');
    expect(FOREIGN.exec(tags)?.[0]).toBeUndefined();
    expect(html.match(/<style>/g)).toHaveLength(1);
    for (const [, href = ''] of tags.matchAll(/\shref="([^"]*)"/g))
      expect(href).toMatch(/^(?:#|https?:|mailto:)/);
    expect(tags).not.toMatch(/\ssrc=/);
    expect(body.trimEnd().replace(/\s+/g, '')).toMatch(/<\/main><\/body><\/html>$/);

    const markdown = await readFile(join(project, `out/${output}.md`), 'utf8');
    expect(markdown).not.toMatch(/\]\((?:javascript|data|file|vbscript):/i);
    const bytes = await readFile(join(project, `out/${output}.pdf`));
    const pdf = readPdf(bytes);
    expect(pdf.pages.length).toBeGreaterThan(0);
    expect(pdf.pages[0]?.words.join(' ')).toContain('TLP:CLEAR');
    const objects = bytes.toString('latin1').replace(/stream\r?\n[\s\S]*?endstream/g, '');
    const active = /\/(?:JavaScript|JS|Launch|SubmitForm|RichMedia|OpenAction|AA)\b/;
    expect(active.exec(objects.replace(/\((?:[^()\\]|\\.)*\)/g, ''))?.[0]).toBeUndefined();
    for (const [, uri = ''] of objects.matchAll(/\/URI \(([^)]*)\)/g)) {
      expect(uri).toMatch(/^(?:https?|mailto):/);
    }
  });

  test('no output is anything but a memo with its id', async () => {
    const ids = new Set([...fixtures].map(([id, fixture]) => outputName(id, fixture)));
    for (const name of await outputs()) {
      if (name !== 'figures') expect(ids.has(name.replace(/\.(?:md|pdf|html)$/, ''))).toBe(true);
    }
    expect(await readdir(project)).toEqual(['assessments', 'out']);
  });

  test('no server got a request; outside files are unchanged and in no output', async () => {
    expect(requests).toEqual([]);
    expect((await readdir(outside)).sort()).toEqual(['secret.json', 'secret.txt']);
    expect(await readFile(join(outside, 'secret.txt'), 'utf8')).toBe(SECRET);
    for (const said of [checked.out, checked.err, built.out, built.err]) expect(said).not.toContain(SECRET);
    for (const name of await outputs()) {
      if (name === 'figures') continue;
      expect(await readFile(join(project, 'out', name), 'latin1')).not.toContain(SECRET);
    }
    // The server would have seen it:
    await fetch(`${canary}/seen`);
    expect(requests.splice(0)).toEqual(['/seen']);
  });
});

/** Outputs are named after the id of the assessment, which some attacks choose. */
function outputName(id: string, { patch }: Fixture): string {
  return patch && 'id' in patch && typeof patch.id === 'string' ? patch.id : id;
}

function fixtureNames(): readonly string[] {
  return readdirSync(folder).map((name) => basename(name, '.json'));
}
