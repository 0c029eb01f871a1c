import { decodeString } from 'micromark-util-decode-string';
import { memoized } from '../../model/memory/recent.ts';

/** A text normalised for searching: words in lower case, each with a space before and after. */
export interface FoldedText {
  readonly folded: string;
  /** For each code unit of `folded`, its start and end in the text; the end is exclusive. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A reference to a character, a backslash before one, bytes in an address. */
const ENCODED = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});|\\[!-/:-@[-`{-~]|(?:%[0-9a-f]{2})+/giu;
/** A tag or an address between angle brackets, a comment, the address of a link, a citation: no part of a word. */
const ASIDE = /<\/?[a-z][^<>]{0,200}>|<!--[\s\S]{0,200}?-->|\]\([^()\s]{0,2000}\)|\[@[^[\]\n]{0,500}\]/giu;
/**
 * Characters that do not end a word: marks of emphasis, code and links, apostrophes, characters without width.
 */
const SILENT = /^(?:[*_~`[\]\\'’‘‛ʼʻ´′＇]|\p{Default_Ignorable_Code_Point}|\p{Cf})/u;
const LETTER = /^[\p{L}\p{N}]/u;
/** Scripts without spaces between words: each letter counts as a word. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A character without case, diacritics and compatibility variants (NFKD); may be empty. */
const foldOf = memoized((character) => {
  if (SILENT.test(character)) return '';
  const parts = [...character.normalize('NFKD')].filter(
    (part) => !/^\p{M}/u.test(part) && !SILENT.test(part),
  );
  return [...parts.join('').toUpperCase().toLowerCase()]
    .map((part) => (part === 'ς' ? 'σ' : LETTER.test(part) ? part : ' '))
    .join('');
});

/**
 * Normalises a Markdown text so that differences in case, diacritics, width, hyphens, apostrophes, invisible
 * characters, character references, and emphasis within a word do not count. Tags, addresses of links and
 * citations follow at the end. Takes linear time.
 */
export function foldText(text: string): FoldedText {
  const fold = new Folding();
  const plain = (from: number, to: number) => {
    let at = from;
    for (const character of text.slice(from, to)) {
      fold.write(foldOf(character), at, at + character.length);
      at += character.length;
    }
  };
  const decoded = (from: number, to: number) => {
    let done = from;
    for (const { 0: found, index } of text.slice(from, to).matchAll(ENCODED)) {
      const start = from + index;
      plain(done, start);
      done = start + found.length;
      for (const character of meaningOf(found)) fold.write(foldOf(character), start, done);
    }
    plain(done, to);
  };
  const asides: (readonly [number, number])[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(ASIDE)) {
    decoded(done, index);
    done = index + found.length;
    asides.push([index, done]);
  }
  decoded(done, text.length);
  for (const [from, to] of asides) {
    fold.write(' ', from, from);
    decoded(from, to);
  }
  fold.write(' ', text.length, text.length);
  fold.unmask();
  return fold;
}

/** Letters of other alphabets that look like Latin ones, after normalisation (from UTS #39). */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', һ: 'h', н: 'h', і: 'i', ј: 'j', к: 'k', м: 'm', п: 'n' },
    ...{ о: 'o', р: 'p', ԛ: 'q', г: 'r', ѕ: 's', т: 't', ԝ: 'w', х: 'x', у: 'y', ү: 'y', ӏ: 'l' },
    ...{ α: 'a', β: 'b', ε: 'e', η: 'h', ι: 'i', κ: 'k', μ: 'm', ν: 'n', ο: 'o', ρ: 'p', τ: 't', υ: 'y' },
    ...{ χ: 'x', ζ: 'z', ω: 'w', γ: 'y' },
  }),
);
const OF_OTHERS = /[\u0370-\u052f]/;

class Folding implements FoldedText {
  folded = ' ';
  readonly starts = [0];
  readonly ends = [0];
  #isBlank = true;

  /** Adds what a piece of the text is folded to; blanks are single. */
  write(fold: string, start: number, end: number): void {
    for (const part of fold) {
      const isApart = UNSPACED.test(part);
      if ((part === ' ' || isApart) && !this.#isBlank) this.#push(' ', start, start);
      if (part === ' ') continue;
      this.#push(part, start, end);
      if (isApart) this.#push(' ', end, end);
    }
  }

  /** Replaces look-alike letters by Latin ones, in words that also contain Latin letters. */
  unmask(): void {
    if (!OF_OTHERS.test(this.folded)) return;
    this.folded = this.folded.replace(/[^ ]+/g, (word) =>
      OF_OTHERS.test(word) && /[a-z]/.test(word)
        ? word.replace(/[\u0370-\u052f]/g, (letter) => LOOKALIKES.get(letter) ?? letter)
        : word,
    );
  }

  #push(part: string, start: number, end: number): void {
    this.folded += part;
    for (let unit = 0; unit < part.length; unit += 1) {
      this.starts.push(start);
      this.ends.push(end);
    }
    this.#isBlank = part === ' ';
  }
}

/** The characters that are written as a reference, an escape or bytes. */
function meaningOf(markup: string): string {
  if (!markup.startsWith('%')) return decodeString(markup);
  try {
    return decodeURIComponent(markup);
  } catch {
    return markup;
  }
}
