/**
 * Packs the program, installs the package in an empty project and uses it there as a stranger would: build, check,
 * diff, and `openProject` from a program in TypeScript; and has it create a project (`init`) in an empty folder. Prints the size of the installation, and fails if it is larger than MAX_MEGABYTES or a command answers
 * or behaves differently than it should.
 *
 *     npm run test:package [-- <node> …]    with these Node executables in turn; by default with the one running this
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Largest installation; on a Node for which npm installs the current browser besides the one for Node 20, that is added. */
const MAX_MEGABYTES = 100;
const CURRENT_BROWSER = 70;
const EXAMPLE = 'isis-moscow-2024.json';
const root = fileURLToPath(new URL('../', import.meta.url));
const npm = process.env.npm_execpath;
if (!npm) throw new Error('Run this with `npm run test:package`.');

/** Runs a program and returns its output; fails if its exit code is not `expected`. */
function run(node, args, cwd, expected = 0) {
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}`, THREAT_MEMO_CACHE: 'off' };
  const { status, stdout, stderr } = spawnSync(node, args, { cwd, env, encoding: 'utf8' });
  if (status !== expected)
    throw new Error(`${args.join(' ')} ended with ${status}, not ${expected}.\n${stdout}${stderr}`);
  return stdout;
}

/** Has the packed program create a project, which then installs, builds and is clean; git merges with its driver. */
function tryInit(node, tarball, folder) {
  mkdirSync(folder);
  execFileSync('git', ['init', '-q'], { cwd: folder });
  const spec = `file:${tarball}`;
  run(
    node,
    [npm, 'exec', '--yes', `--package=${tarball}`, '--', 'threat-memo', 'init', '--package', spec],
    folder,
  );
  run(node, [npm, 'install', '--prefer-offline', '--no-audit', '--no-fund'], folder);
  run(node, [npm, 'run', 'build-report'], folder);
  assert(readdirSync(join(folder, 'out')).includes('rail-sabotage-2025.pdf'), 'init gives no memo.');
  run(node, [npm, 'run', 'check'], folder);
  run(node, [npm, 'run', 'threat-memo', '--', 'new', 'harbour-fire'], folder);
  run(node, [npm, 'run', 'threat-memo', '--', 'add', 'actor', 'Line Cell', '--into', 'harbour-fire'], folder);
  run(node, [npm, 'run', 'threat-memo', '--', 'fmt', '--check'], folder);
  assert(
    readdirSync(join(folder, '.github', 'workflows')).includes('assessments.yml'),
    'There is no workflow.',
  );
  const driver = execFileSync('git', ['config', 'merge.threat-memo.driver'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert(driver.includes('merge-driver'), 'init sets no merge driver.');
}

/** Bytes on disk, links counted as themselves. */
function weigh(path) {
  const found = lstatSync(path);
  if (!found.isDirectory()) return found.blocks * 512;
  return readdirSync(path).reduce((sum, name) => sum + weigh(join(path, name)), 0);
}

function assert(isRight, message) {
  if (!isRight) throw new Error(message);
}

/** Installs and uses the package; returns the installed size, in megabytes. */
function tryPackage(node, tarball, folder) {
  mkdirSync(join(folder, 'assessments'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "desk", "private": true, "version": "1.0.0" }\n');
  cpSync(join(root, 'assessments', EXAMPLE), join(folder, 'assessments', EXAMPLE));
  cpSync(join(root, 'assessments', 'register.json'), join(folder, 'assessments', 'register.json'));
  run(node, [npm, 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball], folder);

  const program = join(folder, 'node_modules', 'threat-memo', 'dist', 'threat-memo.js');
  run(node, [program, 'check'], folder);
  run(node, [program, 'build', '--format', 'md,pdf,html,docx'], folder);
  const outputs = readdirSync(join(folder, 'out'));
  for (const ending of ['md', 'pdf', 'html', 'docx']) {
    const name = EXAMPLE.replace(/json$/, ending);
    assert(outputs.includes(name), `There is no out/${name}.`);
  }
  const memo = readFileSync(join(folder, 'out', EXAMPLE.replace(/json$/, 'md')), 'utf8');
  const ours = readFileSync(join(root, 'out', EXAMPLE.replace(/json$/, 'md')), 'utf8');
  assert(memo === ours, 'The memo is not the one in out/.');

  const changed = join(folder, 'changed.json');
  const text = readFileSync(join(folder, 'assessments', EXAMPLE), 'utf8');
  writeFileSync(changed, text.replace(/"title": "/, '"title": "Again: '));
  const old = join('assessments', EXAMPLE);
  run(node, [program, 'diff', '--exit-code', old, old], folder);
  run(node, [program, 'diff', '--exit-code', old, 'changed.json'], folder, 1);
  tryLibrary(node, folder);
  tryInit(node, tarball, `${folder}-own`);
  return weigh(join(folder, 'node_modules')) / 1e6;
}

/** A program of a stranger's, in TypeScript, that comes in through the front door. */
const STRANGER = `
import { openProject, type CheckReport, type Rule, UsageFault } from 'threat-memo';
import type { MemoDocument } from 'threat-memo';

