import { expect, test } from 'vitest';
import { checkAssessment, checkWithSuppressions } from '../../src/check/check.ts';
import { isFixed, readSettings } from '../../src/check/settings.ts';
import { soundAssessment } from '../../src/check/sound-assessment.ts';
import { emptyRegister } from '../../src/derive/entities/resolve.ts';
import type { Config } from '../../src/model/generated/types.ts';

/** Findings on an assessment whose scenarios cannot all hold, and whose file has another name. */
function found(rules: Config['rules'] = {}, exceptions = soundAssessment.exceptions ?? []) {
  const { settings, remarks } = readSettings({ rules });
  expect(remarks).toEqual([]);
  const assessment = {
    ...soundAssessment,
    scenarios: [
      { id: 'more', title: 'More fires', likelihood: { term: 'very likely' as const } },
      { id: 'none', title: 'No more fires', likelihood: { term: 'likely' as const } },
    ],
    exclusive: [{ members: ['scenarios/more', 'scenarios/none'] }],
    exceptions,
  };
  const input = {
    assessment,
    register: emptyRegister,
    fileStem: 'x',
    forms: ['policy-memo'],
    today: '2025-05-01',
  };
  return checkAssessment(input, settings)
    .filter(({ rule }) =>
      ['incoherent-likelihoods', 'id-differs-from-file', 'unused-exception'].includes(rule),
    )
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

test('a rule has its own severity, the configured one, or is off', () => {
  expect(found()).toEqual(['id-differs-from-file warning', 'incoherent-likelihoods error']);
  expect(found({ 'id-differs-from-file': 'error', 'incoherent-likelihoods': 'note' })).toEqual([
    'id-differs-from-file error',
    'incoherent-likelihoods note',
  ]);
  expect(found({ 'id-differs-from-file': 'off', 'incoherent-likelihoods': 'off' })).toEqual([]);
});

test('a rule raised to an error can still be suppressed, with a reason', () => {
  const exceptions = [{ rule: 'id-differs-from-file', at: '/id', reason: 'A copy for training.' }];
  expect(found({ 'id-differs-from-file': 'error' }, exceptions)).toEqual(['incoherent-likelihoods error']);
  expect(found({ 'id-differs-from-file': 'off' }, exceptions)).toEqual(['incoherent-likelihoods error']);
});

test('a rule that is off does not count as suppressed', () => {
  const suppressed = (rules: NonNullable<Config['rules']>) =>
    checkWithSuppressions(
      {
        assessment: {
          ...soundAssessment,
          exceptions: [{ rule: 'id-differs-from-file', at: '/id', reason: 'A copy.' }],
        },
        register: emptyRegister,
        fileStem: 'x',
        forms: ['policy-memo'],
        today: '2025-05-01',
      },
      readSettings({ rules }).settings,
    ).suppressed.map(({ rule, reason }) => `${rule}: ${reason}`);
  expect(suppressed({})).toEqual(['id-differs-from-file: A copy.']);
  expect(suppressed({ 'id-differs-from-file': 'off' })).toEqual([]);
});

test('rules for the integrity of a file and findings from outside the check are fixed', () => {
  expect(['dangling-reference', 'duplicate-id', 'missing-property'].map((id) => isFixed(id))).toEqual([
    true,
    true,
    true,
  ]);
  expect(['id-differs-from-file', 'incoherent-likelihoods'].map((id) => isFixed(id))).toEqual([false, false]);
});

test('a setting for an unknown or fixed rule is a finding', () => {
  const { settings, remarks } = readSettings({
    rules: { 'incoherent-likelihood': 'off', 'duplicate-id': 'note', 'dangling-reference': 'error' },
  });
  expect(settings.size).toBe(0);
  expect(remarks).toMatchObject([
    { rule: 'unknown-rule', pointer: '/rules/incoherent-likelihood', on: 'key' },
    { rule: 'fixed-rule', pointer: '/rules/duplicate-id' },
  ]);
  expect(remarks[0]?.help).toBe('Did you mean `incoherent-likelihoods`?');
});

test('a setting for a finding from outside the check says why it cannot be changed', () => {
  const others = new Map([['json-syntax', 'Text that is not JSON cannot be read.']]);
  const { settings, remarks } = readSettings(
    { rules: { 'json-syntax': 'off', 'json-sintax': 'off' } },
    others,
  );
  expect(settings.size).toBe(0);
  expect(remarks).toMatchObject([
    {
      rule: 'fixed-rule',
      message: '`json-syntax` cannot be switched: text that is not JSON cannot be read.',
      help: 'Take it out.',
    },
    { rule: 'unknown-rule', help: 'Did you mean `json-syntax`?' },
  ]);
});
