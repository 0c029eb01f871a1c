import { describe, expect, test } from 'vitest';
import { abbreviationsIn, viewAbbreviations } from '../../../src/derive/analysis/abbreviations.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { judgment, resolvedWith } from '../../support/assessments.ts';

const abbreviationsOf = (properties: Partial<Assessment>) =>
  abbreviationsIn(resolvedWith({ judgments: [judgment], ...properties })).map(
    ({ short, long }) => `${short}: ${long}`,
  );

describe('the list of abbreviations', () => {
  test.each<[string, string[]]>([
    ['The portal had no multi-factor authentication (MFA).', ['MFA: multi-factor authentication']],
    [
      'The Cybersecurity and Infrastructure Security Agency (CISA) says so.',
      ['CISA: Cybersecurity and Infrastructure Security Agency'],
    ],
    ['Heads of the Federal Security Service (FSB), whose letters are Russian, met.', []],
    ['An agency (CISA) says so.', []],
    ['It ended. Later the Rail. Safety Authority (RSA) wrote.', []],
    ['A figure (2024) is none.', []],
  ])('%s', (bottomLine, expected) => {
    expect(abbreviationsOf({ bottomLine })).toEqual(expected);
  });

  test('an alias of an actor is listed if a text uses it', () => {
    const actors = [{ id: 'hhs', name: 'Department of Health', aliases: ['DH', 'the department'] }];
    expect(abbreviationsOf({ actors, bottomLine: 'DH wrote.' })).toEqual(['DH: Department of Health']);
    expect(abbreviationsOf({ actors, bottomLine: 'The ADHD study.' })).toEqual([]);
  });

  test('declared ones come before derived ones, all in the order of their letters', () => {
    expect(
      abbreviationsOf({
        abbreviations: [{ short: 'RSA', long: 'Rail Safety Authority' }],
        bottomLine: 'The Republic of South Atlantis (RSA) and the Bureau of Rails (BR) agree.',
      }),
    ).toEqual(['BR: Bureau of Rails', 'RSA: Rail Safety Authority']);
  });

  test('one or two derived ones are explained in the text, and not listed', () => {
    const listed = (properties: Partial<Assessment>) =>
      viewAbbreviations(resolvedWith({ judgments: [judgment], ...properties })).map(({ short }) => short);
    const two = 'The Bureau of Rails (BR) and the Office of Roads (OR) agree.';
    expect(listed({ bottomLine: two })).toEqual([]);
    expect(listed({ bottomLine: `${two} So does the Union of Drivers (UD).` })).toEqual(['BR', 'OR', 'UD']);
    expect(listed({ abbreviations: [{ short: 'RSA', long: 'Rail Safety Authority' }] })).toEqual(['RSA']);
  });
});
