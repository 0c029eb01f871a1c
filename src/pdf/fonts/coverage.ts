import type { PrintablePage } from '../../model/page.ts';
import { charactersWithoutFont, namedCharacters } from '../../prose/characters/printed.ts';

const known = new WeakMap<PrintablePage, string | undefined>();

/** What the user is told of a page in which characters have no font; looked for once. */
export function pageNotice(page: PrintablePage): string | undefined {
  if (!known.has(page)) known.set(page, coverageNotice(page.title, page.body + page.css, page.covered));
  return known.get(page);
}

/** Says so to the user; undefined when every character has a font. */
export function coverageNotice(title: string, text: string, covered = ''): string | undefined {
  const missing = charactersWithoutFont(text).filter((character) => !covered.includes(character));
  if (missing.length === 0) return undefined;
  return `"${title}": no font of the PDF has ${namedCharacters(missing)}; an empty box is printed instead.`;
}
