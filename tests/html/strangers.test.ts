import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampled } from '../support/soak.ts';
import { bodyOf, pageOf } from './page.ts';

/** Tags in a piece of our HTML that cannot have come from us. */
const foreign =
  /<(?:script|style|iframe|object|embed|form|svg|img|link|meta|base|div|details|textarea|title)\b/i;

const attacks = [
  '<script>alert(1)</script>',
  '<script>',
  '<style>* { display: none }',
  '<iframe src="https://example.org"></iframe>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '</section></main></body></html>',
  '<textarea><title><plaintext>',
  '<!-- never closed',
  '<!-- --!><script>alert(1)</script>',
  '<!--> <script>alert(1)</script> -->',
  '<!-- role: keep --><script>alert(1)</script>',
  '<!-- role: keep" onclick="alert(1) -->\nText',
  '<![CDATA[ <script>alert(1)</script> ]]>',
  '<?php never closed',
  '<!DOCTYPE never closed',
  '<a href="javascript:alert(1)" onclick="x">y</a>',
  '<math><mtext></mtext><mglyph><style></style><img src=x onerror=alert(1)></mglyph></math>',
];

describe('the prose of a stranger', () => {
  it.each(attacks)('is harmless and swallows nothing: %s', (attack) => {
    const body = bodyOf(`Before ${attack}\n\n${attack}\n\nAfter\n\n## Next section\n\nEnd.`);
    expect(body).not.toMatch(foreign);
    expect(body).not.toMatch(/<[^>]*\son\w+=/i);
    expect(body).toContain('<p>After</p>');
    expect(body).toContain('<h2 id="section-next-section">Next section</h2><p>End.</p></section>');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'other.html',
    '//example.org',
    '?query',
  ])('keeps the words of a link to %s, not its target', (target) => {
    const body = bodyOf(`[words](<${target}>)`);
    expect(body).toContain('words');
    expect(body).not.toContain('href');
  });

  it.each(['https://example.org/a?b=c', 'http://example.org/', 'mailto:a@example.org'])(
    'links to %s',
    (target) => {
      expect(bodyOf(`[words](${target})`)).toContain(`<a href="${target}">words</a>`);
    },
  );

  it.each(examples)('CommonMark example $number stays inside its page', ({ markdown }) => {
    const { body } = pageOf(`## Before\n\n${markdown}\n\n## After\n\nEnd.\n`);
    expect(body.startsWith('<main class="memo">\n<section>')).toBe(true);
    expect(body).toMatch(/End\.\n?(?:<\/code>|<\/p>)/);
    expect(body.endsWith('</section>\n</main>')).toBe(true);
    expect(body).not.toMatch(foreign);
    expectBalanced(body);
  });

  it('gives well-formed HTML for any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '<!--',
        '-->',
        '<!-- role: caption -->\n',
        '\n',
        '\n\n',
        '| a | b |\n| - | - |\n',
        '`',
      ),
      fc.constantFrom(
        '[^a]',
        '[^a]: x',
        '![](x)',
        '# ',
        '## ',
        '- ',
        '> ',
        '</p>',
        '<b ',
        '"',
        '---\n',
        '* ',
        '&lt;',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const { body } = pageOf(pieces.join(''));
        expect(body).not.toMatch(foreign);
        expectBalanced(body);
      }),
      { numRuns: sampled(100, 300) },
    );
  });
});

const empty = new Set(['br', 'hr', 'col', 'wbr', 'input', 'img']);

/** Every end tag closes the tag opened last. */
function expectBalanced(html: string): void {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?>/g)) {
    if (slash === '/') expect(open.pop()).toBe(name);
    else if (!empty.has(name)) open.push(name);
  }
  expect(open).toEqual([]);
}
