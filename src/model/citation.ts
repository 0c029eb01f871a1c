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

/**
 * One bracket; its length is bounded so that a stray `[@` costs nothing. As in Pandoc, the text of a link is
 * not a citation, nor is `\[@id]`.
 */
const BRACKET = /(?<!(?<!\\)(?:\\\\){0,50}\\)\[(@[^[\]\n]{0,500})\](?!\()/g;
const ITEM = /^@([a-z0-9-]+)(?:\s*,\s*(.+))?$/;

/**
 * The citations of a text, in order. A bracket that begins with `@` but is not a valid citation gives an entry
 * without items, so that the check can report it.
 */
export function citationsIn(text: string): ProseCitation[] {
  if (!text.includes('[@')) return []; // most texts have none, and this is far cheaper
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

/** Prefix of a picture's id in a reference: `[@fig-burnt-cabinet]`. */
const REFERENCE = 'fig-';

/** The id of the picture that a citation refers to; `undefined` for anything else. */
export function pictureCited(id: string): string | undefined {
  return id.startsWith(REFERENCE) ? id.slice(REFERENCE.length) : undefined;
}

/** How a text refers to a picture. */
export function pictureReference(id: string): string {
  return REFERENCE + id;
}

/** A line that shows a picture, by itself; the first group holds the id. */
export const pictureLine = /^[ \t]*!\[\]\(media:([a-z0-9-]{1,100})\)[ \t]*$/;

/** The ids of the pictures that a text shows, with where their lines begin. */
export function picturesShownIn(text: string): { readonly id: string; readonly start: number }[] {
  if (!text.includes('](media:')) return [];
  const shown: { id: string; start: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const id = pictureLine.exec(line)?.[1];
    if (id !== undefined) shown.push({ id, start });
    start += line.length + 1;
  }
  return shown;
}
