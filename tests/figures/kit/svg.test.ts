import { describe, expect, test } from 'vitest';
import { element, escapeXml } from '../../../src/figures/kit/svg.ts';

describe('escapeXml', () => {
  test.each([
    ['a < b > c & d "e"', 'a &lt; b &gt; c &amp; d &quot;e&quot;'],
    ['&amp;', '&amp;amp;'],
    ['</svg><script>', '&lt;/svg&gt;&lt;script&gt;'],
    ['Ташкент, ҳамла', 'Ташкент, ҳамла'],
    ['', ''],
  ])('%j', (text, escaped) => {
    expect(escapeXml(text)).toBe(escaped);
  });
});

describe('element', () => {
  test('attributes keep their order; undefined ones are omitted; an element without children is empty', () => {
    expect(element('rect', { y: 1, x: 2, fill: undefined })).toBe('<rect y="1" x="2"/>');
  });

  test('numbers are short: rounding errors of sums do not show', () => {
    expect(element('a', { x: 0.1 + 0.2, y: 1 / 3, z: 12, w: 1e-7 })).toBe(
      '<a x="0.3" y="0.33" z="12" w="0"/>',
    );
  });

  test('text in attributes is escaped, children are inserted unchanged', () => {
    expect(element('g', { label: '"<&' }, '<b/>', 'c')).toBe('<g label="&quot;&lt;&amp;"><b/>c</g>');
  });
});
