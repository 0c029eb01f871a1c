import { describe, expect, test } from 'vitest';
import type { PrintablePage } from '../../src/model/page.ts';
import { pageCount, pagesOfDestinations } from '../../src/pdf/destinations.ts';
import { printWithPageNumbers } from '../../src/pdf/page-numbers.ts';
import { skiaLike } from './skia-like.ts';

/** Three pages in a tree of two levels, and destinations on them. */
function threePages(destinations: string): Buffer {
  return skiaLike(
    [
      '<</Title (x)>>',
      '<</Type /Page\n/Parent 5 0 R>>',
      '<</Type /Page\n/Parent 5 0 R>>',
      '<</Type /Page\n/Parent 6 0 R>>',
      '<</Type /Pages\n/Count 2\n/Kids [3 0 R 2 0 R]\n/Parent 6 0 R>>',
      '<</Type /Pages\n/Count 3\n/Kids [5 0 R 4 0 R]>>',
      `<<${destinations}>>`,
      '<</Type /Catalog\n/Pages 6 0 R\n/Dests 7 0 R>>',
    ],
    8,
  );
}

const page: PrintablePage = {
  body: '<p><span class="page" data-page-of="a"></span>, <span class="page" data-page-of="b"></span></p>',
  css: '',
  stylesheet: '',
  language: 'en',
  direction: 'ltr',
  title: 'x',
};

describe('destinations', () => {
  test('are on the pages of the page tree, in its order', () => {
    const pdf = threePages('/a [2 0 R /XYZ 1 2 0]\n/b [4 0 R /XYZ 1 2 0]\n/c [3 0 R /XYZ 1 2 0]');
    expect(Object.fromEntries(pagesOfDestinations(pdf))).toEqual({ a: 2, b: 3, c: 1 });
    expect(pageCount(pdf)).toBe(3);
  });

  test('have names in any script', () => {
    expect([...pagesOfDestinations(threePages('/section-#D0#B0 [3 0 R /XYZ 1 2 0]')).keys()]).toEqual([
      'section-а',
    ]);
  });

  test('may be missing', () => {
    const bare = skiaLike(
      [
        '<</Title (x)>>',
        '<</Type /Page\n/Parent 3 0 R>>',
        '<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>',
        '<</Type /Catalog\n/Pages 3 0 R>>',
      ],
      4,
    );
    expect(pagesOfDestinations(bare).size).toBe(0);
    expect(pageCount(bare)).toBe(1);
  });
});

describe('page numbers', () => {
  test('are put in by a second print', async () => {
    const printed: string[] = [];
    const bytes = threePages('/a [3 0 R /XYZ 1 2 0]\n/b [4 0 R /XYZ 1 2 0]');
    const result = await printWithPageNumbers(page, async ({ body }) => {
      printed.push(body.replace(/<[^>]*>/g, ''));
      return bytes;
    });
    expect(printed).toEqual([', ', '1, 3']);
    expect(result).toBe(bytes);
  });

  test('are put in again when they move something', async () => {
    const printed: string[] = [];
    await printWithPageNumbers(page, async ({ body }) => {
      printed.push(body.replace(/<[^>]*>/g, ''));
      return threePages(printed.length < 2 ? '/a [3 0 R /XYZ 1 2 0]' : '/a [2 0 R /XYZ 1 2 0]');
    });
    expect(printed).toEqual([', ', '1, ', '2, ']);
  });

  test('that never come to rest are a fault', async () => {
    let count = 0;
    const print = async () => {
      count += 1;
      return threePages(`/a [${2 + (count % 2)} 0 R /XYZ 1 2 0]`);
    };
    await expect(printWithPageNumbers(page, print)).rejects.toThrow('do not come to rest');
  });

  test('cost nothing where there are none', async () => {
    let count = 0;
    const print = async () => {
      count += 1;
      return new Uint8Array();
    };
    await printWithPageNumbers({ ...page, body: '<p>Text.</p>' }, print);
    expect(count).toBe(1);
  });
});
