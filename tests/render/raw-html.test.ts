import { describe, expect, test } from 'vitest';
import { assertNoHtml } from '../../src/render/templates/environment.ts';

describe('Markdown from a template', () => {
  test('has front matter only at the beginning of a document', () => {
    const note = '---\n<img src="x">\n---';
    expect(() => assertNoHtml(note, 'note')).toThrow('gives HTML');
    expect(() => assertNoHtml(note, 'memo')).not.toThrow();
  });

  test.each([
    ['a block', 'Text.\n\n<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a tag in a sentence', 'One <b onclick="x">two</b>', '<b onclick="x">'],
    ['a closing tag', 'One </div>', '</div>'],
    ['a tag behind a comment', '<!-- role: aside --><img src="x">', '<!-- role: aside --><img src="x">'],
    ['a tag behind an escaped backslash', String.raw`One \\<b>two`, '<b>'],
    ['a declaration', '<!DOCTYPE html>', '<!DOCTYPE html>'],
    ['a tag behind front matter', '---\ntitle: "A <b>"\n---\n\nOne <i>two</i>', '<i>'],
    ['a tag between lines that are no front matter', 'Text.\n\n---\n<img src="x">\n---\n', '<img src="x">'],
    ['sixty characters of a tag', `<b ${'x'.repeat(56)}>`, `<b ${'x'.repeat(56)}>`],
    ['more than sixty', `<b ${'x'.repeat(57)}>`, `<b ${'x'.repeat(57)}…`],
    ['a tag in a list in a quotation', '> - <iframe src="x">', '<iframe src="x">'],
  ])('has no HTML: %s', (_, markdown, shown) => {
    expect(() => assertNoHtml(markdown, 'memo')).toThrow(
      `The template "memo" gives HTML: \`${shown}\`. Memos are Markdown only.`,
    );
  });

  test.each([
    ['comments', '<!-- role: contents -->\n\n## Contents'],
    ['addresses', '<https://example.org/a>'],
    ['code', 'Write `<b>` or\n\n```html\n<script>\n```'],
    ['front matter with any text', '---\ntitle: "A <b>bold</b> title"\n---\n\n# A title'],
    ['what was escaped', String.raw`1 \<b> &lt;script> a < b`],
  ])('may have %s', (_, markdown) => {
    expect(() => assertNoHtml(markdown, 'memo')).not.toThrow();
  });
});
