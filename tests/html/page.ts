import type { PageInput } from '../../src/html/page.ts';
import { toPage } from '../../src/html/to-page.ts';
import { shippedConventions } from '../../src/model/conventions/conventions.ts';
import { lookOf } from '../../src/model/conventions/markings.ts';

/** A page around some Markdown; everything else is ordinary. */
export function pageOf(markdown: string, more: Partial<PageInput> = {}) {
  return toPage({
    markdown,
    figures: new Map(),
    language: 'en',
    direction: 'ltr',
    title: 'A title',
    paper: 'A4',
    furniture: {
      look: lookOf(shippedConventions.scheme, 'TLP:CLEAR'),
      foot: 'Short title · Edition 1',
      pageOf: 'Page {page} of {pages}',
    },
    labels: { notes: 'Notes', backToText: 'Back to reference {reference}', besides: [] },
    stylesheet: 'p { margin: 0 }',
    ...more,
  });
}

/** The body without the wrapper, and without the line breaks between blocks. */
export function bodyOf(markdown: string, more: Partial<PageInput> = {}): string {
  const { body } = pageOf(markdown, more);
  return body
    .replace(/^<main class="memo(?: marked)?">\n/, '')
    .replace(/\n<\/main>$/, '')
    .replace(/>\n+(?=<)/g, '>');
}
