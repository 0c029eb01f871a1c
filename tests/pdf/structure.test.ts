import { describe, expect, test } from 'vitest';
import { describeLinks } from '../../src/pdf/finish/finish.ts';
import { fixLists } from '../../src/pdf/finish/list-items.ts';
import { openPrinted } from '../../src/pdf/finish/repeatable.ts';
import type { SkiaFile } from '../../src/pdf/finish/skia-file.ts';
import { skiaLike } from './skia-like.ts';

const fileOf = (...objects: string[]): SkiaFile =>
  openPrinted(skiaLike(['<</Title (x)>>', ...objects, '<</Type /Catalog>>'], objects.length + 2));
const element = (type: string, parent: number, kids: string) =>
  `<</Type /StructElem\n/S /${type}\n/P ${parent} 0 R\n/Pg 9 0 R\n/K ${kids}>>`;

describe('list items', () => {
  test('hold a label and a body with the rest', () => {
    const file = fileOf(
      element('L', 1, '[3 0 R]'),
      element('LI', 2, '[4 0 R 5 0 R 7 6 0 R]'),
      element('Lbl', 3, '1'),
      element('P', 3, '2'),
      element('L', 3, '[3]'),
    );
    fixLists(file);
    expect(file.dictionary(3)).toContain('/K [4 0 R 7 8 0 R]');
    expect(file.dictionary(8)).toBe('/Type /StructElem\n/S /LBody\n/P 3 0 R\n/K [5 0 R 6 0 R]');
    expect([4, 5, 6].map((kid) => /\/P (\d+)/.exec(file.dictionary(kid))?.[1])).toEqual(['3', '8', '8']);
    expect(file.dictionary(5)).toContain('/Pg 9 0 R');
  });

  test('inside list items have separate bodies', () => {
    const file = fileOf(
      element('LI', 9, '3 0 R'),
      element('L', 2, '[4 0 R]'),
      element('LI', 3, '5 0 R'),
      element('P', 4, '0'),
    );
    fixLists(file);
    expect(file.dictionary(2)).toContain('/K [7 0 R]');
    expect(file.dictionary(3)).toContain('/P 7 0 R');
    expect(file.dictionary(4)).toMatch(/\/P 3 0 R[\s\S]*\/K \[8 0 R\]/);
    expect(file.dictionary(5)).toContain('/P 8 0 R');
  });

  test('include the content between them', () => {
    const file = fileOf(
      element('L', 9, '[3 0 R 4 0 R 5 0 R 6 0 R]'),
      element('NonStruct', 2, '0'),
      element('LI', 2, '1'),
      element('NonStruct', 2, '2'),
      element('LI', 2, '3'),
    );
    fixLists(file);
    expect(file.dictionary(2)).toContain('/K [4 0 R 6 0 R]');
    expect(file.dictionary(4)).toContain('/K [1 8 0 R]');
    expect(file.dictionary(8)).toBe('/Type /StructElem\n/S /LBody\n/P 4 0 R\n/K [3 0 R 5 0 R]');
    expect(file.dictionary(3)).toContain('/P 8 0 R');
  });

  test('without any element are unchanged', () => {
    const file = fileOf(element('LI', 9, '4'), element('LI', 9, '[4 0 R]'), element('Lbl', 3, '0'));
    const before = [2, 3].map((item) => file.dictionary(item));
    fixLists(file);
    expect([2, 3].map((item) => file.dictionary(item))).toEqual(before);
  });
});

describe('links', () => {
  const link = (target: string) =>
    `<</Type /Annot\n/Subtype /Link\n/F 4\n/Rect [1 2 3 4]\n${target}\n/StructParent 1>>`;
  const described = (target: string, body: string) => {
    const file = fileOf(link(target));
    describeLinks(file, body);
    return /\/Contents ([^\n]*)$/.exec(file.dictionary(2))?.[1];
  };

  test('are described by their words on the page', () => {
    const body = '<a href="#a"><em>Key</em> judgments &#x26; more</a><a href="#a">again</a>';
    expect(described('/Dest /a', body)).toBe('(Key judgments & more)');
  });

  test('are described by their label if they have one', () =>
    expect(described('/Dest /a', '<a href="#a" aria-label="Back to 3">↑</a>')).toBe('(Back to 3)'));

  test('are described by an address', () =>
    expect(
      described('/A <</Type /Action\n/S /URI\n/URI (https://example.org/a\\(b\\))>>', '<a href="#a">x</a>'),
    ).toBe('(https://example.org/a\\(b\\))'));

  test('are described by the name of a place that the page does not name', () =>
    expect(described('/Dest /#D0#B0', '')).toBe('<FEFF0430>'));
});
