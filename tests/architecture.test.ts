import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** Files at one level of a folder: more are read as a heap. Rules are a list by design, one a file. */
const MAX_FILES_IN_FOLDER = 22;
const LISTS = ['check/rules'];

/** The rooms of `src/`, in their order, and what each may import of those above it. */
const BELOW_MEMO = [
  'model',
  'load',
  'validate',
  'prose',
  'check',
  'derive',
  'format',
  'diff',
  'figures',
  'render',
  'document',
  'html',
  'docx',
  'pdf',
  'pictures',
  'threads',
];
const BELOW_ACTS = [...BELOW_MEMO, 'project', 'cache', 'memo'];
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  load: ['model'],
  validate: ['model'],
  derive: ['model'],
  prose: ['model'],
  check: ['model', 'derive', 'prose'],
  diff: ['model', 'derive'],
  format: ['model', 'load'],
  figures: ['model', 'derive:types'],
  render: ['model', 'derive:types'],
  document: ['model'],
  html: ['model', 'document'],
  docx: ['model', 'document'],
  pdf: ['model', 'prose'],
  pictures: ['model'],
  exchange: ['model', 'load', 'derive'],
  threads: ['model', 'render'],
  project: [...BELOW_MEMO],
  cache: [...BELOW_MEMO, 'project'],
  memo: [...BELOW_MEMO, 'project', 'cache'],
  history: BELOW_ACTS,
  build: [...BELOW_ACTS, 'history'],
  review: [...BELOW_ACTS, 'history'],
  queue: ['model', 'pdf', 'render', 'threads', 'project', 'cache', 'memo', 'build'],
  shards: ['model', 'load', 'project', 'cache', 'build', 'review'],
  verify: [...BELOW_ACTS, 'build', 'review'],
  catalogue: [...BELOW_ACTS, 'build'],
  transfer: [...BELOW_ACTS, 'exchange', 'build', 'review'],
  writing: ['model', 'load', 'validate', 'derive', 'project'],
  scaffold: [...BELOW_ACTS, 'review', 'transfer', 'writing'],
  lsp: ['model', 'load', 'derive', 'format', 'project', 'review', 'writing'],
  ledger: [...BELOW_ACTS, 'exchange', 'build'],
  desk: [...BELOW_ACTS, 'build', 'review', 'catalogue', 'transfer', 'writing', 'ledger'],
  site: [...BELOW_ACTS, 'build', 'ledger'],
  'index.ts': [...BELOW_ACTS, 'exchange', 'document', 'build', 'review', 'history', 'verify', 'catalogue'],
  cli: [
    'model',
    'diff',
    'exchange:types',
    'project',
    'cache',
    'build',
    'review',
    'history',
    'shards',
    'queue',
    'verify',
    'catalogue',
    'transfer',
    'scaffold',
    'ledger',
    'site',
    'lsp',
    'desk',
  ],
};

/** Big dependencies and the one room that may use each. */
const OWNED: Readonly<Record<string, string>> = {
  ajv: 'validate',
  handlebars: 'render',
  'mdast-util-frontmatter': 'document',
  'micromark-extension-frontmatter': 'document',
  'micromark-util-sanitize-uri': 'document',
  'hast-util-to-html': 'html',
  docx: 'docx',
  fflate: 'docx',
  // `saxes` stands in two rooms: strangers' XML is read in Word documents and in logos.
  '@resvg/resvg-wasm': 'docx',
  '@jsquash/jpeg': 'pictures',
  '@jsquash/png': 'pictures',
  '@jsquash/webp': 'pictures',
  bullmq: 'queue',
  ioredis: 'queue',
  puppeteer: 'pdf',
  'puppeteer-core': 'pdf',
  '@sparticuz/chromium': 'pdf',
  'chromium-current': 'pdf',
  yaml: 'load',
  '@citation-js/core': 'exchange',
  '@citation-js/plugin-bibtex': 'exchange',
  '@citation-js/plugin-ris': 'exchange',
  'csv-parse': 'exchange',
  '@humanwhocodes/momoa': 'load',
  commander: 'cli',
  hono: 'desk',
  '@hono/node-server': 'desk',
  preact: 'desk',
  '@codemirror/state': 'desk',
  '@codemirror/view': 'desk',
  hastscript: 'site',
  minisearch: 'site',
  'vscode-languageserver': 'lsp',
  'vscode-languageserver-textdocument': 'lsp',
  diff: 'diff',
  'd3-geo': 'figures',
  'd3-scale': 'figures',
  '@hpcc-js/wasm-graphviz': 'figures',
  'mdast-util-to-nlcst': 'prose',
  'parse-english': 'prose',
  'parse-latin': 'prose',
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
}

