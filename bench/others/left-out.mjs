/** What a PDF has and lacks of its memo, as the cells of a table. */
import { lettersAndDigits, wordsOf } from './memo-facts.mjs';
import { countPainted } from './painted-figures.mjs';

/** One row each: what is looked for, and the result for a PDF (`readPdf`) of a memo (`memoFacts`). */
export const lookedFor = [
  ['pages, size', ({ pages, bytes }) => `${pages.length}, ${Math.round(bytes.length / 1000)} kB`],
  ['words of the Markdown that are printed', printedWords],
  ['figures drawn', ({ painted }, { figures }) => of(countPainted(figures, painted), figures.length)],
  ['notes', printedNotes],
  ['tags', tags],
  ['figures with a text for those who do not see them', ({ pages }) => orNone(describedFigures(pages))],
  ['outline (bookmarks)', ({ outline }) => (outline === 0 ? 'none' : `${outline} entries`)],
  ['marking on each page', markedPages],
  ['metadata', metadata],
  ['the source as an attachment', sourceAttached],
];

function of(some, all) {
  return some === 0 ? 'none' : `${some} of ${all}`;
}

function orNone(count) {
  return count === 0 ? 'none' : String(count);
}

function printedWords({ pages }, { words }) {
  const there = wordsOf(pages.map(({ text }) => text).join(' '));
  const found = [...words].filter((word) => there.has(word)).length;
  return `${Math.floor((100 * found) / words.size)} %`;
}

/** Whether notes are printed, or their `[^label]` literally; and whether links lead to them. */
function printedNotes({ pages }, { notes }) {
  const text = pages.map((page) => page.text).join(' ');
  if (text.includes('[^')) return 'none: `[^…]` is printed as it stands';
  const letters = lettersAndDigits(text);
  const found = notes.filter((note) => letters.includes(note)).length;
  const linked = pages.reduce((sum, { links }) => sum + links, 0) >= notes.length;
  return `${of(found, notes.length)}${found > 0 && !linked ? ', without links' : ''}`;
}

function tags({ tagged, pages }) {
  const roles = pages.flatMap((page) => page.tags.map(({ role }) => role));
  if (!tagged || roles.length === 0) return 'none';
  const headings = roles.filter((role) => /^H\d$/.test(role)).length;
  const heads = roles.filter((role) => role === 'TH').length;
  return `${headings} headings, ${heads} head cells of tables`;
}

function describedFigures(pages) {
  return pages.flatMap((page) => page.tags).filter(({ role, alt }) => role === 'Figure' && alt).length;
}

function markedPages({ pages }, { marking }) {
  return of(pages.filter(({ text }) => text.includes(marking)).length, pages.length);
}

function metadata({ info, xmp }, { marking }) {
  const there = [
    ['title', info.Title],
    ['authors', info.Author],
    ['language', info.Language],
    ['marking', xmp.includes(marking) || JSON.stringify(info).includes(marking)],
    ['XMP', xmp],
  ];
  const named = there.filter(([, value]) => value).map(([name]) => name);
  return named.length === 0 ? 'none' : named.join(', ');
}

function sourceAttached({ attachments }, { source }) {
  return attachments.some((file) => file.equals(source)) ? 'yes' : 'none';
}
