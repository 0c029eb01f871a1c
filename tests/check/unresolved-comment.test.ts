import { expect, test } from 'vitest';
import { exampleInput } from '../../src/check/example-input.ts';
import { unresolvedComment } from '../../src/check/rules/unresolved-comment.ts';
import type { ReviewNote } from '../../src/model/generated/types.ts';

const note: ReviewNote = {
  pointer: '/judgments/fires-continue/statement',
  quoted: 'go on',
  text: 'Until\nwhen?',
  author: 'N. Colleague\u001b[2J',
  date: '2025-05-01T09:30:00Z',
  resolved: false,
};
const objections = (...reviews: ReviewNote[]) =>
  unresolvedComment.check(exampleInput({ assessment: {}, reviews }));

test('a comment is shown at its place, on one line, with its author and the way to resolve it', () => {
  expect(objections(note)).toEqual([
    {
      pointer: '/judgments/0/statement',
      message: 'N. Colleague\\u001b[2J commented on 2025-05-01, at “go on”: Until when?',
      help: 'Answer it, then set its `resolved` to true in reviews/sample.json.',
    },
  ]);
  expect(objections({ ...note, resolved: true })).toEqual([]);
});

test.each([
  ['is gone', '/judgments/other/statement', '/judgments'],
  ['was never there', '/__proto__/x', ''],
  ['was at no text', undefined, ''],
])('if its target %s, it is shown at the nearest place', (_, pointer, place) => {
  const { pointer: __, ...rest } = note;
  expect(objections({ ...rest, ...(pointer !== undefined && { pointer }) })[0]?.pointer).toBe(place);
});
