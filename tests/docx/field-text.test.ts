import { expect, test } from 'vitest';
import { proseFieldsOf } from '../../src/check/prose-fields.ts';
import { plainBlocksOf } from '../../src/docx/field-text.ts';
import { shippedAssessments } from '../exchange/shipped.ts';

/** A second paragraph makes sure that the text is parsed. */
const parsed = (text: string) => plainBlocksOf(`${text}\n\n*x*`).slice(0, -1);

test('a text without Markdown is read as if it were parsed, with the place of each character', () => {
  const texts = shippedAssessments().flatMap((assessment) =>
    proseFieldsOf(assessment).map(({ text }) => text),
  );
  expect(texts.length).toBeGreaterThan(500);
  for (const text of texts) expect(plainBlocksOf(text), text).toEqual(parsed(text));
});

test.each([
  'Cites one.[@a, p. 4] Goes on.[@b; @c]',
  'Ends with a citation.[@a]',
  'A link https://example.org stays a link.',
  'Mail to a@b.example.',
  'A [@a](https://example.org) is a link.',
  'Wow! [@a] Oh!',
  '1. A list',
  '- A list',
  '“Quoted” – and (in brackets).',
  'R&D and x &amp; y',
  'snake_case_words and *emphasis*',
  'Trailing blanks  ',
  'ab\\*c',
])('%s', (text) => {
  expect(plainBlocksOf(text)).toEqual(parsed(text));
});

test.each([
  ['*a*\n  b', ['a b']],
  ['> *a*\n> b\\*c', ['a b*c']],
  ['- one\n  two\n- three', ['one two', 'three']],
  ['a  \nb', ['a\nb']],
  ['`x y` and **bold** [link](https://example.org)', ['x y and bold link']],
  ['Said.[@a] More [@b; @c, p. 3].', ['Said. More.']],
  ['  [@a] Led.', ['Led.']],
])('%j: each character has its place', (markdown, texts) => {
  const blocks = plainBlocksOf(markdown);
  expect(blocks.map((block) => block?.text)).toEqual(texts);
  for (const block of blocks) {
    const { text, offsets } = block ?? { text: '', offsets: [] };
    expect(offsets).toHaveLength(text.length + 1);
    for (const [at, letter] of [...text].entries())
      if (!/\s/.test(letter)) expect(markdown[offsets[at] ?? -1]).toBe(letter);
    expect(offsets.at(-1)).toBe((offsets.at(-2) ?? 0) + 1);
  }
});
