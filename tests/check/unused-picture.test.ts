import { expect, test } from 'vitest';
import { unusedPicture } from '../../src/check/rules/unused-picture.ts';
import { objectionsOf } from '../support/assessments.ts';

const media = ['a', 'b'].map((id) => ({
  id,
  file: `${id}.png`,
  alt: 'A cabinet without a door.',
  caption: 'After.',
  credit: 'Police',
}));

function found(...bodies: string[]): string[] {
  const sections = bodies.map((body, index) => ({ id: `s${index}`, heading: 'A pattern', body }));
  return objectionsOf(unusedPicture, { media, sections }).map(
    ({ pointer, message }) => `${pointer}: ${message}`,
  );
}

test('each picture is shown once', () => {
  expect(found('![](media:a)', 'Text.\n![](media:b)')).toEqual([]);
  expect(found('![](media:a)', 'As [@fig-b] shows.')).toEqual(['/media/1: No text shows the picture `b`.']);
  expect(found('![](media:a)\n\n![](media:b)', '![](media:a)')).toEqual([
    '/media/0: The picture `a` is shown 2 times.',
  ]);
});
