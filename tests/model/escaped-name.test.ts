import { expect, test } from 'vitest';
import { escapedName } from '../../src/model/escaped-name.ts';

test.each([
  ['\n::add-mask::x.json', '\\n::add-mask::x.json'],
  ['a\r\t\u001b[31m.json', 'a\\r\\t\\u001b[31m.json'],
  ['a\u202eb\u2028', 'a\\u202eb\\u2028'],
  ['Ünïcode – ок.json', 'Ünïcode – ок.json'],
])('%j is printed as %j', (name, printed) => {
  expect(escapedName(name)).toBe(printed);
});
