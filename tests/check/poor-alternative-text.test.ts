import { expect, test } from 'vitest';
import { poorAlternativeText } from '../../src/check/rules/poor-alternative-text.ts';
import { objectionsOf } from '../support/assessments.ts';

function found(alt: string): string | undefined {
  const caption = 'The cabinet at Sandby, after the fire.[@four-fires]';
  const media = [{ id: 'a', file: 'pictures/burnt-cabinet_2.jpg', alt, caption, credit: 'Police' }];
  return objectionsOf(poorAlternativeText, { media })[0]?.message;
}

test.each([
  ['A signal cabinet, black from the floor to the roof.', undefined],
  ['Three men; a photograph of one of them lies on the table.', undefined],
  ['the cabinet at Sandby after the fire', 'repeats the caption'],
  ['burnt-cabinet_2.jpg', 'is the name of the file'],
  ['Burnt cabinet 2', 'is the name of the file'],
  ['Photo of a cabinet at Sandby', 'begins by saying that it is a picture'],
  ['An image: the cabinet, black', 'begins by saying that it is a picture'],
  ['The cabinet', 'is too short to say'],
])('“%s”', (alt, words) => {
  expect(found(alt)).toEqual(words === undefined ? undefined : expect.stringContaining(words));
});
