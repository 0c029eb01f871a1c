/** Before every id made from a heading, so that none can clash with an id of the page's own. */
export const headingPrefix = 'section-';

/**
 * Longest id, in bytes as a PDF names a destination: percent-encoded, since that is how the browser writes it. A name has
 * at most 127 bytes (ISO 32000-1, annex C), and a letter of Cyrillic or Hebrew takes six of them.
 */
const MAX_LENGTH = 127;

/**
 * The id of a heading, from its name as GitHub makes it: of one that is too long, the words that there is room for, and
 * a hash of all of it, so that names stay apart and whoever has the name knows the id.
 */
export function headingId(name: string): string {
  const id = headingPrefix + name;
  if (lengthOf(id) <= MAX_LENGTH) return id;
  const end = `-${hashOf(name)}`;
  let kept = headingPrefix;
  for (const letter of name) {
    if (lengthOf(kept + letter) > MAX_LENGTH - end.length) break;
    kept += letter;
  }
  const words = kept.slice(0, kept.lastIndexOf('-'));
  return (words.length > kept.length / 2 ? words : kept) + end;
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
