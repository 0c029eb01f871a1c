import { describe, expect, test } from 'vitest';
import { maskProse } from '../../../src/prose/reading/mask.ts';
import { FOREIGN, ownText, withoutCode } from '../../../src/prose/reading/own-text.ts';
import { readProse, skimProse } from '../../../src/prose/reading/read-prose.ts';

const own = (text: string, language = 'en') =>
  readProse(text, language).sentences.map((sentence) => sentence.own.replace(/\s+/g, ' ').trim());

describe('the author’s own words', () => {
  test('exclude citations, emphasis and the addresses of links', () => {
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

  test('apostrophes, inches and unclosed marks do not quote', () => {
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
  for (const { own: words, start, end } of readProse('One “may. Two” be `x. Y` z. Three.', 'en').sentences)
    expect(words).toHaveLength(end - start);
  const [, second] = readProse(text, 'en').sentences;
  expect(second?.words.filter(({ quoted }) => quoted).map((word) => word.text)).toEqual(['quoted']);
});

test.each([
  ['It is **very** _likely_ to.', 'It is   very    likely  to.'],
  ['See the [report](annex/may) now.', `See the [report]${FOREIGN.repeat(11)} now.`],
  ['He said “may”.', `He said ${FOREIGN.repeat(5)}.`],
  ['It is `may` here.', `It is ${FOREIGN.repeat(5)} here.`],
  ['~~~\nmay\n~~~\nIt.', `${FOREIGN.repeat(3)}\n${FOREIGN.repeat(3)}\n${FOREIGN.repeat(3)}\nIt.`],
  ['> may\n\nIt.', `${FOREIGN.repeat(5)}\n\nIt.`],
])('read without parsing: %j', (text, expected) => {
  expect(ownText(text)).toBe(expected);
});

test('code is blank, and its lines stay', () => {
  expect(withoutCode('A `b` c\n~~~\nd\n~~~')).toBe('A     c\n   \n \n   ');
  expect(withoutCode('A b c')).toBe('A b c');
});

test('citations and pictures are blanks, an address is one word', () => {
  expect(maskProse('It fell [@a].')).toBe('It fell \u00a0\u00a0\u00a0\u00a0.');
  expect(maskProse('A ![](media:map) b')).toBe(`A ${'\u00a0'.repeat(14)} b`);
  expect(maskProse('See www.may.example, or may@a.example.')).toBe(
    `See ${'x'.repeat(16)} or ${'x'.repeat(13)}.`,
  );
});

test('words are those of the language, each in its sentence', () => {
  const words = (text: string, language: string) =>
    readProse(text, language).sentences.map((sentence) => sentence.words.map((word) => word.text));
  expect(words('Mr. Berg left.', 'en')).toEqual([['Mr.', 'Berg', 'left']]);
  expect(words('Mr. Berg ging.', 'de').flat()).toEqual(['Mr', 'Berg', 'ging']);
  expect(words('走了。来了。', 'zh')).toEqual([['走了'], ['来了']]);
  const [sentence] = readProse("It was rock 'n' roll, see `x` *here*.", 'en').sentences;
  expect(sentence?.own).toBe(`It was rock ${FOREIGN.repeat(3)} roll, see ${FOREIGN.repeat(3)}  here .`);
  expect(sentence?.words.filter(({ quoted }) => quoted).map(({ text }) => text)).toEqual(["'n'"]);
});

test('a citation at the start or the end of a line makes neither code nor a break', () => {
  expect(own('The cell [@a-very-long-identifier]\n[@another-one] moved.')).toEqual(['The cell moved.']);
  expect(own('[@a-very-long-identifier] says so.')).toEqual(['says so.']);
});

test.each([
  ['One. “Two may be. Three” he said. Four `x` *five*!\n\n- six\n- seven [@a; @b, p. 3]\n\n> eight\n\nNine?'],
  ['Mr. Berg of the U.S. came, cf. No. 4. He left e.g. by train.[@a]\nThen nothing.'],
])('a quick reading finds the same sentences as a full one, and nearly the same words', (text) => {
  const plain = (list: readonly { start: number; end: number; own: string }[]) =>
    list.map(({ start, end, own: words }) => ({ start, end, words: words.match(/\p{L}+/gu) ?? [] }));
  expect(plain(skimProse(text, 'en'))).toEqual(plain(readProse(text, 'en').sentences));
});