const src = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.includes('generated'))
  .map((name) => name.replaceAll('\\', '/'));
const imports = files.flatMap(importsOf);
const own = imports.filter(({ to }) => to.startsWith('.'));

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...found].map(([, types, named, dynamic]) => ({
    from: file,
    to: named ?? dynamic ?? '',
    typesOnly: types !== undefined,
  }));
}

/** The imported file, relative to `src/`. */
function target({ from, to }: Import): string {
  return relative(src, join(src, from, '..', to)).replaceAll('\\', '/');
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

describe('the house', () => {
  test('every room has files, and every folder of src is a room of the plan', () => {
    expect(new Set(files.map(roomOf))).toEqual(new Set(Object.keys(MAY_IMPORT)));
  });

  test('each room may import only rooms above it', () => {
    const order = Object.keys(MAY_IMPORT);
    const upward = Object.entries(MAY_IMPORT).flatMap(([room, allowed]) =>
      allowed
        .map((other) => other.replace(':types', ''))
        .filter((other) => !order.slice(0, order.indexOf(room)).includes(other))
        .map((other) => `${room} imports ${other}`),
    );
    expect(upward).toEqual([]);
  });

  test('the table in CONTRIBUTING.md lists every room above the rooms that use it', () => {
    const page = readFileSync(fileURLToPath(new URL('../CONTRIBUTING.md', import.meta.url)), 'utf8');
    const table = page.slice(page.indexOf('| Room | Does |'), page.indexOf('`tests/architecture.test.ts`'));
    const rooms = table
      .split('\n')
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([\w.]+)\/?`/g)])
      .map(([, room]) => room ?? '');
    expect([...rooms].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
    const below = own
      .map((item) => [roomOf(item.from), roomOf(target(item))] as const)
      .filter(([room, other]) => rooms.indexOf(other) > rooms.indexOf(room))
      .map(([room, other]) => `${room} imports ${other}`);
    expect([...new Set(below)]).toEqual([]);
  });

  test('every file that CONTRIBUTING.md names exists', () => {
    const root = fileURLToPath(new URL('../', import.meta.url));
    const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const named = [...page.matchAll(/`((?:[a-z_-]+\/)+[a-z.-]+\.(?:tsx?|mjs|json|css))`/g)].map(
      ([, path]) => path ?? '',
    );
    expect(named.length).toBeGreaterThan(40);
    const missing = named.filter(
      (path) => !['', 'src', 'templates'].some((folder) => existsSync(join(root, folder, path))),
    );
    expect(missing).toEqual([]);
  });

  test('a folder holds at most some twenty files', () => {
    const counts = new Map<string, number>();
    for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    const full = [...counts]
      .filter(([folder, count]) => count > MAX_FILES_IN_FOLDER && !LISTS.includes(folder))
      .map(([folder, count]) => `${folder}: ${count} files`);
    expect(full).toEqual([]);
  });

  test('each room imports only the rooms that it may', () => {
    const broken = own
      .map((item) => ({ ...item, target: target(item) }))
      .filter(({ from, target: to, typesOnly }) => {
        const [room, other] = [roomOf(from), roomOf(to)];
        const allowed = MAY_IMPORT[room] ?? [];
        return (
          room !== other && !allowed.includes(other) && !(typesOnly && allowed.includes(`${other}:types`))
        );
      })
      .map(({ from, target: to }) => `${from} imports ${to}`);
    expect(broken).toEqual([]);
  });

  test('no file imports itself through others', () => {
    const edges = new Map<string, string[]>();
    for (const item of own) {
      edges.set(item.from, [...(edges.get(item.from) ?? []), target(item)]);
    }
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' > '));
      else if (!done.has(file)) for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test('only one room uses each big dependency', () => {
    const strays = imports
      .filter(({ to }) => !to.startsWith('.') && !to.startsWith('node:'))
      .map(({ from, to }) => ({
        from,
        name: to
          .split('/')
          .slice(0, to.startsWith('@') ? 2 : 1)
          .join('/'),
      }))
      .filter(({ from, name }) => OWNED[name] !== undefined && OWNED[name] !== roomOf(from))
      .map(({ from, name }) => `${from} imports ${name}`);
    expect(strays).toEqual([]);
  });

  test('only their own rooms use the clock, the process and the console', () => {
    const strays = files
      .filter((file) => !['cli', 'project', 'cache', 'pdf'].includes(roomOf(file)))
      .filter((file) => !file.startsWith('desk/page/')) // runs in a browser
      .filter((file) =>
        /\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bconsole\./.test(readFileSync(join(src, file), 'utf8')),
      );
    expect(strays).toEqual([]);
  });
});
