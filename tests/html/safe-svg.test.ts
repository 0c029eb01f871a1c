import { expect, test } from 'vitest';
import { safeSvg } from '../../src/html/safe-svg.ts';

const svg = (inside: string, attributes = 'viewBox="0 0 10 5"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;

test('shapes, gradients and leftovers of a drawing program are accepted', () => {
  const inside =
    '<metadata><rdf:x/></metadata><!-- who --><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>' +
    '<g style="fill:url(#g);-inkscape-x:1" inkscape:label="a"><path d="M0 0 L1 1"/></g>';
  const safe = safeSvg(`<?xml version="1.0"?>${svg(inside)}`);
  expect(safe).toMatchObject({ width: 10, height: 5 });
  expect(safe.svg).toContain('<g fill="url(#g)"><path d="M0 0 L1 1"></path></g>');
  expect(safe.svg).not.toMatch(/who|inkscape|rdf/);
});

test.each([
  ['a script', '<script>alert(1)</script>', '<script> is not allowed'],
  ['letters', '<text>x</text>', 'Turn its letters into paths'],
  ['a page', '<foreignObject/>', '<foreignObject> is not allowed'],
  ['a picture', '<image href="https://x.example/a.png"/>', '<image> is not allowed'],
  ['a style sheet', '<style>@import "x"</style>', '<style> is not allowed'],
  ['a link', '<a href="x"/>', '<a> is not allowed'],
  ['what is used again', '<use href="#a"/>', 'Write what it repeats'],
  ['an event', '<path onload="x()"/>', '`onload` is not allowed'],
  [
    'a reference outside',
    '<path fill="url(https://x.example/#g)"/>',
    '`fill` has a value that is not allowed',
  ],
  [
    'a reference in a style',
    '<path style="fill:url(//x.example)"/>',
    '`fill` has a value that is not allowed',
  ],
  ['another drawing within', '<svg/>', '<svg> stands where it cannot'],
  ['no end', '<g>', 'it is not XML'],
])('%s is refused with its line', (_, inside, why) => {
  expect(safeSvg(svg(`\n${inside}`))).toMatchObject({ why: expect.stringContaining(why) });
});

test('entities, a size of nothing, thousands of elements and depths are refused', () => {
  expect(safeSvg(`<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`)).toMatchObject({
    why: 'It declares entities.',
  });
  expect(safeSvg(svg('', ''))).toMatchObject({ why: expect.stringContaining('how large') });
  expect(safeSvg(svg('<g/>'.repeat(6000)))).toMatchObject({ why: expect.stringContaining('5000 elements') });
  expect(safeSvg(svg('<g>'.repeat(100) + '</g>'.repeat(100)))).toMatchObject({
    why: expect.stringContaining('nested'),
  });
});
