import { describe, expect, test } from 'vitest';
import { fetchedBy } from '../../src/html/style-guard.ts';

describe('requests that a style sheet would make', () => {
  test.each([
    ['@import "x.css";', '@import', 1],
    ['p {}\n@IMPORT url(x)', '@IMPORT', 2],
    ['p { background: url(https://example.org/x) }', 'url(', 1],
    ["p { background: url( 'x.png' ) }", "url( '", 1],
    ['p { background:\nurl(\nx) }', 'url(', 2],
    [String.raw`p { background: u\72l(x) }`, 'url(', 1],
    [String.raw`p { background: \75\000072 l(x) }`, 'url(', 1],
    [String.raw`@\69mport "x"`, '@import', 1],
    ['p { background: image-set("x" 1x) }', 'image-set(', 1],
    ['p { background: -webkit-image-set("x" 1x) }', 'image-set(', 1],
    ['p { background: src("x") }', 'src("', 1],
    ['@font-face { src: url(file:///etc/passwd) }', 'url(', 1],
    ['/* a */ p { background: url(//x) } /* b */', 'url(', 1],
    ['p { background: image("x.png") }', 'image(', 1],
    // what looks like a comment to a reader in a hurry
    ['a::after { content: "/*" } p { background: url(//x) } q::after { content: "*/" }', 'url(', 1],
    [String.raw`p { color: \/*; background: url(//x); --y: */ }`, 'url(', 1],
    ['a { background: url(data:image/png,/*) } p { background: url(//x) } /* */', 'url(', 1],
    ['a { content: "\n/* " }\np { background: url(//x) } /* */', 'url(', 3],
    ['p { background: \\75\r\nrl(//x) }', 'url(', 1],
    ['p { background: \\75\frl(//x) }', 'url(', 1],
    // a drawing may hold scripts and addresses of its own
    ['p { background: url("data:image/svg+xml,<svg><image href=\'//x\'/></svg>") }', 'url("', 1],
    ['p { background: url(data:text/html,x) }', 'url(', 1],
  ])('%s', (css, text, line) => {
    expect(fetchedBy(css)).toEqual({ text, line });
  });

  test.each([
    '',
    'p { color: red } /* url(x) @import */',
    'p { background: url(data:image/png;base64,AA==) }',
    'p { fill: url(#gradient) } q { fill: url("#gradient") }',
    '@page { @bottom-center { content: "curly (" counter(page) ")" } }',
    '/* never closed url(x)',
    'a[href]::after { content: attr(href) }',
    'p { fill: url(#g) } /* url(x) */ q::before { content: "it’s" } /* @import */',
    '@font-face { src: url(data:font/woff2;base64,d09GMgAB) } /* url(x) */',
  ])('none by %s', (css) => {
    expect(fetchedBy(css)).toBeUndefined();
  });
});
