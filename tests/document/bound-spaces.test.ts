import { expect, test } from 'vitest';
import { withBoundSpaces } from '../../src/document/bound-spaces.ts';

/** Spaces that do not part, as they are easily read. */
const shown = (text: string) => withBoundSpaces(text).replaceAll('\u00a0', '~');

test.each([
  ['On 22 March 2024 it began.', 'On 22~March~2024 it began.'],
  ['am 22. März', 'am 22.~März'],
  ['22 марта, с. 5, № 7', '22~марта, с.~5, №~7'],
  ['עמ׳ 5, 22 במרץ', 'עמ׳~5, 22~במרץ'],
  [
    'some 10,000 people in 40 km; cf. Art. 5, § 3, p. 77',
    'some 10,000~people in 40~km; cf. Art.~5, §~3, p.~77',
  ],
  ['In 2024 Russia said so in Moscow. 12, 3 4', 'In~2024 Russia said so in Moscow. 12, 3 4'],
  [
    'Islamic State – Khorasan Province, 2019 – 2024, 20 19',
    'Islamic State~– Khorasan Province, 2019~– 2024, 20 19',
  ],
])('a number stays with its word, and a dash with the word before it: %s', (text, printed) => {
  expect(shown(text)).toBe(printed);
});
