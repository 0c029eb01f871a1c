import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { soundAssessment } from '../../src/check/sound-assessment.ts';
import { checkSource } from '../../src/project/check-source.ts';
import type { Effects } from '../../src/project/effects.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { otherRules } from '../../src/project/other-rules.ts';
import { loadSettings } from '../../src/project/settings.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Findings on a configuration with these rules off. */
async function ofConfig(...ids: readonly string[]) {
  const text = JSON.stringify({ rules: Object.fromEntries(ids.map((id) => [id, 'off'])) });
  const effects: Effects = { ...nodeEffects(root), readFile: async () => Buffer.from(text) };
  return (await loadSettings(effects)).findings.map(({ rule, message }) => `${rule}: ${message}`);
}

/** Findings on an exception from a rule. */
async function ofException(rule: string) {
  const assessment = { ...soundAssessment, exceptions: [{ rule, at: '/title', reason: 'Because.' }] };
  const { findings } = await checkSource(
    { file: 'sample.json', bytes: Buffer.from(JSON.stringify(assessment)) },
    { register: {}, settings: new Map(), today: '2025-05-01' },
    { previous: async () => 'There is none.', picture: async () => undefined },
  );
  return findings.filter((finding) => finding.rule === 'unused-exception').map(({ message }) => message);
}

describe('findings of reading, validating, combining and building', () => {
  test.each([
    ['json-syntax', 'text that is not valid JSON, because of a comma'],
    ['missing-property', ''],
    ['duplicate-assessment', 'two assessments with the same id'],
  ])('%s can be neither switched nor suppressed, and the message says why', async (id, why) => {
    const [switched = '', ...rest] = await ofConfig(id, 'long-sentence');
    expect(switched).toMatch(`fixed-rule: \`${id}\` cannot be switched: ${why}`);
    expect(rest).toEqual([]);
    const [excepted = ''] = await ofException(id);
    expect(excepted).toMatch(`\`${id}\` cannot be excepted: ${why}`);
  });

  test('an unknown name is reported differently', async () => {
    expect(await ofConfig('json-sintax')).toEqual(['unknown-rule: There is no rule `json-sintax`.']);
    expect(await ofException('json-sintax')).toEqual(['There is no rule `json-sintax`.']);
  });

  test('are not looked up if only rules of the check are named', async () => {
    expect((await otherRules(['long-sentence', 'duplicate-id'])).size).toBe(0);
    expect((await otherRules(['json-syntax'])).has('json-syntax')).toBe(true);
  });
});
