import { expect, test } from 'vitest';
import { mergeReasons, type Reason } from '../../src/diff/merge-reasons.ts';

const reason = (id: string, text: string): Reason => ({ entity: `judgments/${id}`, reason: text });
const [old, ours, theirs] = [reason('b', 'Old.'), reason('c', 'Ours.'), reason('a', 'Theirs.')];

test('two who each give a reason for another judgment do not conflict; the order is by entity', () => {
  expect(mergeReasons([old], [old, ours], [old, theirs])).toEqual({
    reasons: [theirs, old, ours],
    conflicts: [],
  });
  expect(mergeReasons([], [ours], [theirs])).toEqual({ reasons: [theirs, ours], conflicts: [] });
});

test('what one took out or reworded counts, where the other left it', () => {
  expect(mergeReasons([old], [], [old]).reasons).toEqual([]);
  expect(mergeReasons([old], [old], []).reasons).toEqual([]);
  const reworded = reason('b', 'Reworded.');
  expect(mergeReasons([old], [old], [reworded])).toEqual({ reasons: [reworded], conflicts: [] });
  expect(mergeReasons([old], [reworded], [old])).toEqual({ reasons: [reworded], conflicts: [] });
});

test('the same from both is said once; different words for one judgment are a conflict of that judgment', () => {
  expect(mergeReasons([], [ours], [ours])).toEqual({ reasons: [ours], conflicts: [] });
  const other = reason('c', 'Otherwise.');
  expect(mergeReasons([], [ours, old], [other, old])).toEqual({
    reasons: [old, ours, other],
    conflicts: ['judgments/c'],
  });
  expect(mergeReasons([old], [], [reason('b', 'Reworded.')])).toEqual({
    reasons: [reason('b', 'Reworded.')],
    conflicts: ['judgments/b'],
  });
});
