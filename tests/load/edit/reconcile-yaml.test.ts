import { expect, test } from 'vitest';
import { reconcileYaml } from '../../../src/load/edit/reconcile-yaml.ts';

const text =
  'a: 1 # one\nl:\n  - id: x # first\n    n: 1\n  - ref: y # second\n  - plain # third\no: {p: 1}\n';
const data = { a: 1, l: [{ id: 'x', n: 1 }, { ref: 'y' }, 'plain'], o: { p: 1 } };

test.each<[string, unknown, string]>([
  ['nothing', data, text],
  ['a value', { ...data, a: 2 }, text.replace('a: 1', 'a: 2')],
  ['a value of another kind', { ...data, a: 'two' }, text.replace('a: 1 # one', 'a: two')],
  [
    'entries, which keep what is theirs in another order',
    { ...data, l: ['plain', { ref: 'y', m: 2 }, { id: 'x', n: 2 }, 'new'] },
    'a: 1 # one\nl:\n  - plain # third\n  - ref: y # second\n    m: 2\n  - id: x # first\n    n: 2\n  - new\no: {p: 1}\n',
  ],
  [
    'a member that goes, and one that comes',
    { l: data.l, o: data.o, z: null },
    `${text.replace('a: 1 # one\n', '')}z: null\n`,
  ],
  ['an object that becomes a list', { ...data, o: [1] }, text.replace('o: {p: 1}', 'o:\n  - 1')],
])('only what differs is touched: %s', (_, after, expected) => {
  expect(reconcileYaml(text, data, after)).toBe(expected);
});

test('a text with aliases is not changed, since several places would change', () => {
  expect(reconcileYaml('a: &x 1\nb: *x\n', { a: 1, b: 1 }, { a: 2, b: 1 })).toBeUndefined();
});
