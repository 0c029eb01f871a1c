/**
 * Plain text as Markdown that shows exactly that text, on one line. Everything with a meaning in
 * GitHub-flavoured Markdown is escaped: emphasis, code, links, images, footnotes, raw HTML, entities, table
 * cells, strike-through, mathematics, and, at the edges, headings, quotations and lists. Addresses are escaped
 * too: in a link that GitHub makes of one, the other escapes would be visible. Non-breaking spaces stay.
 */
export function escapeInline(text: string): string {
  return text
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~$]/g, '\\$&')
    .replace(/&(?=#?[A-Za-z0-9]+;)|:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/^[#+=-]|(?<= )#+$/g, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Text inside an image's brackets: alternative text shows no markup. */
export function escapeAlt(text: string): string {
  return escapeInline(text.replace(/[[\]]/g, ''));
}
