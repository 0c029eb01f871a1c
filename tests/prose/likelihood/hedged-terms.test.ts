import { expect, test } from 'vitest';
import { hedgedTerms } from '../../../src/prose/likelihood/hedged-terms.ts';

test.each([
  ['It is quite likely.', ['quite likely', 'hedged']],
  ['It is not very likely.', ['not very likely', 'negated']],
  ['It isn’t likely.', ['n’t likely', 'negated']],
  ['It may well happen.', ['may well', 'stacked']],
  ['It is possible that the cell might move.', ['possible that the cell might', 'stacked']],
  ['He will most likely go.', ['will most likely', 'hedged']],
  ['He is the quite likely heir.', ['quite likely', 'hedged']],
  ['It is likely enough to spread.', ['likely enough', 'hedged']],
  ['The letter would appear to suggest a split.', ['would appear to suggest', 'stacked']],
  ['Perhaps the cell could move.', ['Perhaps the cell could', 'stacked']],
])('%s', (own, [text, kind]) => {
  expect(hedgedTerms(own)).toMatchObject([{ text, kind }]);
});

test.each([
  'It is very likely, and more likely than before.',
  'It is most likely to come at night.',
  'It is not as likely as that.',
  'He is not only likely to stay.',
  'Whether or not likely, it happened.',
  'A raid, if not likely, would be costly.',
  'Nobody knows whether not likely means never.',
  'Floods are not so likely than storms.',
  'The wall is quite high.',
  'In May potentially all left.',
])('nothing in: %s', (own) => {
  expect(hedgedTerms(own)).toEqual([]);
});
