import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import {
  chmod,
  chown,
  mkdir,
  open,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderWith, run, runAlone, small } from './run.ts';

/** A server that must never be contacted. */
let server: Server;
const asked: string[] = [];
let canary = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  canary = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  expect(asked).toEqual([]);
});

const SECRET = 'CANARY-7f3a9';
const onUnix = process.platform !== 'win32';

/** A folder that must stay unchanged and unread. */
async function outsideFolder(): Promise<{ outside: string; untouched: () => Promise<void> }> {
  const files = {
    'secret.txt': SECRET,
    'secret.json': small('secret', { title: SECRET }),
    'memo.md.hbs': SECRET,
  };
  const outside = await folderWith(files);
  return {
    outside,
    async untouched() {
      expect((await readdir(outside)).sort()).toEqual(Object.keys(files).sort());
      for (const [name, text] of Object.entries(files))
        expect(await readFile(join(outside, name), 'utf8')).toBe(text);
    },
  };
}

/** Every file below a folder that is not a link, as text. */
async function allOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return (
    await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')))
  ).join('\n');
}

interface Template {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The expected finding; without one, it gives a memo. */
  readonly refused?: RegExp;
}

const memo = (text: string) => ({ 'memo.md.hbs': text });
const heading = '# {{md title}}\n';

