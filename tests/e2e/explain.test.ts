import { describe, expect, test } from 'vitest';
import { folderWith, run } from './run.ts';

const config = JSON.stringify({ rules: { 'id-differs-from-file': 'off' } });

describe('explain', () => {
  test('lists all rules by category', async () => {
    const { code, out, err } = await run(['explain'], await folderWith({}));
    for (const text of ['Reading the file', 'json-syntax', 'Uncertainty', 'duplicate-id  error']) {
      expect(out).toContain(text);
    }
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  test('explains one with the settings of the folder’s configuration', async () => {
    const folder = await folderWith({ 'threat-memo.config.json': config });
    const { code, out } = await run(['explain', 'id-differs-from-file'], folder);
    expect(out).toContain('warning (off here, by threat-memo.config.json)');
    expect(out).toContain('The id is `sample`, but the file is called `sample-copy`.');
    expect(code).toBe(0);
  });

  test('as JSON: one rule as an object, all of them as a list', async () => {
    const folder = await folderWith({ 'threat-memo.config.json': config });
    const one = await run(['explain', 'yaml-tab', '--format', 'json'], folder);
    expect(JSON.parse(one.out)).toMatchObject({
      id: 'yaml-tab',
      category: 'reading',
      severity: 'error',
      fixed: true,
      url: 'docs/rules.md#yaml-tab',
      examples: {
        breaks: { files: [{ name: 'memo.yaml', partial: false }], findings: [{ line: 2, column: 1 }] },
        keeps: { findings: [] },
      },
    });
    const all: { id: string; setting?: string }[] = JSON.parse(
      (await run(['explain', '--format', 'json'], folder)).out,
    );
    expect(all.length).toBeGreaterThan(80);
    expect(all.find(({ id }) => id === 'id-differs-from-file')?.setting).toBe('off');
  });

  test('an unknown rule is wrong usage', async () => {
    const { code, out, err } = await run(['explain', 'yaml-tabs'], await folderWith({}));
    expect(err).toContain('There is no rule yaml-tabs. Did you mean yaml-tab?');
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  test('mistakes in the configuration are reported too', async () => {
    const folder = await folderWith({ 'threat-memo.config.json': '{"rules": {"no-such-rule": "off"}}' });
    const { code, out, err } = await run(['explain', 'yaml-tab', '--format', 'json'], folder);
    expect(err).toContain('[unknown-rule]');
    expect(JSON.parse(out)).toMatchObject({ id: 'yaml-tab' });
    expect(code).toBe(0);
  });
});
