import { type Abbreviations, abbreviationsOf } from './abbreviations.ts';
import { type ProseBlock, proseBlocks } from './prose-blocks.ts';

// Letters of Latin-1 and of Russian: each is a capital or a small one, which is not so of all letters.
const CAPITALS = 'A-Z\u00c0-\u00d6\u00d8-\u00de\u0400-\u042f';
const SMALL = 'a-zªµº\u00df-\u00f6\u00f8-\u00ff\u0430-\u045f';

/** Those letters, digits, and the signs that prose has. No line ends, and no soft hyphen. */
const PLAIN = /^[ -~\u00a0-\u00ac\u00ae-\u00ff\u0400-\u045f–—‘’“”„…€№]*$/;
/** A mark that ends a sentence, the closing marks that belong to it, then blanks. */
const END = /[.!?](["'()[\]{}«»‘’“”„]*)([ \u00a0]*)/g;
/** Behind that, the sentence goes on: `Wait?, …`, `e.g.: …`, `?!`. */
const GOES_ON = /[,:–—.!?-]/;
/** Behind a full stop, a small letter comes before any capital or mark: `approx. 40 km`. */
const SMALL_AHEAD = new RegExp(`[^${CAPITALS}${SMALL}.!?]*[${SMALL}]`, 'y');
/** A full stop between letters, of which the second is a capital: `U.S`. */
const BETWEEN_LETTERS = new RegExp(`^[${CAPITALS}${SMALL}]\\.[${CAPITALS}]`);

/**
 * Offsets at which sentences of a plain text begin, but for the first: those that `Intl.Segmenter` gives, by the same
 * rules (UAX #29, SB6 to SB11). Asking it the first time takes 12 ms, because it looks up all languages that there are.
 * `undefined` where the text is not plain.
 */
export function plainBoundaries(text: string): number[] | undefined {
  if (!PLAIN.test(text)) return undefined;
  const found: number[] = [];
  for (const { 0: end, 1: closing, 2: blanks, index } of text.matchAll(END)) {
    const at = index + end.length;
    if (at === text.length) break;
    const next = text.charAt(at);
    if (next === ';') return undefined; // versions of Unicode differ
    if (GOES_ON.test(next)) continue;
    if (end.startsWith('.')) {
      if (closing === '' && blanks === '' && /\d/.test(next)) continue;
      if (BETWEEN_LETTERS.test(text.slice(Math.max(0, index - 1), at + 1))) continue;
      SMALL_AHEAD.lastIndex = at;
      if (SMALL_AHEAD.test(text)) continue;
    }
    found.push(at);
  }
  return found;
}

/** One sentence of a prose text, with its place in it. */
export interface Sentence {
  /** The sentence as in the text, without spaces at its ends; a wrapped one contains line ends. */
  readonly text: string;
  /** Offset of its first character in the text. */
  readonly start: number;
  /** Offset behind its last character. */
  readonly end: number;
}

/** The language of a text that does not say. */
const DEFAULT_LANGUAGE = 'en';

/**
 * The sentences of a Markdown text, in order. Between two of them lies nothing but white space (a quotation's `>` of the
 * following lines stays inside the sentence). A line end is a blank like any other, so that a text written one sentence
 * a line and the same text as one paragraph have the same sentences; an empty line, a list item, a heading, a table row
 * and a hard break part sentences. A block of code is one sentence.
 *
 * Boundaries are those of Unicode (UAX #29, by `Intl.Segmenter`), with these corrections: no boundary behind abbreviations
 * (`No. 43`, `Dr. Berg`, `U.S. forces`) and initials, before a lower-case letter (`"Stop!" he said`), or where the rest
 * would begin a list item if it stood on a line of its own; a citation belongs to the sentence before it, with or without
 * a blank (`It burnt. [@four-fires]`), and so do closing marks of emphasis.
 *
 * @param language BCP 47 tag; decides the abbreviations.
 */
export function splitSentences(text: string, language: string = DEFAULT_LANGUAGE): readonly Sentence[] {
  return proseBlocks(text).flatMap((block) => sentencesOf(block, text, language));
}

function sentencesOf(block: ProseBlock, text: string, language: string): Sentence[] {
  const raw = text.slice(block.start, block.end);
  const ends = block.verbatim || !MAY_END.test(raw) ? [] : boundaries(raw, language);
  const starts = [0, ...ends];
  return starts.flatMap((from, index) => {
    const piece = raw.slice(from, starts[index + 1] ?? raw.length);
    const trimmed = piece.trim();
    if (trimmed === '') return [];
    const start = block.start + from + piece.indexOf(trimmed);
    return [{ text: trimmed, start, end: start + trimmed.length }];
  });
}

/** Something that can end a sentence, and something behind it: most blocks of one line have none. */
const MAY_END = /[.!?…؟۔।。！？]\S{0,600}\s|[。！？]./u;

/** Offsets in a block behind each sentence but the last. */
function boundaries(raw: string, language: string): number[] {
  const masked = mask(raw, abbreviationsOf(language));
  const found = (hasOwnMarks(language) ? undefined : plainBoundaries(masked)) ?? segmented(masked, language);
  return found.filter((index) => isBoundary(raw, masked, index));
}

/** Greek asks with a semicolon. */
function hasOwnMarks(language: string): boolean {
  return /^el(?:-|$)/i.test(language);
}

function segmented(masked: string, language: string): number[] {
  const starts = Array.from(segmenterOf(language).segment(masked), ({ index }) => index);
  return starts.filter((index) => index > 0);
}

/** What would be a list item, heading, quotation or table row if it began a line. */
const BLOCK_LIKE = /^(?:[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$)|#{1,6}(?:\s|$)|>|\||={2,}|-{2,}|```|~~~)/;

function isBoundary(raw: string, masked: string, index: number): boolean {
  const after = masked.slice(index, index + 80).trimStart();
  if (/^["'“‘«([*_]*\p{Ll}/u.test(after) || BLOCK_LIKE.test(raw.slice(index, index + 20).trimStart()))
    return false;
  return /[\s。！？]/u.test(masked[index - 1] ?? '');
}

// Repetitions are bounded: no text, however odd, makes these slow.
const CITATIONS = /\s{0,20}\[(?:@[^[\]\n]{0,500}|\^[^[\]\s]{1,80})\](?!\()/g;
const CODE = /(?<!`)(`{1,9})(?!`)(?:(?!\1)[\s\S]){1,2000}?\1(?!`)|<[a-z][a-z+.-]{0,20}:[^>\s]{0,500}>/gi;
const LINK_TARGET = /(?<=\])\([^()\s]{0,1000}(?:\s{1,20}"[^"]{0,300}")?\)/g;
const CLOSING_EMPHASIS = /(?<=[.!?…؟۔।。][)"'”’»\]]*)[*_~]+(?=[)"'”’»\]]*(?:\s|$))/gu;

/**
 * The block with the same length, in which nothing misleads Unicode's rules: what only closes a sentence is brackets, code
 * and stops that end nothing are letters, line ends are blanks.
 */
function mask(raw: string, known: Abbreviations): string {
  const fill = (sign: string) => (found: string) => sign.repeat(found.length);
  return maskStops(
    raw
      .replace(CODE, fill('x'))
      .replace(CITATIONS, fill(')'))
      .replace(LINK_TARGET, fill(')'))
      .replace(CLOSING_EMPHASIS, fill(')'))
      .replace(/\n[ \t]*(?:>[ \t]?)*/g, fill(' '))
      .replace(/[\t\r\u0085\u2028\u2029]/g, ' '),
    known,
  );
}

/** Text before a full stop that could belong to an abbreviation: letters, with stops and hyphens between. */
const WORD_BEFORE = /(?<![\p{L}\p{N}])(?:\p{L}[\p{L}\p{M}]*[.-])*\p{L}[\p{L}\p{M}]*$/u;
/** What follows it: only before a blank can it be an end at all. */
const WORD_AFTER = /^[)"'”’»\]]*\s+[("'“‘«[*_]*([\p{L}\p{N}§]*)/u;
/** The longest abbreviation that is looked for, in characters. */
const REACH = 24;
/** How far behind a full stop the next word is looked for: a citation may stand between. */
const REACH_AHEAD = 600;
const LIST_NUMBER = /^(\s*\d{1,9})\.(?=\s)/;
/** A number of a day, a century or a king, whose full stop makes it an ordinal; a year ends its sentence. */
const ORDINAL = /(?<![\p{L}\p{N}.,])\d{1,2}$/u;
/** Of two initials the second may be spelt like a word that begins sentences: `Иванов А. А.` */
const NEXT_INITIAL = /^\s{1,2}\p{Lu}\./u;
const NUMBER = /^(?:\p{N}|§|[ivxlc]+$)/iu;
/** Words after which a single letter is a name by itself (`grade B.`), not an initial. */
const LETTERED =
  /(?:^|[^\p{L}])(?:annex|appendix|category|class|grade|graded|group|option|plan|type|hepatitis|vitamin)\s$/iu;

function maskStops(raw: string, known: Abbreviations): string {
  const text = raw.replace(LIST_NUMBER, '$1x');
  let masked = '';
  let from = 0;
  for (let at = text.indexOf('.'); at !== -1; at = text.indexOf('.', at + 1)) {
    const next = WORD_AFTER.exec(text.slice(at + 1, at + 1 + REACH_AHEAD))?.[1];
    const word =
      next === undefined ? undefined : WORD_BEFORE.exec(text.slice(Math.max(0, at - REACH), at))?.[0];
    const ordinal =
      known.ordinals === true ? ORDINAL.exec(text.slice(Math.max(0, at - 4), at))?.[0] : undefined;
    if (ordinal !== undefined && next !== undefined && !known.openers.has(next.toLowerCase())) {
      masked += `${text.slice(from, at)}x`;
      from = at + 1;
      continue;
    }
    if (next === undefined || word === undefined) continue;
    const start = at - word.length;
    if (/^\p{Lu}$/u.test(word) && NEXT_INITIAL.test(text.slice(at + 1, at + 8))) {
      masked += `${text.slice(from, at)}x`;
      from = at + 1;
      continue;
    }
    if (!endsNothing(word, next, text.slice(Math.max(0, start - REACH), start), known)) continue;
    masked += `${text.slice(from, start)}${word.replaceAll('.', 'x')}x`;
    from = at + 1;
  }
  return masked + text.slice(from);
}

function endsNothing(word: string, next: string, before: string, known: Abbreviations): boolean {
  const plain = word.toLowerCase();
  if (known.never.has(plain)) return true;
  if (known.beforeNumber.has(plain) && NUMBER.test(next)) return true;
  const isInitial = /^\p{Lu}$/u.test(word) && !LETTERED.test(before);
  const isDotted = /^(?:\p{L}[.-])+\p{L}$/u.test(word);
  return (isInitial || isDotted || known.mostly.has(plain)) && !known.openers.has(next.toLowerCase());
}

/** Making a segmenter costs more than using it. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(
    Intl.Segmenter.supportedLocalesOf(isTag(language) ? language : [])[0] ?? DEFAULT_LANGUAGE,
    { granularity: 'sentence' },
  );
  segmenters.set(language, made);
  return made;
}

/** `Intl` throws at a text that is no tag. */
function isTag(language: string): boolean {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language);
}
