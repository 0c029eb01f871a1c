import { describe, expect, test } from 'vitest';
import { fixOutline, headingsIn } from '../../../src/pdf/finish/outline-titles.ts';
import { SkiaFile } from '../../../src/pdf/finish/skia-file.ts';
import { skiaLike } from '../skia-like.ts';

/** Titles of the fixed items, by number. */
function mended(
  titles: readonly [string, string, string],
  headings: readonly string[],
): Record<number, string> {
  const pdf = skiaLike(
    [
      '<</Title (x)>>',
      '<</Type /Outlines\n/First 3 0 R\n/Last 5 0 R>>',
      `<</Title ${titles[0]}\n/Parent 2 0 R\n/Next 5 0 R\n/First 4 0 R>>`,
      `<</Title ${titles[1]}\n/Parent 3 0 R>>`,
      `<</Title ${titles[2]}\n/Parent 2 0 R>>`,
      '<</Type /Catalog\n/Outlines 2 0 R>>',
    ],
    6,
  ).toString('latin1');
  const file = new SkiaFile(pdf);
  const titleOf = (item: number) => /\/Title ([^\n]*)/.exec(file.dictionary(item))?.[1] ?? '';
  const items = [3, 4, 5];
  const before = items.map(titleOf);
  fixOutline(file, headings);
  const changed = items.filter((item, index) => titleOf(item) !== before[index]);
  return Object.fromEntries(changed.map((item) => [item, titleOf(item)]));
}

describe('the outline', () => {
  test('gets back the space at a line break in a heading', () => {
    expect(
      mended(['(what isknown)', '(inside ofit)', '(whole)'], ['what is known', 'inside of it', 'whole']),
    ).toEqual({
      3: '(what is known)',
      4: '(inside of it)',
    });
  });

  test('in any script and punctuation', () => {
    const hex = (text: string) =>
      `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
    expect(mended([hex('чтоизвестно'), '(a \\(b\\)c)', '(d)'], ['что известно', 'a (b) c'])).toEqual({
      3: hex('что известно'),
      4: '(a \\(b\\) c)',
    });
  });

  test('has a heading once if it was laid out on one page and moved to the next', () => {
    expect(mended(['(TrendsTrends)', '(aaa)', '(BoraBora)'], ['Trends', 'a', 'Bora Bora', 'Bora'])).toEqual({
      3: '(Trends)',
      4: '(a)',
      5: '(Bora Bora)',
    });
  });

  test('is unchanged if no heading matches', () => {
    expect(mended(['(a)', '(b)', '(c)'], ['d'])).toEqual({});
    expect(mended(['(a)', '(b)', '(c)'], [])).toEqual({});
  });
});

test('headings of a page are read without their markup', () => {
  expect(headingsIn('<h1 id="a">A <em>b</em> &#x26; c</h1><p>x</p><h2>D\n e</h2>')).toEqual([
    'A b & c',
    'D e',
  ]);
});
