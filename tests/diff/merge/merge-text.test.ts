import { expect, test } from 'vitest';
import { mergeText } from '../../../src/diff/merge/merge-text.ts';

const base = 'The raid is likely. Nobody slept. Boats were seen at night.';

test.each([
  [
    'either, apart',
    'The raid is unlikely. Nobody slept. Boats were seen at night.',
    'The raid is likely. Nobody slept. Boats were seen at noon.',
    'The raid is unlikely. Nobody slept. Boats were seen at noon.',
  ],
  [
    'both the same',
    'The raid is unlikely. Nobody slept. Boats were seen at night.',
    'The raid is unlikely. Nobody slept. Boats were seen at night.',
    'The raid is unlikely. Nobody slept. Boats were seen at night.',
  ],
  [
    'both the same, and one more',
    'The raid is unlikely. Nobody slept. Boats were seen at noon.',
    'The raid is unlikely. Nobody slept. Boats were seen at night.',
    'The raid is unlikely. Nobody slept. Boats were seen at noon.',
  ],
])('sentences changed by %s', (_, ours, theirs, merged) => {
  expect(mergeText(base, ours, theirs)).toBe(merged);
  expect(mergeText(base, theirs, ours)).toBe(merged);
});

test('one word changed in two ways is a conflict', () => {
  expect(
    mergeText(base, base.replace('likely', 'certain'), base.replace('likely', 'remote')),
  ).toBeUndefined();
});
