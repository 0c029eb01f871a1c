import { expect, test } from 'vitest';
import { acronymsIn } from '../../../src/prose/wording/acronyms.ts';

const uses = (text: string) =>
  acronymsIn(text).map(({ acronym, explains }) => (explains ? `(${acronym})` : acronym));

test.each([
  ['The NLF left.', ['NLF']],
  ['Both NLFs and anti-IS-K units left.', ['NLF', 'IS-K']],
  ['The National Front (NLF) left.', ['(NLF)']],
  ['The NLF (the National Front) left.', ['(NLF)']],
  ['The NLF, a front of exiles, left.', ['(NLF)']],
  ['The NLF, the FSB and the GUR left.', ['NLF', 'FSB', 'GUR']],
  ['It left, says the NLF, they say.', ['NLF']],
  ['The front known as the NLF left.', ['(NLF)']],
  ['A Front (NLF) left.', ['(NLF)']],
  ['Others (NLF) left.', ['NLF']],
  ['NLF stands for the front that left.', ['(NLF)']],
  ['They met the SA Council.', ['SA']],
  // Shouted is a text most of whose words are capitals: more than three of five, and three at least.
  ['NLF, FSB, GUR left there.', ['NLF', 'FSB', 'GUR']],
  ['NLF NLF', ['NLF', 'NLF']],
  ['Служба безопасности (СБУ) ушла.', ['(СБУ)']],
])('%s', (text, expected) => {
  expect(uses(text)).toEqual(expected);
});

test.each([
  'World War II, Chapter XIV',
  'Siemens AG sold it.',
  'Завод купило ООО «Весна».',
  'It was bought by PT Pindad.',
  'In the spring of that year the plant was sold by Siemens AG to a bank.',
  'An AK-47 and a T-72',
  'A case of SARS-CoV was found.',
  'ATTACK IN THE CITY',
  'J. R. Berg',
  'TLP:RED text',
  'a McDonald',
])('none in: %s', (text) => {
  expect(uses(text)).toEqual([]);
});

test('a plural ending is part of the place, and not of the acronym', () => {
  expect(acronymsIn('Two NLFs left.')).toEqual([{ acronym: 'NLF', start: 4, end: 8, explains: false }]);
});
