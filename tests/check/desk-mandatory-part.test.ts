import { expect, test } from 'vitest';
import { exampleInput } from '../../src/check/example-input.ts';
import { deskMandatoryPart } from '../../src/check/rules/desk-mandatory-part.ts';

test('a part required for one form is not required for others; a nested field is found', () => {
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

test('a nested field that is missing is reported for the file', () => {
  const desk = { every: { fields: ['series/number'] } };
  const found = deskMandatoryPart.check(exampleInput({ assessment: {}, desk }));
  expect(found.map(({ pointer, message }) => [pointer, message])).toEqual([
    ['', 'This desk demands `series/number`, and it is not filled in.'],
  ]);
});

test('an empty text and an empty list count as missing', () => {
  const desk = { every: { fields: ['series/name', 'authors'] } };
  const missed = (assessment: object) =>
    deskMandatoryPart.check(exampleInput({ assessment, desk })).map(({ pointer }) => pointer);
  expect(missed({ series: { name: '', number: 3 }, authors: [] })).toEqual(['/series', '']);
  expect(missed({ series: { name: 'Rail' }, authors: [{ name: 'A. Analyst' }] })).toEqual([]);
});