const noSecrets: Rule = {
  id: 'no-secrets',
  category: 'language',
  severity: 'warning',
  source: 'our house rules',
  why: 'Secrets are not for memos.',
  examples: { breaks: { assessment: { title: 'A secret' } }, keeps: { assessment: {} } },
  check: ({ assessment }) =>
    assessment.title.includes('secret') ? [{ pointer: '/title', message: 'A secret.', help: 'Leave it out.' }] : [],
};
const project = await openProject('.', { rules: [noSecrets] });
const report: CheckReport = await project.check();
const { markdown, page } = await project.memo('isis-moscow-2024');
const document: MemoDocument = await project.document('isis-moscow-2024');
const built = await project.build([], { formats: ['md'], compareOnly: true });
const missing: unknown = await project.memo('no-such-memo').catch((error: unknown) => error);
console.log(
  JSON.stringify({
    findings: report.findings.length,
    markdown: markdown.length,
    page: page !== undefined,
    blocks: document.blocks.length,
    stale: built.results.flatMap(({ stale }) => stale),
    isUsage: missing instanceof UsageFault,
  }),
);
`;

/** Checks a stranger's program with TypeScript against the types shipped, and runs it. */
function tryLibrary(node, folder) {
  writeFileSync(join(folder, 'stranger.mts'), STRANGER);
  const strict = ['--strict', '--target', 'es2023', '--module', 'nodenext', '--skipLibCheck', 'false'];
  const ofNode = ['--types', 'node', '--typeRoots', join(root, 'node_modules', '@types')];
  run(
    process.execPath,
    [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), ...strict, ...ofNode, 'stranger.mts'],
    folder,
  );
  const said = JSON.parse(run(node, ['stranger.mjs'], folder));
  assert(said.findings === 0, 'The library finds something where the command finds nothing.');
  assert(said.markdown > 1000 && said.page && said.blocks > 10, 'The library gives no memo.');
  assert(said.stale.length === 0, 'The library builds another memo than the command.');
  assert(said.isUsage, 'The library throws something else for a memo that is not there.');
}

const nodes = process.argv.length > 2 ? process.argv.slice(2) : [process.execPath];
const folder = mkdtempSync(join(tmpdir(), 'threat-memo-package-'));
try {
  const printed = execFileSync(process.execPath, [npm, 'pack', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename, size, entryCount }] = JSON.parse(printed.slice(printed.indexOf('[')));
  console.log(`${filename}: ${(size / 1e6).toFixed(1)} MB, ${entryCount} files`);
  for (const [index, node] of nodes.entries()) {
    const megabytes = tryPackage(node, join(folder, filename), join(folder, `desk-${index}`));
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    console.log(
      `Node ${version}: installs, checks, builds, compares, and is imported with types; ${megabytes.toFixed(0)} MB installed`,
    );
    const [major, minor] = version.slice(1).split('.').map(Number);
    const isCurrent = major >= 24 || (major === 22 && minor >= 17);
    const limit = MAX_MEGABYTES + (isCurrent ? CURRENT_BROWSER : 0);
    assert(megabytes < limit, `More than ${limit} MB are installed.`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
