import { describe, expect, test } from 'vitest';
import { FOREIGN } from '../../../src/prose/reading/own-text.ts';
import { readProse, skimProse } from '../../../src/prose/reading/read-prose.ts';

const own = (text: string, language = 'en') =>
  readProse(text, language).sentences.map((sentence) => sentence.own.replace(/\s+/g, ' ').trim());

describe('what is the author’s', () => {
  test('citations, emphasis and the addresses of links are blanks', () => {
    expect(
      own('It is **very** likely.[@one, p. 4] See [the *report*](https://a.example/may) [@two].'),
    ).toEqual(['It is very likely.', 'See the report .']);
  });

  test.each([
    ['He said “it may rain” then.'],
    ['He said "it may rain" then.'],
    ['He said «it may rain» then.'],
    ['He said „it may rain“ then.'],
    ["He said 'it may rain' then."],
    ['He said ‘it may rain’ then.'],
    ['He said `it may rain` then.'],
  ])('%s', (text) => {
    expect(own(text)).toEqual([`He said ${FOREIGN.repeat(13)} then.`]);
  });

  test('a quotation that begins with a word of one letter', () => {
    expect(own("He said 'a fire' then.")).toEqual([`He said ${FOREIGN.repeat(8)} then.`]);
  });

  test('apostrophes, inches and marks that nothing closes quote nothing', () => {
    const text = "The cells' leaders can't use a 7\" gun, the group’s “last.";
    expect(own(text)).toEqual([text]);
  });

  test('quotations in blocks, code and tables are not read', () => {
    const text = '> It may rain.\n\n```\nmay\n\nmight\n```\n\n| may |\n| --- |\n| might |\n\nIt rains.';
    expect(own(text).join('')).not.toMatch(/may|might/);
    expect(own(text).at(-1)).toBe('It rains.');
  });

  test('items of a list are sentences', () => {
    expect(own('- fees from traders\n- ransoms')).toEqual(['fees from traders', 'ransoms']);
  });
});

test('offsets lead back to the text', () => {
  const text = 'First one.[@a]\nThe “quoted” word\nends [@b] *here*.';
  for (const { own: words, start, words: list } of readProse(text, 'en').sentences) {
    for (const word of list) expect(text.slice(word.start, word.end)).toBe(word.text);
    expect(words.length).toBeGreaterThan(0);
    expect(text.slice(start).startsWith(words.slice(0, 3))).toBe(true);
  }
  const [, second] = readProse(text, 'en').sentences;
  expect(second?.words.filter(({ quoted }) => quoted).map((word) => word.text)).toEqual(['quoted']);
});

test('a citation at the start or the end of a line makes neither code nor a break', () => {
  expect(own('The cell [@a-very-long-identifier]\n[@another-one] moved.')).toEqual(['The cell moved.']);
  expect(own('[@a-very-long-identifier] says so.')).toEqual(['says so.']);
});

test.each([
  ['One. “Two may be. Three” he said. Four `x` *five*!\n\n- six\n- seven [@a; @b, p. 3]\n\n> eight\n\nNine?'],
  ['Mr. Berg of the U.S. came, cf. No. 4. He left e.g. by train.[@a]\nThen nothing.'],
])('skimming finds the same sentences as reading, and nearly the same words', (text) => {
  const plain = (list: readonly { start: number; end: number; own: string }[]) =>
    list.map(({ start, end, own: words }) => ({ start, end, words: words.match(/\p{L}+/gu) ?? [] }));
  expect(plain(skimProse(text, 'en'))).toEqual(plain(readProse(text, 'en').sentences));
});