const templates: readonly Template[] = [
  {
    name: 'constructor-access',
    files: memo('{{constructor.constructor}}'),
    refused: /There is no `constructor\.constructor`/,
  },
  {
    name: 'prototype-access',
    files: memo('{{md __proto__.constructor}}{{md title.constructor.name}}'),
    refused: /There is no `__proto__\.constructor`/,
  },
  {
    name: 'prototype-method',
    files: memo('{{#with title}}{{md (this.toString)}}{{/with}}'),
    refused: /There is no helper `this\.toString`/,
  },
  {
    name: 'root-access',
    files: memo('{{md @root.constructor}}{{md @root.__proto__}}'),
    refused: /There is no `@root\.constructor`/,
  },
  {
    name: 'process-access',
    files: memo('{{process.env.HOME}}{{md process}}'),
    refused: /There is no `process\.env\.HOME`/,
  },
  { name: 'require-helper', files: memo('{{require "node:fs"}}'), refused: /require/ },
  { name: 'unknown-helper', files: memo('{{md (shout title)}}'), refused: /shout/ },
  { name: 'lookup-helper', files: memo('{{md (lookup this "constructor")}}'), refused: /lookup/ },
  { name: 'log-helper', files: memo('{{log title}}'), refused: /log/ },
  { name: 'unknown-partial', files: memo('{{> nowhere}}'), refused: /nowhere/ },
  {
    name: 'path-partial',
    files: memo('{{> ../../../secret}}'),
    refused: /There is no partial `\.\.\/\.\.\/\.\.\/secret`/,
  },
  { name: 'dynamic-partial', files: memo('{{> (md title)}}'), refused: /cannot be rendered/ },
  {
    name: 'decorator',
    files: memo('{{* inline "x"}}{{#*inline "y"}}z{{/inline}}{{#*evil}}{{/evil}}'),
    refused: /cannot be rendered/,
  },
  { name: 'endless-partial', files: memo('{{> memo}}'), refused: /cannot be rendered/ },
  {
    name: 'endless-loops',
    files: memo(
      '{{#each @root.judgments.all}}'.repeat(1) +
        '{{#each @root.sources}}'.repeat(30) +
        '{{/each}}'.repeat(30) +
        '{{/each}}',
    ),
    refused: /goes on and on/,
  },
  { name: 'broken', files: memo('{{#if title}}'), refused: /does not parse/ },
  {
    name: 'raw-html',
    files: memo(`${heading}\n<script>fetch("{canary}/s")</script>\n\n<iframe src="{canary}/f"></iframe>\n`),
    refused: /gives HTML: `<script>/,
  },
  {
    name: 'remote-images',
    files: memo(`${heading}\n![x]({canary}/i.png) ![y](file:///etc/passwd) ![z](../../secret.txt)\n`),
  },
  { name: 'bad-links', files: memo(`${heading}\n[x](javascript:alert(1)) [y](data:text/html,z)\n`) },
  {
    name: 'own-drawing',
    files: {
      ...memo(`${heading}\n![x](figure.svg)\n`),
      'figure.svg': '<svg onload="alert(1)"><script>alert(1)</script><image href="{canary}/x"/></svg>',
    },
  },
  {
    name: 'style-import',
    files: { ...memo(heading), 'style.css': '\n@import "{canary}/a.css";' },
    refused: /style\.css would fetch something at line 2: `@import`/,
  },
  {
    name: 'style-url',
    files: { ...memo(heading), 'style.css': 'body { background: url({canary}/b) }' },
    refused: /line 1: `url\(`/,
  },
  {
    name: 'style-escaped',
    files: { ...memo(heading), 'style.css': 'body { background: u\\72 l("{canary}/c") }' },
    refused: /would fetch/,
  },
  {
    name: 'style-hidden',
    files: {
      ...memo(heading),
      'style.css': '@im/**/port "x"; /* url(x) */ p { background: image-set("{canary}/d" 1x) }',
    },
    refused: /image-set/,
  },
  {
    name: 'style-string',
    files: {
      ...memo(heading),
      'style.css': 'a::after { content: "/*" } b { background: url({canary}/e) } c::after { content: "*/" }',
    },
    refused: /line 1: `url\(`/,
  },
  {
    name: 'style-line-end',
    files: { ...memo(heading), 'style.css': 'body { background: \\75\r\nrl({canary}/g) }' },
    refused: /would fetch/,
  },
  {
    name: 'style-drawing',
    files: {
      ...memo(heading),
      'style.css': `body { background: url("data:image/svg+xml,<svg><image href='{canary}/h'/></svg>") }`,
    },
    refused: /would fetch/,
  },
  {
    name: 'style-long',
    files: { ...memo(heading), 'style.css': 'p { color: red }\n'.repeat(40_000) },
    refused: /at most 500,000 are read/,
  },
  {
    name: 'endless-text',
    files: memo(
      `${'{{#each @root.sources}}'.repeat(15)}{{blocks @root.bottomLine}}${'x'.repeat(9_000)}${'{{/each}}'.repeat(15)}`,
    ),
    refused: /more text than any memo has/,
  },
  {
    name: 'endless-template',
    files: memo('{{md title}}\n'.repeat(100_000)),
    refused: /at most 20,000 are read/,
  },
  {
    name: 'nested-calls',
    files: memo(`{{md ${'(md '.repeat(3_000)}title${')'.repeat(3_000)}}}`),
    refused: /nested more than 32 deep/,
  },
  {
    name: 'nested-blocks',
    files: memo(`${'{{#if title}}'.repeat(500)}x${'{{/if}}'.repeat(500)}`),
    refused: /nested more than 32 deep/,
  },
  {
    name: 'nested-else',
    files: memo(`{{#if title}}${'{{else if title}}'.repeat(500)}x{{/if}}`),
    refused: /nested more than 32 deep/,
  },
  {
    name: 'many-variants',
    files: {
      ...memo(`${heading}${'x\n\n'.repeat(300)}`),
      'form.json': '{ "fit": { "pages": 1, "variants": 1e9 } }',
    },
    refused: /how many pages and variants \(at most 50\)/,
  },
  {
    name: 'terminal-partial',
    files: memo('{{> "\u001b]0;pwned\u0007"}}'),
    refused: /The partial \ufffd\]0;pwned\ufffd could not be found/,
  },
  {
    name: 'style-file',
    files: { ...memo(heading), 'style.css': '@font-face { font-family: X; src: url(file:///etc/passwd) }' },
    refused: /would fetch/,
  },
  {
    name: 'style-end',
    files: { ...memo(heading), 'style.css': '</style><script>document.title="ran"</script>' },
  },
  {
    name: 'bad-settings',
    files: {
      ...memo(heading),
      'form.json': '{ "fit": { "pages": 1e9, "variants": 4 }, "__proto__": {} , "styles": ["../../x"] }',
    },
    refused: /style \.\.\/\.\.\/x/,
  },
];

