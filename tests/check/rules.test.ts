import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { checkAssessment } from '../../src/check/check.ts';
import { exampleInput } from '../../src/check/example-input.ts';
import type { Example } from '../../src/check/rule.ts';
import { describedRules, rules } from '../../src/check/rules.ts';
import { validateAssessment } from '../../src/validate/validate.ts';
import { expectGolden } from '../support/golden.ts';

const filesOf = async (path: string) => (await readdir(new URL(path, import.meta.url))).sort();

test('every rule file contains one rule of its name, which the list names, and has its own test', async () => {
  const ids = rules.map(({ id }) => id);
  expect(await filesOf('../../src/check/rules/')).toEqual(ids.map((id) => `${id}.ts`));
  expect(await filesOf('.')).toEqual(expect.arrayContaining(ids.map((id) => `${id}.test.ts`)));
});

test.each(describedRules.map((rule) => [rule.id, rule] as const))(
  '%s states its source and its reason',
  (id, rule) => {
    expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    expect(rule.source).toMatch(/\S/);
    expect(rule.why).toMatch(/^\p{Lu}.*\.$/u);
  },
);

/** What a rule is handed for one of its examples, which has to be valid. */
function inputOf(example: Example) {
  const input = exampleInput(example);
  expect(validateAssessment(input.assessment).remarks).toEqual([]);
  if (input.superseded) expect(validateAssessment(input.superseded).remarks).toEqual([]);
  return input;
}

test('the sound assessment breaks no rule', () => {
  expect(checkAssessment(inputOf({ assessment: {} }))).toEqual([]);
});

test.each(describedRules.map((rule) => [rule.id, rule] as const))('the examples of %s hold', (id, rule) => {
  const found = (example: Example) =>
    checkAssessment(inputOf(example)).filter((remark) => remark.rule === id);
  expect(found(rule.examples.breaks)).not.toEqual([]);
  expect(found(rule.examples.keeps)).toEqual([]);
});

test('the findings on the example of each rule are as recorded', () => {
  const lines = describedRules.flatMap((rule) => [
    rule.id,
    ...checkAssessment(inputOf(rule.examples.breaks)).map(
      ({ rule: id, severity, pointer, on, message, help }) =>
        `  ${severity} ${id} ${pointer}${on === undefined ? '' : ` (${on})`}: ${message} ${help ?? ''}`,
    ),
  ]);
  expectGolden('rules-findings.txt', `${lines.join('\n')}\n`);
});
