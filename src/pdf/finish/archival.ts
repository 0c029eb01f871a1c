import type { PdfMetadata } from './document.ts';
import { fontFault, shownOnPages } from './printed-fonts.ts';
import { pagesOf, referenceIn, type SkiaFile } from './skia-file.ts';

/** Limits of PDF/A-3, 6.1.13: bytes of a string and of a name, graphics states within one another, sides of a page in points. */
const MAX_STRING = 32_767;
const MAX_NAME = 127;
const MAX_DEPTH = 28;
const SIDES = { least: 3, most: 14_400 };

/** Strings longer than that: literal, hexadecimal. */
const LONG_STRING = /\((?:[^()\\]|\\[\s\S]){32768,}\)|<[0-9A-Fa-f]{65536,}>/;
/** Structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
const TYPES = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
);
const TYPE = /\/Type \/StructElem\n\/S \/([^\s/<>[\]()]+)/g;
/**
 * What an archive file may not contain, or what is not examined here (6.1.7, 6.2.4, 6.2.8, 6.2.9, 6.3.1,
 * 6.5.1).
 */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/\/Type \/Annot\n\/Subtype \/(?!Link\n)/, 'it has notes or fields that can be filled in'],
  [
    /\/S \/(?:JavaScript|Launch|Sound|Movie|ResetForm|ImportData|Hide|Rendition|Trans|SubmitForm)\b/,
    'it has an action',
  ],
  [/\/Subtype \/Form\n|\/PatternType 1\n/, 'it has drawings within drawings'],
  [/\/LZWDecode|\/DeviceCMYK|\/Interpolate true/, 'a picture of it is not as archives want it'],
];
/** RFC 3066, which PDF/A-3 (6.7.4) refers to. */
const LANGUAGE = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;

/**
 * Why a file may not claim PDF/A-3a (ISO 19005-3), in words; `undefined` if it meets everything in which memos,
 * forms, styles and fonts can differ. What is the same in every file written here is held to the standard by
 * tests. The pages must already be tagged, with artifacts marked and links described.
 *
 * @param roles structure types that the role map maps to standard ones
 */
export function whyNotArchival(
  file: SkiaFile,
  metadata: PdfMetadata,
  roles: Readonly<Record<string, string>>,
): string | undefined {
  const shown = shownOnPages(file);
  if (!shown) return 'a page of it cannot be read';
  const refused = REFUSED.find(([pattern]) => file.matches(pattern));
  if (refused) return refused[1];
  for (const [, type = ''] of file.matchAll(TYPE)) {
    if (!TYPES.has(type) && !(type in roles)) return `its structure has a type of its own (${type})`;
  }
  if (!languagesOf(file, metadata).every((language) => LANGUAGE.test(language)))
    return 'a language is not a tag of RFC 3066';
  if (shown.depth > MAX_DEPTH) return `graphics states are nested more than ${MAX_DEPTH} deep`;
  if (!pagesOf(file).every((page) => isPaper(file.dictionary(page))))
    return 'its pages are too small or too large';
  if (isTooLong(file, metadata))
    return 'a text or the name of a place in it is longer than an archive allows';
  return fontFault(file, shown.used);
}

function languagesOf(file: SkiaFile, { language }: PdfMetadata): string[] {
  return [language, ...Array.from(file.matchAll(/\/Lang \(([^()\\]*)\)/g), ([, tag = '']) => tag)];
}

function isPaper(page: string): boolean {
  const [, ...box] = /\/MediaBox \[(\S+) (\S+) (\S+) ([^\s\]]+)\]/.exec(page) ?? [];
  const [left, bottom, right, top] = box.map(Number);
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return false;
  return [right - left, top - bottom].every((side) => side >= SIDES.least && side <= SIDES.most);
}

function isTooLong(file: SkiaFile, metadata: PdfMetadata): boolean {
  const names = referenceIn(file.dictionary(file.root), 'Dests');
  const places = names === undefined ? '' : file.dictionary(names);
  const long = Array.from(places.matchAll(/\/([^\s/[\]<>()]+)/g), ([, name = '']) =>
    name.replace(/#../g, '_'),
  );
  const { title, authors, subject = '', keywords, marking } = metadata;
  // Non-ASCII strings have two bytes for a character, and a two-byte mark.
  const texts = [title, authors.join('; '), subject, keywords.join('; '), marking];
  return (
    long.some((name) => name.length > MAX_NAME) ||
    texts.some((text) => 2 * text.length + 2 > MAX_STRING) ||
    file.matches(LONG_STRING) ||
    file.changes().some((text) => text.length > MAX_STRING && LONG_STRING.test(text))
  );
}
