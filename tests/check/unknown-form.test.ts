import { expect, test } from 'vitest';
import { unknownForm } from '../../src/check/rules/unknown-form.ts';
import { objectionsOf } from '../support/assessments.ts';

const forms = ['incident-brief', 'policy-memo'];

test('bad: a misspelt form', () => {
  expect(objectionsOf(unknownForm, { form: 'policy-mmeo' }, { forms })).toEqual([
    {
      pointer: '/form',
      message: 'There is no form `policy-mmeo`.',
      help: 'Did you mean `policy-memo`? Available forms: incident-brief, policy-memo.',
    },
  ]);
});

test('bad: a form unlike any known one', () => {
  expect(objectionsOf(unknownForm, { form: 'sonnet' }, { forms })).toEqual([
    {
      pointer: '/form',
      message: 'There is no form `sonnet`.',
      help: 'Available forms: incident-brief, policy-memo.',
    },
  ]);
});

test('clean: any form that has a folder', () => {
  expect(objectionsOf(unknownForm, { form: 'incident-brief' }, { forms })).toEqual([]);
  expect(objectionsOf(unknownForm, { form: 'our-own' }, { forms: [...forms, 'our-own'] })).toEqual([]);
});
