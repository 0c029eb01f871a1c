import { expect, test } from 'vitest';
import { misplacedPicture } from '../../src/check/rules/misplaced-picture.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { objectionsOf } from '../support/assessments.ts';

const media = [
  { id: 'cabinet', file: 'a.png', alt: 'A cabinet without a door.', caption: 'After.', credit: 'Police' },
];

/** The findings on a section with this text, with places. */
function found(body: string | string[], rest: Partial<Assessment> = {}): string[] {
  const sections = [{ id: 's', heading: 'A pattern', body }];
  return objectionsOf(misplacedPicture, { media, sections, ...rest }).map(
    ({ pointer, message, help }) => `${pointer}: ${message} ${help}`,
  );
}

test('a picture belongs on a separate line of a section', () => {
  expect(found(['One.', '![](media:cabinet)', 'Two.'])).toEqual([]);
  expect(found('One.\n\n  ![](media:cabinet)  \n\nTwo.')).toEqual([]);
  expect(found('The syntax is `![](media:cabinet)`.')).toEqual([]);
});

test.each([
  ['within a sentence', 'See ![](media:cabinet) here.', 'stands within a text'],
  ['in an item of a list', '- ![](media:cabinet)', 'stands within a text'],
  ['in a table', '| ![](media:cabinet) |\n| --- |', 'stands within a text'],
  ['with words of its own', '![Ash](media:cabinet)', 'has a description of its own'],
  ['of an id that is not there', '![](media:cabinte)', 'Did you mean `cabinet`?'],
  ['of no id', '![](media:)', 'There is no picture ``'],
])('%s it is misplaced', (_, body, words) => {
  expect(found(body)).toEqual([expect.stringContaining(words)]);
  expect(found(body)[0]).toMatch(/^\/sections\/0\/body: /);
});

test('outside of a section it is not printed', () => {
  expect(found('One.', { bottomLine: ['It burned.', '![](media:cabinet)'] })).toEqual([
    expect.stringMatching(/^\/bottomLine\/1: .*no picture is printed\. .*\[@fig-cabinet\]/),
  ]);
});