describe('forms from a stranger, built together', () => {
  test('each is refused with the reason, or gives a memo without the attempted effect', async () => {
    const files: Record<string, string> = {};
    const filled = (text: string) => text.replaceAll('{canary}', canary);
    for (const { name, files: own } of templates) {
      files[`assessments/${name}.json`] = small(name, { form: name });
      for (const [file, text] of Object.entries(own)) files[`templates/${name}/${file}`] = filled(text);
    }
    const folder = await folderWith(files);
    const { code, err } = await run(['build', '--format', 'md,html,pdf'], folder);
    const built = await readdir(join(folder, 'out'));
    for (const { name, refused } of templates) {
      expect([name, built.includes(`${name}.pdf`)]).toEqual([name, refused === undefined]);
      const said = err
        .split(/\n\n|\n(?=failed|not built)/)
        .filter((part) => part.includes(`assessments/${name}.json`) || part.includes(`templates/${name}/`));
      if (refused) expect(said.join('\n')).toMatch(refused);
    }
    expect(err).not.toMatch(/The program failed|\n\s+at .*:\d+:\d+|[^\P{Cc}\n\t]/u);
    expect([1, 3]).toContain(code);
    const output = (await allOf(join(folder, 'out'))).replace(/<style>[\s\S]*?<\/style>/g, '');
    expect(output).not.toMatch(/\[native code\]|function Object|ran<\/title>/);
    const tags =
      [...output.matchAll(/<!doctype html>[\s\S]*?<\/html>/g)].join('').match(/<[a-z][^<>]*>/gi) ?? [];
    expect(tags.length).toBeGreaterThan(40);
    expect(
      tags.filter((tag) => /^<(?:script|iframe|img|image|object|link)\b|\son\w+=|javascript:/i.test(tag)),
    ).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe.runIf(onUnix)('links out of the project', () => {
  test('assessments and registers behind such links are not read; links inside the project are followed', async () => {
    const { outside, untouched } = await outsideFolder();
    const folder = await folderWith({ 'drafts/inside.json': small('inside'), 'other/a.json': small('a') });
    await mkdir(join(folder, 'assessments'));
    await symlink(join(outside, 'secret.json'), join(folder, 'assessments/stolen.json'));
    await symlink('/etc/passwd', join(folder, 'assessments/passwd.yaml'));
    await symlink('../drafts/inside.json', join(folder, 'assessments/inside.json'));
    await symlink('loop.json', join(folder, 'assessments/loop.json'));
    await symlink(join(outside, 'secret.json'), join(folder, 'other/register.json'));
    await symlink(join(outside, 'secret.json'), join(folder, 'threat-memo.config.json'));
    const { code, out, err } = await run(['build', '--format', 'md', 'assessments', 'other'], folder);
    expect(code).not.toBe(0);
    const checked = await run(['check', 'assessments/stolen.json'], folder);
    for (const said of [out, err, checked.out, checked.err, await allOf(join(folder, 'out'))]) {
      expect(said).not.toMatch(new RegExp(`${SECRET}|root:`));
    }
    await untouched();
  });

  test('an assessment behind one is a finding at its place, and the others are built', async () => {
    const { outside } = await outsideFolder();
    const folder = await folderWith({
      'drafts/inside.json': small('inside'),
      'assessments/own.json': small('own'),
    });
    await symlink(join(outside, 'secret.json'), join(folder, 'assessments/stolen.json'));
    await symlink('../drafts/inside.json', join(folder, 'assessments/inside.json'));
    const { code, out, err } = await run(['build', '--format', 'md'], folder);
    expect(out.trim().split('\n').sort()).toEqual(['out/inside.md', 'out/own.md']);
    expect(err).toMatch(
      /assessments\/stolen\.json:1:1 error The file is a link that leads out of its folder\. \[unreadable-file\]/,
    );
    expect(code).toBe(1);
  });

  test('a previous edition behind one is not read, and the others are built', async () => {
    const { outside, untouched } = await outsideFolder();
    const edition = { number: 2, supersedes: '../old/former.json' };
    const folder = await folderWith({
      'assessments/x.json': small('x', { edition }),
      'assessments/y.json': small('y'),
      'old/a.txt': '',
    });
    await symlink(join(outside, 'secret.json'), join(folder, 'old/former.json'));
    const { code, out, err } = await run(['build', '--format', 'md,pdf'], folder);
    expect(err).toContain(
      '`../old/former.json` is a link that leads out of its folder. [unreadable-edition]',
    );
    expect(out.trim().split('\n')).toHaveLength(4);
    expect(code).toBe(0);
    expect(await allOf(join(folder, 'out'))).not.toContain(SECRET);
    await untouched();
  });

  test('templates, messages and styles behind them are not used', async () => {
    const { outside, untouched } = await outsideFolder();
    const folder = await folderWith({
      'assessments/x.json': small('x', { form: 'note' }),
      'templates/note/a.txt': '',
    });
    await symlink(join(outside, 'memo.md.hbs'), join(folder, 'templates/note/memo.md.hbs'));
    const form = await run(['build', '--format', 'md'], folder);
    expect(form.err).toContain('is a link that leads out of its folder');
    expect(form.code).toBe(3);
    const whole = await folderWith({ 'assessments/x.json': small('x') });
    await symlink(outside, join(whole, 'templates'));
    expect((await run(['build', '--format', 'md'], whole)).code).toBe(3);
    for (const each of [folder, whole]) expect(await allOf(join(each, 'out'))).not.toContain(SECRET);
    await untouched();
  });

  test.each(['out', 'out/figures', 'out/figures/x'])('nothing is written behind one: %s', async (path) => {
    const { outside, untouched } = await outsideFolder();
    const folder = await folderWith({ 'assessments/x.json': small('x') });
    mkdirSync(join(folder, path, '..'), { recursive: true });
    await symlink(outside, join(folder, path));
    const { code, err } = await run(['build', '--format', 'md'], folder);
    expect(err).toContain('is a link that leads out of its folder');
    expect(code).toBe(3);
    await untouched();
  });

  test('an output file that is a link is replaced; an output folder in the project that is a link is refused', async () => {
    const { outside, untouched } = await outsideFolder();
    const target = await folderWith({});
    const folder = await folderWith({ 'assessments/x.json': small('x'), 'out/a': '' });
    await symlink(join(outside, 'secret.txt'), join(folder, 'out/x.md'));
    expect((await run(['build', '--format', 'md'], folder)).code).toBe(0);
    expect(await readFile(join(folder, 'out/x.md'), 'utf8')).toContain('# Memo x');
    await untouched();
    await symlink(target, join(folder, 'elsewhere'));
    const refused = await run(['build', '--format', 'md', '--out', 'elsewhere'], folder);
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('leads out of its folder')]);
    expect(await readdir(target)).toEqual([]);
    // What lies in a folder of git can be run by git, whatever name or link leads there.
    await mkdir(join(folder, '.git/hooks'), { recursive: true });
    await symlink('.git/hooks', join(folder, 'hooks'));
    await writeFile(join(folder, 'assessments/y.json'), small('x', { title: 'Another memo' }));
    const pages = ['diff', 'assessments/x.json', 'assessments/y.json', '--format', 'html', '--out'];
    for (const args of [
      ['build', 'assessments/x.json', '--format', 'md', '--out', '.git'],
      ['build', 'assessments/x.json', '--format', 'md', '--out', 'hooks'],
      ['build', 'assessments/x.json', '--format', 'md', '--out', '.GIT/new'],
      ['site', '--out', '.git/site'],
      ['export', 'assessments/x.json', '--to', 'stix', '--out', '.git/hooks/post-checkout'],
      [...pages, '.git/hooks/post-merge'],
    ]) {
      const { code, err } = await run(args, folder);
      expect([args.join(' '), code, err]).toEqual([
        args.join(' '),
        3,
        expect.stringContaining('lies in a folder of git'),
      ]);
    }
    expect(await readdir(join(folder, '.git'), { recursive: true })).toEqual(['hooks']);
  });
});

describe('special files, and files that are far too large', () => {
  test.runIf(onUnix)('pipes and devices do not block the program', async () => {
    const folder = await folderWith({ 'assessments/own.json': small('own') });
    execFileSync('mkfifo', [
      join(folder, 'assessments/pipe.json'),
      join(folder, 'assessments/register.json'),
    ]);
    const { code, out, err } = await run(['build', '--format', 'md'], folder);
    expect(err).toContain('is not a file, but a pipe or a device. [unreadable-file]');
    expect(code).toBe(1);
    expect(out).toBe('');
  });

  test.runIf(onUnix)(
    'a pipe in place of rules, templates or a PDF is reported, not treated as empty',
    async () => {
      const folder = await folderWith({
        'assessments/x.json': small('x', { form: 'note' }),
        'templates/note/a.txt': '',
        'templates/note/nothing/a.txt': '',
      });
      const template = join(folder, 'templates/note/memo.md.hbs');
      const rules = join(folder, 'threat-memo.config.json');
      const build = () => run(['build', '--format', 'md'], folder);
      execFileSync('mkfifo', [template, rules]);
      for (const args of [['build'], ['check'], ['verify', 'threat-memo.config.json']]) {
        const { code, err } = await run(args, folder);
        expect(err).toContain('threat-memo.config.json is not a file, but a pipe or a device.');
        expect(code).toBe(3);
      }
      await rm(rules);
      expect(await build()).toMatchObject({
        code: 3,
        err: expect.stringContaining('memo.md.hbs is not a file'),
      });
      // A link that leads to a folder, or nowhere, is no empty template either.
      for (const target of ['nothing', 'gone']) {
        await rm(template);
        await symlink(target, template);
        expect(await build()).toMatchObject({
          code: 1,
          err: expect.stringContaining('memo.md.hbs is not a file'),
        });
      }
      expect(await allOf(join(folder, 'out'))).toBe('');
    },
  );

  test('a file of a thousand million bytes, 10 MB of text, 100,000 items, endless text', async () => {
    const folder = await folderWith({
      'assessments/text.json': small('text', { bottomLine: 'a'.repeat(10_000_000) }),
      'assessments/line.json': small('line', { title: 'word '.repeat(300_000) }),
      'assessments/lines.json': small('lines', { bottomLine: Array(40_000).fill('word') }),
      'assessments/items.json': small('items', { gaps: Array(100_000).fill(0) }),
      'assessments/keys.json': `{${Array.from({ length: 40_000 }, (_, i) => `"k${i}": 1`).join(',')}}`,
      'assessments/nested.json': '{"a":'.repeat(50_000),
      'assessments/yaml.yaml': `a: ${'['.repeat(50_000)}`,
      'assessments/block.yaml': Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      'assessments/own.json': small('own'),
    });
    const huge = join(folder, 'assessments/huge.json');
    await (await open(huge, 'w')).close();
    await truncate(huge, 1_000_000_000); // takes no room on the disk
    const { code, out, err } = await run(['build', '--format', 'md'], folder);
    expect(out).toBe('out/own.md\n');
    expect(code).toBe(1);
    for (const [name, rule] of [
      ['huge.json', 'unreadable-file'],
      ['text.json', 'file-too-large'],
      ['line.json', 'text-too-long'],
      ['lines.json', 'text-too-long'],
      ['items.json', 'too-many-values'],
      ['keys.json', 'too-many-mistakes|unknown-property|too-many-values'],
      ['nested.json', 'nesting-too-deep'],
      ['yaml.yaml', 'nesting-too-deep'],
      ['block.yaml', 'nesting-too-deep'],
    ]) {
      expect(err).toMatch(new RegExp(`assessments/${name}:\\d+:\\d+ error .*\\[(?:${rule})\\]`));
    }
    expect(err).not.toMatch(/The program failed|heap|Maximum call stack/);
  });

  test('two files whose names differ in Unicode form give one memo each, or a finding', async () => {
    const folder = await folderWith({
      'assessments/Fires.json': small('fires'),
      'assessments/fires.yaml': small('fires'),
    });
    const { code, err } = await run(['build', '--format', 'md'], folder);
    expect(err).toContain('[duplicate-assessment]');
    expect(code).toBe(1);
  });

  test('a name that could control a terminal does not', async () => {
    const name = '\u001b]0;pwned\u0007\u001b[2J\u2028::error::x';
    const folder = await folderWith({
      [`assessments/${name}.json`]: '{',
      'assessments/x.json': small('x', { title: name }),
      [`templates/${name}/memo.md.hbs`]: '',
    });
    for (const args of [
      ['build', '--format', 'md'],
      ['check'],
      ['fmt', '--check'],
      ['inspect', 'x'],
      ['build', '--form', 'none'],
      [name],
    ]) {
      const { out, err } = await run(args, folder);
      expect(`${out}${err}`).not.toMatch(/[^\P{Cc}\n\t]|[\u2028\u2029]/u);
    }
  });

  test.runIf(onUnix)('an unreadable file is a finding, and the others are built', async () => {
    const folder = await folderWith({ 'assessments/x.json': small('x'), 'assessments/y.json': small('y') });
    await chmod(join(folder, 'assessments/x.json'), 0);
    const nobody = process.getuid?.() === 0 ? 65_534 : undefined; // the superuser may read everything
    if (nobody !== undefined) await chown(folder, nobody, nobody);
    const { code, out, err } = await runAlone(['build', '--format', 'md'], folder, {
      env: { HOME: folder },
      ...(nobody !== undefined && { user: nobody }),
    });
    expect(out).toBe('out/y.md\n');
    expect(err).toMatch(/x\.json:1:1 error Cannot read the file: EACCES.* \[unreadable-file\]/);
    expect(code).toBe(1);
  });

  test('names of files that could control a terminal or a browser are shown as text', async () => {
    const folder = await folderWith({
      'assessments/$(touch x) `y` & "z" .json': small('odd', { title: 'Odd' }),
    });
    expect((await run(['build'], folder)).code).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(['assessments', 'out']);
  });
});

describe('a folder with programs of its own', () => {
  test('none of them is run', async () => {
    const folder = await folderWith({ 'assessments/x.json': small('x') });
    const trap = (name: string) =>
      `require('node:fs').writeFileSync(${JSON.stringify(join(folder, name))}, '')`;
    await writeFile(join(folder, '.puppeteerrc.cjs'), trap('ran-puppeteer'));
    await writeFile(join(folder, 'puppeteer.config.js'), trap('ran-config'));
    await writeFile(join(folder, 'threat-memo.config.js'), trap('ran-own'));
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ scripts: { prepare: 'touch ran-script' }, main: 'x.js' }),
    );
    await mkdir(join(folder, 'node_modules/handlebars'), { recursive: true });
    await writeFile(join(folder, 'node_modules/handlebars/index.js'), trap('ran-module'));
    await mkdir(join(folder, '.example/assessments'), { recursive: true });
    const { code } = await run(['build'], folder);
    expect(code).toBe(0);
    expect((await readdir(folder)).filter((name) => name.startsWith('ran-'))).toEqual([]);
  });

  test.runIf(onUnix)('nor is a command that its git repository names for the network', async () => {
    const edition = { number: 2, supersedes: 'HEAD:gone.json' };
    const folder = await folderWith({
      'assessments/x.json': small('x', { edition }),
      'gone.json': small('gone'),
    });
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        stdio: 'pipe',
      }).toString();
    git('init', '-q');
    git('add', 'gone.json');
    git('commit', '-q', '-m', 'One');
    const object = git('rev-parse', 'HEAD:gone.json').trim();
    execFileSync('rm', ['-f', join(folder, '.git/objects', object.slice(0, 2), object.slice(2))]);
    for (const [key, value] of [
      ['core.repositoryformatversion', '1'],
      ['extensions.partialClone', 'origin'],
      ['remote.origin.url', 'ssh://127.0.0.1/x'],
      ['remote.origin.promisor', 'true'],
      ['core.sshCommand', `touch ${join(folder, 'ran-ssh')}; false`],
      ['core.fsmonitor', `touch ${join(folder, 'ran-fsmonitor')}`],
      ['core.pager', `touch ${join(folder, 'ran-pager')}`],
    ]) {
      git('config', key ?? '', value ?? '');
    }
    const { code, err } = await run(['build', '--format', 'md'], folder);
    expect(err).toContain('[unreadable-edition]');
    expect(code).toBe(0);
    expect((await readdir(folder)).filter((name) => name.startsWith('ran-'))).toEqual([]);
  });
});
