import { expect, test } from 'vitest';
import { carryComments, hasComments } from '../../../src/load/edit/carry-comments.ts';

const base = 'a: 1\nl:\n  - id: x\n    n: 1\n  - y\n';

test.each([
  ['nothing that was not there', base, base, base, base],
  [
    'each to its node',
    'a: 2\nl:\n  - id: x\n    n: 1\n  - y\n',
    base,
    '# top\na: 1 # why\nl:\n  # the one\n  - id: x\n    n: 1 # deep\n  - y # plain\n# end\n',
    '# top\na: 2 # why\nl:\n  # the one\n  - id: x\n    n: 1 # deep\n  - y # plain\n# end\n',
  ],
  ['to the head, if the node is gone', 'b: 2\n', 'a: 1\nb: 2\n', 'a: 1 # gone\nb: 2\n', '# gone\nb: 2\n'],
  [
    'to the head, if the list is gone',
    'a: 1\n',
    base,
    'a: 1\nl:\n  - id: x # gone\n    n: 1\n  - y\n',
    '# gone\na: 1\n',
  ],
  ['in place of what it replaces', 'a: 1 # old\n', 'a: 1 # old\n', 'a: 1 # new\n', 'a: 1 # new\n'],
  [
    'as often as it was added',
    'a: 1 # why\nb: 2\n',
    'a: 1\nb: 2\n',
    'a: 1 # why\nb: 2 # why\n',
    'a: 1 # why\nb: 2 # why\n',
  ],
])('comments are carried: %s', (_, merged, previous, edition, expected) => {
  const made = carryComments(merged, previous, edition);
  expect(made).toBe(expected);
  expect(hasComments(merged, previous, edition)).toBe(made === merged);
  expect(hasComments(made, previous, edition)).toBe(true);
});
