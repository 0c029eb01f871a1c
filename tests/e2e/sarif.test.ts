import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log, Run as SarifRun } from 'sarif';
import { describe, expect, test } from 'vitest';
import { folderWith, run, shippedProject, small } from './run.ts';

const schema: object = JSON.parse(
  await readFile(new URL('../fixtures/sarif-as-used.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({
  allErrors: true,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => /^(?:%[\dA-F]{2}|[\w\-.~:/?#[\]@!$&'()*+,;=])*$/.test(text),
  },
});
const validate = ajv.compile(schema);

/** The one run of the log that a check prints; the log has to fit its schema. */
async function sarif(args: readonly string[], folder: string): Promise<SarifRun & { code: number | null }> {
  const { code, out } = await run(['check', '--format', 'sarif', ...args], folder);
  const log: Log = JSON.parse(out);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  const [only] = log.runs;
  if (!only) throw new Error('no run');
  return { ...only, code };
}

const fingerprints = ({ results = [] }: SarifRun) =>
  results.map((result) => result.partialFingerprints?.['ruleAndPlace/v1']);

describe('check --format sarif', () => {
  test('the shipped assessments: every result has its rule, and suppressed findings have their reason', async () => {
    const log = await sarif([], await shippedProject());
    const rules = log.tool.driver.rules ?? [];
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { ruleId, ruleIndex = -1 } of log.results ?? []) expect(rules[ruleIndex]?.id).toBe(ruleId);
    const suppressed = (log.results ?? []).flatMap(({ suppressions = [] }) => suppressions);
    expect(suppressed.length).toBeGreaterThan(0);
    for (const { kind, justification } of suppressed) {
      expect(kind).toBe('inSource');
      expect(justification).toMatch(/\S/);
    }
    expect(new Set(fingerprints(log)).size).toBe(log.results?.length);
  });

  test('a finding: level, place, address and message', async () => {
    const judgment = { id: 'attack', statement: 'Attacks.', confidence: { level: 'lwo', basis: 'One.' } };
    const text = small('x', { judgments: [judgment] });
    const line = text.split('\n').findIndex((one) => one.includes('"lwo"')) + 1;
    const name = 'assessments/an odd é 100%#?.json';
    const log = await sarif([name], await folderWith({ [name]: text }));
    expect(log.columnKind).toBe('utf16CodeUnits');
    const result = log.results?.find(({ ruleId }) => ruleId === 'unknown-term');
    expect(result).toMatchObject({
      level: 'error',
      message: { text: expect.stringContaining('Did you mean `low`?') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: 'assessments/an%20odd%20%C3%A9%20100%25%23%3F.json',
              uriBaseId: '%SRCROOT%',
            },
            region: { startLine: line, startColumn: 18, endLine: line, endColumn: 23 },
          },
          logicalLocations: [{ fullyQualifiedName: 'judgments/attack/confidence/level' }],
        },
      ],
    });
    expect(log.code).toBe(1);
  });

  test('braces in a message are doubled, since single ones are placeholders', async () => {
    const text = small('x', { judgments: [{ id: 'attack', statement: 'Attacks.', likelihood: [] }] });
    const log = await sarif([], await folderWith({ 'assessments/x.json': text }));
    const message = log.results?.find(({ ruleId }) => ruleId === 'wrong-type')?.message.text;
    expect(message).toContain('{{"term": "likely"}}');
  });

  test('a file outside the working folder has an absolute address', async () => {
    const [elsewhere, folder] = [await folderWith({ 'x.json': '{' }), await folderWith({})];
    const log = await sarif([join(elsewhere, 'x.json')], folder);
    const [location] = log.results?.[0]?.locations ?? [];
    expect(location?.physicalLocation?.artifactLocation?.uri).toMatch(/^file:\/\/\/.*\/x\.json$/);
    expect(location?.physicalLocation?.artifactLocation).not.toHaveProperty('uriBaseId');
  });

  test('fingerprints stay when lines shift and entries move; two findings at one place have two', async () => {
    const broken = { id: 'second', statement: 'X.', confidence: { level: 'no', basis: '' } };
    const one = small('x', { judgments: [broken] });
    const two = small('x', { judgments: [{ id: 'first', statement: 'Y.' }, broken] }).replace('{', '{\n\n');
    const [before, after] = await Promise.all(
      [one, two].map(async (text) => sarif([], await folderWith({ 'assessments/x.json': text }))),
    );
    const mistakes = (log: SarifRun | undefined) =>
      (log?.results ?? [])
        .filter(({ level }) => level === 'error')
        .map(({ partialFingerprints }) => partialFingerprints);
    expect(mistakes(before)).toHaveLength(2);
    expect(mistakes(after)).toEqual(mistakes(before));
    const unknown = small('x')
      .replace('"title"', '"titel": 1,\n"title"')
      .replace('"title"', '"titel": 2,\n"title"');
    const log = await sarif([], await folderWith({ 'assessments/x.json': unknown }));
    expect(new Set(fingerprints(log)).size).toBe(log.results?.length);
  });

  test('nothing to report: a log with all rules and no results', async () => {
    const log = await sarif(
      [],
      await folderWith({ 'assessments/broken.json': '{}', 'x/small.json': small('small') }),
    );
    expect(log.results?.every(({ level }) => level === 'error')).toBe(true);
    expect(log.tool.driver.rules?.length).toBeGreaterThan(80);
  });
});
