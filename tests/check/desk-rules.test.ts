import { expect, test } from 'vitest';
import { exampleInput } from '../../src/check/example-input.ts';
import { deskAuthorRole } from '../../src/check/rules/desk-author-role.ts';
import { deskMandatoryPart } from '../../src/check/rules/desk-mandatory-part.ts';
import { longBottomLine } from '../../src/check/rules/long-bottom-line.ts';

test('what is demanded of a form is demanded of no other; a field within another is looked for there', () => {
  const desk = {
    forms: {
      'policy-memo': { fields: ['series/number', 'published'] },
      commentary: { sections: ['thesis'] },
    },
  };
  const found = deskMandatoryPart.check(
    exampleInput({ assessment: { series: { name: 'Rail' } }, without: ['published'], desk }),
  );
  expect(found.map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/series', 'This desk demands `series/number`, and it is not filled in.'],
    ['', 'This desk demands `published`, and it is not filled in.'],
  ]);
  expect(
    deskMandatoryPart.check(
      exampleInput({ assessment: { series: { name: 'Rail', number: 3 }, published: '2025-05-01' }, desk }),
    ),
  ).toEqual([]);
});

test('an author without a role, and one whose role is nearly one of them', () => {
  const authors = [{ name: 'A' }, { name: 'B', role: 'Analist' }, { name: 'C', role: 'Analyst' }];
  const found = deskAuthorRole.check(exampleInput({ assessment: { authors }, desk: { roles: ['Analyst'] } }));
  expect(found.map(({ pointer, help }) => [pointer, help])).toEqual([
    ['/authors/0', 'Give the author one of them.'],
    ['/authors/1/role', 'Did you mean `Analyst`?'],
  ]);
  expect(deskAuthorRole.check(exampleInput({ assessment: { authors } }))).toEqual([]);
});

test('the desk says how long a bottom line may be', () => {
  const assessment = { bottomLine: 'Fires along the line are likely to go on through the whole of 2025.' };
  expect(longBottomLine.check(exampleInput({ assessment }))).toEqual([]);
  expect(longBottomLine.check(exampleInput({ assessment, desk: { bottomLineWords: 10 } }))).toMatchObject([
    { message: 'The bottom line has 13 words; it should have at most 10.' },
  ]);
});
