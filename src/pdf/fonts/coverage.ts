import type { PrintablePage } from '../../model/page.ts';
import { charactersWithoutFont, namedCharacters } from '../../prose/characters/printed.ts';

const known = new WeakMap<PrintablePage, string | undefined>();

/** The notice for a page with characters that no font has; cached for each page. */
export function pageNotice(page: PrintablePage): string | undefined {
  if (!known.has(page)) known.set(page, coverageNotice(page.title, page.body + page.css, page.covered));
  return known.get(page);
}

/** The notice; `undefined` if every character has a font. */
export function coverageNotice(title: string, text: string, covered = ''): string | undefined {
  const missing = charactersWithoutFont(text).filter((character) => !covered.includes(character));
  if (missing.length === 0) return undefined;
  return `"${title}": no font of the PDF has ${namedCharacters(missing)}; an empty box is printed instead.`;
}
