import type { PrintablePage } from '../../src/model/page.ts';
import type { PdfMetadata } from '../../src/pdf/finish/document.ts';

const STYLESHEET = `body { font: 10.5pt/15pt 'Memo Serif'; }
h1, h2, table { font-family: 'Memo Sans'; font-weight: 600; }`;

/** A page as the html room makes them, small. */
export function samplePage(changes: Partial<PrintablePage> = {}): PrintablePage {
  return {
    body: '<h1>Bombing at the border</h1><p>We judge it <em>likely</em>.</p><h2>Outlook</h2><ul><li>One</li></ul><table><thead><tr><th>Place</th></tr></thead><tbody><tr><td>Khost</td></tr></tbody></table>',
    css: `@page { size: A4; margin: 25mm; @top-right { content: 'TLP:AMBER'; font: 600 12pt 'Memo Sans' } @bottom-center { content: counter(page) ' of ' counter(pages); font: 8pt 'Memo Sans' } }`,
    stylesheet: STYLESHEET,
    language: 'en',
    direction: 'ltr',
    title: 'Bombing at the border',
    ...changes,
  };
}

export function sampleMetadata(changes: Partial<PdfMetadata> = {}): PdfMetadata {
  return {
    title: 'Bombing at the border',
    authors: ['A. Analyst', 'B. Łukasz'],
    subject: 'Who did it, and what follows?',
    keywords: ['Khorasan', 'attribution'],
    language: 'en',
    date: '2024-03-22',
    marking: 'TLP:AMBER',
    ...changes,
  };
}
