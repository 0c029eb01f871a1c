import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstAssessment } from '../../src/scaffold/first-assessment.ts';
import { folderWith, program, root, run } from './run.ts';

/** The first assessment that README shows, and what it says `check` says of a mistake in it. */
async function shown(): Promise<{ assessment: string; message: string }> {
  const page = await readFile(join(root, 'README.md'), 'utf8');
  const [, assessment = ''] = /```json\n(\{\n {2}"\$schema"[\s\S]*?)\n```/.exec(page) ?? [];
  const [, message = ''] = /```text\n(assessments\/rail-sabotage[\s\S]*?)\n```/.exec(page) ?? [];
  return { assessment, message };
}

test("README's first assessment has no findings, today and in future years", async () => {
  const { assessment } = await shown();
  const folder = await folderWith({ 'assessments/rail-sabotage-2025.json': assessment });
  const { code, out } = await run(['check'], folder);
  expect(out).toBe('No findings in 1 file.\n');
  expect(code).toBe(0);
  const { judgments } = JSON.parse(assessment) as { judgments: { horizon: string }[] };
  // What it forecasts is not over soon: a reader of years to come sees no finding either.
  for (const { horizon } of judgments)
    expect(Number(/(\d{4})-\d\d$/.exec(horizon)?.[1])).toBeGreaterThan(2034);
});

test('`init` writes the same assessment', async () => {
  const { assessment } = await shown();
  const written = JSON.parse(assessment) as { readonly $schema: string };
  expect(written).toEqual(firstAssessment(written.$schema));
});

test("README's commands create an assessment, fill it and build its memo", async () => {
  const page = await readFile(join(root, 'README.md'), 'utf8');
  const [, commands = ''] = /```sh\n(npx threat-memo new[\s\S]*?)\n```/.exec(page) ?? [];
  expect(commands.split('\n')).toHaveLength(6);
  const folder = await folderWith({});
  expect((await run(['init'], folder)).code).toBe(0);
  const script = `set -e\nnpx() { shift; '${process.execPath}' '${program}' "$@"; }\n${commands}\n`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('out/harbour-fire.pdf');
  expect(stdout).not.toMatch(/ (?:error|warning) /);
  const memo = await readFile(join(folder, 'out', 'harbour-fire.md'), 'utf8');
  expect(memo).toContain('The fire was likely set.');
});

test('its mistake is reported as shown in README', async () => {
  const { assessment, message } = await shown();
  const folder = await folderWith({
    'assessments/rail-sabotage-2025.json': assessment.replace('"likely" }', '"likley" }'),
  });
  const { code, out } = await run(['check'], folder);
  expect(code).toBe(1);
  expect(out.trim()).toBe(message.trim());
});
