import { describe, expect, it } from 'vitest';
import { scopedStyle } from '../../src/html/scoped-style.ts';

describe('a scoped style', () => {
  it('nests rules without raising their specificity', () => {
    expect(scopedStyle('p, li { color: red; }', '.form-x').css).toBe(
      ':where(.form-x) {\np, li { color: red; }\n}',
    );
  });

  it('applies rules for the root to the scope', () => {
    expect(scopedStyle(':root { --a: 1 }\nhtml, body { --b: 2 }', '.x').css).toBe(
      ':where(.x) {\n& { --a: 1 }\n&, body { --b: 2 }\n}',
    );
  });

  it('separates rules for every page, and leaves pages with a name or a place', () => {
    const style = '@page { margin: 1cm; }\n@page wide { margin: 2cm; }\n@page :first { margin: 3cm; }';
    expect(scopedStyle(style, '.x')).toEqual({ css: '', page: 'margin: 1cm;' });
  });

  it('keeps nested rules, and braces in strings and comments', () => {
    const style = '/* } */ @media print { .a { content: "}"; } }\n.b::before { content: \'{\' }';
    expect(scopedStyle(style, '.x').css).toBe(
      ':where(.x) {\n@media print { .a { content: "}"; } }\n.b::before { content: \'{\' }\n}',
    );
  });

  it('is empty for an empty style', () => {
    expect(scopedStyle('', '.x')).toEqual({ css: '', page: '' });
  });
});
