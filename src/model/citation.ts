/** Citations in prose, in Pandoc's syntax: `[@id]`, `[@id, p. 4]`, `[@one; @two, para. 3]`. */

export interface CitedItem {
  /** Id of a source or of an item of evidence. */
  readonly id: string;
  readonly locator: string | undefined;
}

export interface ProseCitation {
  readonly items: readonly CitedItem[];
  /** Offsets of the whole bracket in the text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** One bracket; its length is bounded so that a stray `[@` costs nothing. As in Pandoc, a link's text is none, nor is `\[@id]`. */
const BRACKET = /(?<!(?<!\\)(?:\\\\){0,50}\\)\[(@[^[\]\n]{0,500})\](?!\()/g;
const ITEM = /^@([a-z0-9-]+)(?:\s*,\s*(.+))?$/;

/**
 * The citations of a text, in order. A bracket that begins with `@` but does not read as a citation
 * gives an entry without items, so that the check can point at it.
 */
export function citationsIn(text: string): ProseCitation[] {
  if (!text.includes('[@')) return []; // most texts, and far cheaper to see
  return [...text.matchAll(BRACKET)].map((match) => {
    const parts = (match[1] ?? '').split(';').map((part) => ITEM.exec(part.trim()));
    const items = parts.flatMap((part) => (part?.[1] ? [{ id: part[1], locator: part[2]?.trim() }] : []));
    return {
      items: items.length === parts.length ? items : [],
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}
