/** Prefix of ids made from headings, so that they cannot clash with the page's own ids. */
export const headingPrefix = 'section-';

/**
 * Longest id, in bytes as a PDF names a destination: percent-encoded, as the browser writes it. A name has at
 * most 127 bytes (ISO 32000-1, annex C), and a Cyrillic or Hebrew letter takes six of them.
 */
const MAX_LENGTH = 127;

/**
 * The id of a heading, from its GitHub anchor: if that is too long, as many words as fit and a hash of all of
 * it, so that ids stay different and can be computed from the anchor.
 */
export function headingId(name: string): string {
  const id = headingPrefix + name;
  if (lengthOf(id) <= MAX_LENGTH) return id;
  const end = `-${hashOf(name)}`;
  let start = headingPrefix;
  for (const letter of name) {
    if (lengthOf(start + letter) > MAX_LENGTH - end.length) break;
    start += letter;
  }
  const words = start.slice(0, start.lastIndexOf('-'));
  return (words.length > start.length / 2 ? words : start) + end;
}

function lengthOf(id: string): number {
  return encodeURIComponent(id).length;
}

/** FNV-1a of 32 bits over UTF-16 code units, in base 36. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(36).padStart(7, '0');
}
