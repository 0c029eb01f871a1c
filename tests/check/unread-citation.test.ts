import { expect, test } from 'vitest';
import { unreadCitation } from '../../src/check/rules/unread-citation.ts';
import { objectionsOf } from '../support/assessments.ts';

const found = (bottomLine: string) =>
  objectionsOf(unreadCitation, {
    bottomLine,
    evidence: [{ id: 'four', statement: 'Four burned.', citations: [{ source: 'rail-authority' }] }],
    sources: [{ id: 'rail-authority', csl: { type: 'report', title: 'Report' } }],
  }).map(({ help }) => help);

test.each([
  ['It burned [four].', 'Did you mean `[@four]`?'],
  ['It burned [rail-authority, p. 3].', 'Did you mean `[@rail-authority, p. 3]`?'],
  ['It burned @four.', 'Did you mean `[@four]`?'],
  ['It burned (@rail-authority).', 'Did you mean `[@rail-authority]`?'],
  ['It burned.[@four, @rail-authority]', 'Separate citations by semicolons: `[@four; @rail-authority]`.'],
  ['It burned.[@rail-authority, @four]', 'Separate citations by semicolons: `[@rail-authority; @four]`.'],
  [
    'It burned.[@four, p. 3]',
    'Write it as `locator` of a citation in `four`, or cite the source: `[@rail-authority, p. 3]`.',
  ],
])('%s', (text, help) => {
  expect(found(text)).toEqual([help]);
});

test.each([
  'It burned.[@four]',
  'It burned.[@rail-authority, p. 3; @four]',
  'It was [sic] four, says @ministry.',
  'See [four](https://rail.example/).',
  'Write to press@four.example or x@four.',
  'In code: `[four]`; he wrote “[four]”.',
])('nothing in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('a citation in a plain-text line', () => {
  expect(
    objectionsOf(unreadCitation, {
      title: 'Fires [@e]',
      evidence: [{ id: 'e', statement: 'E.' }],
      sections: [{ id: 's', heading: 'Fires [@e, p. 4]', body: 'Text.[@e]' }],
    }).map(({ pointer, message }) => [pointer, message]),
  ).toEqual([
    ['/title', '`[@e]` is printed as it stands: a title is a plain line.'],
    ['/sections/0/heading', '`[@e, p. 4]` is printed as it stands: a heading is a plain line.'],
  ]);
});
