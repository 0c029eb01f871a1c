import { describe, expect, it } from 'vitest';
import { cssString } from '../../src/html/furniture.ts';
import { toStandaloneHtml } from '../../src/html/standalone.ts';
import { shippedConventions } from '../../src/model/conventions/conventions.ts';
import { lookOf } from '../../src/model/conventions/markings.ts';
import { pageOf } from './page.ts';

describe('a page', () => {
  it('names paper, marking and page numbers in its own rules', () => {
    const { css } = pageOf('Text', {
      paper: 'Letter',
      furniture: {
        look: lookOf(shippedConventions.scheme, 'TLP:AMBER+STRICT'),
        foot: 'Short · 2',
        pageOf: '{page} / {pages}',
      },
    });
    expect(css).toContain('size: Letter;');
    expect(css).toContain('@top-right { content: "TLP:AMBER+STRICT"; color: #ffc000; }');
    expect(css).toContain('@bottom-left { content: counter(page) " / " counter(pages); }');
    expect(css).toContain('@bottom-center { content: "Short · 2"; }');
    expect(css).toContain("@page :first { @bottom-center { content: ''; } }");
  });

  it('prints the marking of the first page once: as text if the memo begins with it, else in the margin', () => {
    const marked = pageOf('---\nid: x\n---\n\n<!-- role: marking -->\nTLP:CLEAR\n\n# T');
    expect(marked.body).toMatch(/^<main class="memo marked">/);
    expect(marked.css).toContain('@page :first { margin-top: 9mm; @top-right { content: none; } }');
    for (const other of ['# T', '<!-- role: marking -->\nTLP:RED\n\n# T', 'TLP:CLEAR\n\n# T']) {
      const page = pageOf(other);
      expect(page.body).toMatch(/^<main class="memo">/);
      expect(page.css).not.toContain('content: none');
    }
  });

  it('gives the same page for the same input', () => {
    const markdown = '## A\n\nText[^a]\n\n[^a]: x';
    expect(pageOf(markdown)).toEqual(pageOf(markdown));
  });

  it('uses title, language and direction', () => {
    const page = pageOf('x', { title: 'A < B', language: 'he', direction: 'rtl' });
    expect(page).toMatchObject({
      title: 'A < B',
      language: 'he',
      direction: 'rtl',
      stylesheet: 'p { margin: 0 }',
    });
  });
});

describe('a CSS string', () => {
  it.each([
    ['"; } body { display: none', '"\\000022; } body { display: none"'],
    ['</style><script>', '"\\00003c/style\\00003e\\00003cscript\\00003e"'],
    ['a\\b\nc', '"a\\00005cb\\00000ac"'],
    ['Türkiye · عربي', '"Türkiye · عربي"'],
  ])('can contain %j', (value, expected) => {
    expect(cssString(value)).toBe(expected);
  });
});

describe('a standalone document', () => {
  it('needs no other file and runs no script', () => {
    const page = pageOf('# Words', { title: 'A <b> & "c"', language: 'ar', direction: 'rtl' });
    const html = toStandaloneHtml(page, '@font-face { font-family: X }');
    expect(html).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/);
    expect(html).toContain('<title>A &lt;b&gt; &amp; &quot;c&quot;</title>');
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('@font-face { font-family: X }\np { margin: 0 }\n:root');
    expect(html).toContain(page.body);
  });

  it('gives a figure beside its caption only its own role', () => {
    const page = pageOf('<!-- role: caption -->\n\nOne\n\n![Two](figures/x/trend.svg)', {
      figures: new Map([['figures/x/trend.svg', '<svg xmlns="http://www.w3.org/2000/svg"></svg>']]),
    });
    expect(page.body).toContain('<figure role="group"');
    expect(toStandaloneHtml(page, '')).toMatch(/<figure tabindex="0"( data-figure="trend")?><figcaption>/);
  });

  it('a style sheet cannot close its element', () => {
    const html = toStandaloneHtml(pageOf('x', { stylesheet: 'a { content: "</style><script>" }' }), '');
    expect(html.match(/<\/style/gi)).toHaveLength(1);
  });
});
