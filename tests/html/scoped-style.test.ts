import { describe, expect, it } from 'vitest';
import { scopedStyle } from '../../src/html/scoped-style.ts';

describe('a scoped style', () => {
  it('nests rules without making them stronger', () => {
    expect(scopedStyle('p, li { color: red; }', '.form-x').css).toBe(
      ':where(.form-x) {\np, li { color: red; }\n}',
    );
  });

  it('says of the scope what the form says of the root', () => {
    expect(scopedStyle(':root { --a: 1 }\nhtml, body { --b: 2 }', '.x').css).toBe(
      ':where(.x) {\n& { --a: 1 }\n&, body { --b: 2 }\n}',
    );
  });

  it('gives what is said of every page apart, and leaves pages with a name or a place', () => {
    const style = '@page { margin: 1cm; }\n@page wide { margin: 2cm; }\n@page :first { margin: 3cm; }';
    expect(scopedStyle(style, '.x')).toEqual({ css: '', page: 'margin: 1cm;' });
  });

  it('keeps what is nested, and braces in strings and comments', () => {
    const style = '/* } */ @media print { .a { content: "}"; } }\n.b::before { content: \'{\' }';
    expect(scopedStyle(style, '.x').css).toBe(
      ':where(.x) {\n@media print { .a { content: "}"; } }\n.b::before { content: \'{\' }\n}',
    );
  });

  it('is nothing for nothing', () => {
    expect(scopedStyle('', '.x')).toEqual({ css: '', page: '' });
  });
});
