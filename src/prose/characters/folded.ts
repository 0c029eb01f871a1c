import { decodeString } from 'micromark-util-decode-string';

/** A text as its reader hears it: words in lower case with a blank before and behind each. */
export interface FoldedText {
  readonly folded: string;
  /** For each code unit of `folded`, from where to where in the text it comes; the end is exclusive. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A reference to a character, a backslash before one, bytes in an address, a tag, a comment, the address of a link. */
const MARKUP =
  /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});|\\[!-/:-@[-`{-~]|(?:%[0-9a-f]{2})+|<\/?[a-z][^<>]{0,200}>|<!--[\s\S]{0,200}?-->|\]\([^()\s]{0,2000}\)/giu;
/** Signs of emphasis, code and links inside a word, apostrophes, characters without width: the word goes on behind them. */
const SILENT = /^(?:[*_~`[\]\\'’‘‛ʼʻ´′＇]|\p{Default_Ignorable_Code_Point}|\p{Cf})/u;
const LETTER = /^[\p{L}\p{N}]/u;
/** Scripts without blanks between words: each letter is looked at by itself. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const folds = new Map<string, string>();

/** A character without case, marks and variants of form (NFKD); empty where nothing of it is heard. */
function foldOf(character: string): string {
  const known = folds.get(character);
  if (known !== undefined) return known;
  const fold = [...character.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD')]
    .filter((part) => !/^\p{M}/u.test(part) && !SILENT.test(part))
    .map((part) => (part === 'ς' ? 'σ' : LETTER.test(part) ? part : ' '))
    .join('');
  const result = SILENT.test(character) || /^\p{M}/u.test(character) ? '' : fold;
  if (folds.size < 10_000) folds.set(character, result);
  return result;
}

/**
 * Folds a text of Markdown so that one spelling stands for all: case, accents, width, hyphens, apostrophes, soft hyphens and
 * other characters without width, references to characters, and emphasis within a word make no difference. Addresses of
 * links come behind the rest. Takes time in proportion to the length.
 */
export function foldText(text: string): FoldedText {
  const fold = new Folding();
  const plain = (from: number, to: number) => {
    for (let at = from; at < to; ) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      fold.write(foldOf(character), at, at + character.length);
      at += character.length;
    }
  };
  const addresses: (readonly [number, number])[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(MARKUP)) {
    plain(done, index);
    done = index + found.length;
    if (found.startsWith('](')) addresses.push([index + 2, done - 1]);
    else for (const character of meaningOf(found)) fold.write(foldOf(character), index, done);
  }
  plain(done, text.length);
  for (const [from, to] of addresses) {
    fold.write(' ', from, from);
    plain(from, to);
  }
  fold.write(' ', text.length, text.length);
  fold.unmask();
  return fold;
}

/** Letters of other alphabets that are read as Latin ones, in the form that folding gives them (after UTS #39). */
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

  /** Letters that pose as Latin ones become those, in words that have Latin letters too: nothing else changes. */
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

/** What stands for a piece of markup: nothing for a tag or a comment, though attributes may be read as text. */
function meaningOf(markup: string): string {
  if (markup.startsWith('<!--')) return /\w/.test(markup) ? ` ${markup} ` : '';
  if (markup.startsWith('<')) return /[=\s]/.test(markup) ? ` ${markup} ` : '';
  if (!markup.startsWith('%')) return decodeString(markup);
  try {
    return decodeURIComponent(markup);
  } catch {
    return markup;
  }
}
