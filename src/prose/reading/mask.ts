import { citationsIn } from '../../model/citation.ts';

/** White space that Markdown treats as text: it neither indents a line into code nor breaks one. */
const BLANK = '\u00a0';

/** A picture that is shown. */
const PICTURE = /!\[\]\(media:[a-z0-9-]{1,100}\)/g;

/** Bare addresses. */
const ADDRESS = /\b(?:https?:\/\/|mailto:|www\.)[^\s<>()[\]]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+\w/g;

/**
 * Masks parts of prose that are not the author's text but would be read as such: citations become white space,
 * bare addresses a single word. Offsets do not change.
 */
export function maskProse(text: string): string {
  let masked = text;
  if (text.includes('[@')) {
    for (const { start, end } of citationsIn(text)) {
      masked = masked.slice(0, start) + BLANK.repeat(end - start) + masked.slice(end);
    }
  }
  if (text.includes('](media:')) masked = masked.replace(PICTURE, (found) => BLANK.repeat(found.length));
  return /:\/\/|www\.|@/.test(masked) ? masked.replace(ADDRESS, (found) => 'x'.repeat(found.length)) : masked;
}
