import { expect, test } from 'vitest';
import { unprintedMarkup } from '../../src/check/rules/unprinted-markup.ts';
import { objectionsOf } from '../support/assessments.ts';

const found = (...body: string[]) =>
  objectionsOf(unprintedMarkup, { sections: [{ id: 's', heading: 'H', body }] }).map(
    ({ pointer, message }) => [pointer, message.slice(message.lastIndexOf('` is ') + 5)],
  );

test.each([
  ['![Attack timeline](timeline.png)', /^a picture/],
  ['![Remote](https://a.example/x.png)', /^a picture/],
  ['See [the annex](annex.pdf).', /^a link/],
  ['See [the annex](/srv/annex.pdf).', /^a link/],
  ['See [the annex][annex].', /^a link by reference/],
  ['It is <b>bold.', /^HTML/],
  ['It ends.<br/>', /^HTML/],
  ['<!-- a remark -->', /^HTML/],
  ['Here $x^2$ is meant.', /^mathematics/],
  ['Here $$\\sum_i x_i$$ is meant.', /^mathematics/],
  ['Here \\(x^2\\) is meant.', /^mathematics/],
  ['H~2~O was found.', /^not printed as a subscript/],
  ['It covers 5 km^2^.', /^a superscript/],
  ['A note.[^1]', /^a footnote/],
  ['[^1]: A footnote.', /^the text of a footnote/],
])('%s', (text, what) => {
  expect(found('Fine.', text)).toEqual([['/sections/0/body/1', expect.stringMatching(what)]]);
});

test.each([
  'See [the authority](https://rail.example/a) or <https://rail.example/>, or [mail](mailto:a@rail.example).',
  'Of ~200 and ~300 men ~~none~~ came \\(so far\\), 2^10 or 2^20 times.',
  'It cost $40 and $60, in all US$100 to $200 million.',
  'Cited.[@four, p. 3]',
  'In code `<b>` and `![x](y.png)`.',
  'A < b, and c > d; 3<4.',
  '| a | b |\n| --- | --- |\n| **1** | *2* |',
])('nothing in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('a row of a table that is longer than its head is found, and no other', () => {
  const rows = (...body: string[]) =>
    objectionsOf(unprintedMarkup, { sections: [{ id: 's', heading: 'H', body }] }).map(
      ({ pointer, message }) => [pointer, message],
    );
  expect(
    rows('| a | b |', '| - | - |', '| 1 | 2 | 3 |', '| 1 \\| 2 | 3 |', '| 5 |', '', 'x | y | z'),
  ).toEqual([
    [
      '/sections/0/body/2',
      'This row of a table has 3 cells, its head 2: what is beyond them is not printed.',
    ],
  ]);
});
