/**
 * Plain text as Markdown that shows exactly that text, on one line. What has a meaning in GitHub-flavoured
 * Markdown is escaped: emphasis, code, links, images, footnotes, raw HTML, entities, table cells, strike-through,
 * mathematics, and, at the beginning, headings, quotations and lists.
 */
export function escapeInline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~$]/g, '\\$&')
    .replace(/&(?=#?[A-Za-z0-9]+;)/g, '\\&')
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Text inside an image's brackets: alternative text shows no markup. */
export function escapeAlt(text: string): string {
  return escapeInline(text.replace(/[[\]]/g, ''));
}
