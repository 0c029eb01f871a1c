import { expect, test } from 'vitest';
import { hedgedTerms } from '../../../src/prose/likelihood/hedged-terms.ts';

test.each([
  ['It is quite likely.', ['quite likely', 'hedged']],
  ['It is not very likely.', ['not very likely', 'negated']],
  ['It isn’t likely.', ['n’t likely', 'negated']],
  ['It may possibly happen.', ['may possibly', 'stacked']],
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
  ['It is increasingly likely.', ['increasingly likely', 'hedged']],
  ['It is more and more likely.', ['more and more likely', 'hedged']],
  ['It is not altogether improbable.', ['not altogether improbable', 'negated']],
  ['It is hardly very likely.', ['hardly very likely', 'negated']],
  ['It is very likely indeed.', ['likely indeed', 'hedged']],
  ['It is likely, perhaps very likely.', ['likely, perhaps very likely', 'hedged']],
  ['It is likely to very likely.', ['likely to very likely', 'hedged']],
  ['There is perhaps a roughly even chance.', ['perhaps a roughly even chance', 'hedged']],
  ['There is a slightly better than roughly even chance.', ['better than roughly even chance', 'hedged']],
  ['The prospect of a deal is somewhat remote.', ['prospect of a deal is somewhat remote', 'hedged']],
  ['A coup is ever less likely.', ['ever less likely', 'hedged']],
  ['At best there is a roughly even chance.', ['At best there is a roughly even chance', 'hedged']],
  ['A coup may be likely.', ['may be likely', 'hedged']],
  [
    'The drones were, we tend to think, almost certainly ours.',
    [', we tend to think, almost certainly', 'hedged'],
  ],
])('%s', (own, [text, kind]) => {
  expect(hedgedTerms(own)).toMatchObject([{ text, kind }]);
});

test('hedges are in the order of the sentence, each with its end', () => {
  expect(hedgedTerms('It may possibly be quite likely.').map(({ text }) => text)).toEqual([
    'may possibly',
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
  'The two are equally likely.',
  'It is unlikely that anyone aboard could swim.',
  'It is likely that the crew could not read it.',
  'A strike in July is likely.',
  'A rally likely to follow was banned.',
  'Increasingly violent raids are likely.',
  'It is currently likely to be held in May.',
  'In May potentially all left.',
])('nothing in: %s', (own) => {
  expect(hedgedTerms(own)).toEqual([]);
});
