import { expect, test } from 'vitest';
import { loadedWord } from '../../src/check/rules/loaded-word.ts';
import { objectionsOf } from '../support/assessments.ts';

test('in headings as in the text, with advice', () => {
  const found = objectionsOf(loadedWord, {
    sections: [{ id: 's', heading: 'A cowardly raid', body: ['It came.', 'Obviously, it failed.'] }],
  });
  expect(found.map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/sections/0/heading', '`cowardly` takes sides.'],
    ['/sections/0/body/1', '`Obviously` takes sides.'],
  ]);
  expect(found.every(({ help }) => help !== undefined)).toBe(true);
});

test('not what a source says', () => {
  expect(objectionsOf(loadedWord, { evidence: [{ id: 'e', statement: 'The raid was barbaric.' }] })).toEqual(
    [],
  );
  expect(objectionsOf(loadedWord, { bottomLine: 'The minister called it absurd, and “barbaric”.' })).toEqual(
    [],
  );
});
