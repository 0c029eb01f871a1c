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
  ['He most probably will go.', ['most probably will', 'hedged']],
  ['Perhaps unlikely allies may help.', ['Perhaps unlikely allies may', 'stacked']],
  ['It is more than likely.', ['more than likely', 'hedged']],
  ['It is quite likely not so.', ['quite likely', 'hedged']],
  ['It might well rain.', ['might well', 'stacked']],
])('%s', (own, [text, kind]) => {
  expect(hedgedTerms(own)).toMatchObject([{ text, kind }]);
});

test('hedges stand in the order of the sentence, each with its end', () => {
  expect(hedgedTerms('It may well be quite likely.').map(({ text }) => text)).toEqual([
    'may well',
    'quite likely',
  ]);
  expect(hedgedTerms('He will most likely go.')).toEqual([
    { text: 'will most likely', kind: 'hedged', start: 3, end: 19 },
  ]);
});

test.each([
  'It is more than likely not.',
  'They feared the might well before the war.',
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
