import { expect, test } from 'vitest';
import { exampleInput } from '../../src/check/example-input.ts';
import { deskAuthorRole } from '../../src/check/rules/desk-author-role.ts';

test('an author without a role, and one whose role resembles a known one', () => {
  const authors = [{ name: 'A' }, { name: 'B', role: 'Analist' }, { name: 'C', role: 'Analyst' }];
  const found = deskAuthorRole.check(exampleInput({ assessment: { authors }, desk: { roles: ['Analyst'] } }));
  expect(found.map(({ pointer, help }) => [pointer, help])).toEqual([
    ['/authors/0', 'Give the author one of them.'],
    ['/authors/1/role', 'Did you mean `Analyst`?'],
  ]);
  expect(deskAuthorRole.check(exampleInput({ assessment: { authors } }))).toEqual([]);
});
