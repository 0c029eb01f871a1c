import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, program, run, small } from './run.ts';

/** A project, and a folder in which `threat-memo` is the built command. */
async function project(): Promise<{ folder: string; bin: string }> {
  const folder = await folderWith({
    'assessments/harbour-fire.json': small('harbour-fire'),
    'assessments/rail.json': small('rail'),
    'bin/keep': '',
  });
  const bin = join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'threat-memo'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  await chmod(join(bin, 'threat-memo'), 0o755);
  return { folder, bin };
}

async function offered(line: string): Promise<string[]> {
  const { folder } = await project();
  const { code, out } = await run(['complete', '--', `threat-memo ${line}`], folder);
  expect(code).toBe(0);
  return out
    .split('\n')
    .flatMap((each) => each.split('\t')[0] ?? [])
    .filter((each) => each !== '');
}

test.each([
  ['bu', ['build']],
  ['add ', ['source', 'evidence', 'incident', 'actor', 'judgment']],
  ['check --f', ['--format', '--fix']],
  ['check --format ', ['text', 'json', 'sarif', 'html', 'pdf']],
  ['build --format=md,', ['--format=md,pdf', '--format=md,html', '--format=md,docx', '--format=md,email']],
  ['build --paper A4 har', ['harbour-fire', ':files']],
  ['build --form one', ['one-pager']],
  ['explain unwritten', ['unwritten-text']],
  ['ledger over', ['overdue']],
  ['ledger --of sources relia', ['reliability:']],
  ['add evidence X --into rail --source rail', ['rail-authority']],
  ['add judgment X --into rail --evidence four-fires,', ['four-fires,two-arrests']],
  ['add judgment X --into rail --confidence ', ['low', 'moderate', 'high']],
  ['add judgment X --into rail --likelihood "very un', ['very unlikely']],
  ['export rail --to mi', ['misp']],
  ['build --release TLP:G', ['TLP:GREEN']],
  ['help comp', ['compare', 'completion']],
  ['verify ', [':files']],
  ['nonsense --what ', []],
])('complete: %s', async (line, words) => {
  expect(await offered(line)).toEqual(words);
});

function has(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit'], { stdio: 'ignore' }).status === 0;
}

test.runIf(has('bash'))('bash completes with the script', async () => {
  const { folder, bin } = await project();
  const script = `
    source <(threat-memo completion bash)
    try() {
      COMP_LINE=$1 COMP_POINT=\${#1}
      shift
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
      _threat_memo
      printf '%s|' "\${COMPREPLY[@]}"
      printf '\\n'
    }
    try 'threat-memo bu' threat-memo bu
    try 'threat-memo check ha' threat-memo check ha
    try 'threat-memo build --release TLP:AM' threat-memo build --release TLP : AM
    try 'threat-memo add judgment x --into rail --likelihood very' threat-memo add judgment x --into rail --likelihood very
  `;
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` };
  const out = execFileSync('bash', ['--norc', '-c', script], { cwd: folder, env, encoding: 'utf8' });
  expect(out.split('\n')).toEqual([
    'build|',
    'harbour-fire|',
    'AMBER|AMBER+STRICT|',
    'very\\ unlikely|very\\ likely|',
    '',
  ]);
});

test.runIf(has('zsh'))('zsh accepts the script, and shows descriptions', async () => {
  const { folder, bin } = await project();
  const script = `
    autoload -Uz compinit && compinit -u -d '${folder}/dump'
    source <(threat-memo completion zsh)
    print -r -- "$_comps[threat-memo]"
    _describe() { print -rl -- "\${(@P)3}" }
    _files() { print files }
    words=(threat-memo check ha) CURRENT=3 PREFIX=ha
    _threat_memo
    words=(threat-memo build --release TLP:AM) CURRENT=4 PREFIX=TLP:AM
    _threat_memo
  `;
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` };
  const out = execFileSync('zsh', ['-f', '-c', script], { cwd: folder, env, encoding: 'utf8' });
  expect(out).toContain('_threat_memo\nharbour-fire:harbour-fire.json\nfiles\n');
  expect(out).toMatch(/^TLP\\:AMBER:/m);
});

test.runIf(has('fish'))('fish completes with the script', async () => {
  const { folder, bin } = await project();
  const script = `threat-memo completion fish | source
    complete -C 'threat-memo check har'
    complete -C 'threat-memo explain unwritten'`;
  const env = {
    ...process.env,
    PATH: `${bin}:${process.env.PATH ?? ''}`,
    HOME: folder,
    XDG_CONFIG_HOME: folder,
  };
  const out = execFileSync('fish', ['--no-config', '-c', script], { cwd: folder, env, encoding: 'utf8' });
  expect(out).toContain('harbour-fire\tharbour-fire.json\n');
  expect(out).toMatch(/^unwritten-text\tA skeleton/m);
});
