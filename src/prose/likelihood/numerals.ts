/** Numbers as English prose writes them; sources of expressions that ignore case, each without a capturing group. */

/** One to twelve, the teens and the tens. */
const WORD =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\\s](?:one|two|three|four|five|six|seven|eight|nine))?)';

/** `7`, `0.8`, `1,200`, `seven`, `forty-two`. */
export const CARDINAL = `(?:\\d{1,9}(?:[.,]\\d{1,9}){0,3}|${WORD})`;

const PARTS =
  '(?:hal(?:f|ves)|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?|hundredths?)';

/** `two thirds`, `four-fifths`, `a quarter`, `half`. */
export const FRACTION = `(?:(?:${CARDINAL}|an?)[-\\s]${PARTS}|half)`;

/** `three in five`, `8 out of 10`, `nine parts in ten`, `eighty out of a hundred`, `one-in-three`, `7/10`, `7 of 10`. */
export const RATIO = `(?:${CARDINAL}(?:[-\\s]parts?)?[-\\s](?:in|out[-\\s]of|of)[-\\s](?:every[-\\s]|an?[-\\s]possible[-\\s])?(?:${CARDINAL}|(?:a|one)[-\\s]hundred)|${CARDINAL}-to-${CARDINAL}|\\d{1,4}\\s?/\\s?\\d{1,4})`;

/** `80 %`, `60–70 per cent`, `ninety per cent`, `a hundred per cent`. */
export const PERCENTAGE = `(?:(?:${CARDINAL}|(?:a|one)\\shundred)(?:\\s*(?:%|per\\s?cent))?(?:\\s*(?:–|—|-|to|and)\\s*${CARDINAL})?[\\s-]*(?:%|per[\\s-]?cent\\b))`;

/** What every number above contains, and some other words too. */
export const MAY_BE_NUMBER = new RegExp(`\\d|${WORD}|${PARTS}|hundred`, 'i');

const BELOW_TWENTY =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** The number that a `CARDINAL` writes: `1,200`, `forty-two`; NaN for anything else. */
export function cardinalValue(written: string): number {
  if (/\d/.test(written)) return Number(written.replace(/,(?=\d{3}\b)/g, '').replace(',', '.'));
  const values = written
    .toLowerCase()
    .split(/[-\s]/)
    .map((word) => {
      if (word === 'hundred') return 100;
      if (word === 'thousand') return 1_000;
      const small = BELOW_TWENTY.indexOf(word);
      const ten = TENS.indexOf(word);
      return small >= 0 ? small : ten >= 0 ? 20 + 10 * ten : Number.NaN;
    });
  return values.reduce((sum, value) => sum + value, 0);
}
