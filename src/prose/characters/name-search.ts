import { AhoCorasick } from '@monyone/aho-corasick';
import { type FoldedText, foldText } from './folded.ts';

/** An occurrence of a name. */
export interface FoundName<Name> {
  readonly name: Name;
  /** As written in the text, including markup. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** Whether it has an ending: a plural, a genitive. */
  readonly inflected: boolean;
}

/** Length of text searched at once, in code units of the folded text. */
const WINDOW = 1_000;
/** Most matches examined: names that are parts of each other can match everywhere. */
const MAX_SEEN = 50_000;
/** Longest name searched for, in code units; longer ones are found by their beginning. */
const MAX_LENGTH = 400;
/** Endings of a plural or a case that a name gets, of languages that memos are written in. */
const LATIN_ENDINGS = ['s', 'es', 'n', 'en', 'e', 'er'];
const CYRILLIC_ENDINGS = 'а у е ы и о ой ою ом ам ами ах ов ев ей ем ям ями ях ю я ью'.split(' ');
/** Prefixes of Hebrew: and, the, in, as, to, from, that. */
const HEBREW_PREFIXES = ['ו', 'ה', 'ב', 'כ', 'ל', 'מ', 'ש', 'וה', 'של'];
/** Legal forms at the end of a company's name, which is also used without them. */
const LEGAL_FORM =
  /(?: (?:ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|co|company|gmbh|ag|kg|se|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|aps|pte|pty|ooo|oao|zao|pao|ооо|оао|зао|пао|ао))+ $/;
/** Shortest name that may have endings. */
const SHORTEST_STEM = 4;

interface Pattern<Name> {
  readonly name: Name;
  readonly inflected: boolean;
}

/**
 * Searches for many names at once as whole words, however they are spelt (see `foldText`). Takes linear time in
 * the length of the text, whatever the names (Aho and Corasick 1975).
 */
export class NameSearch<Name> {
  readonly #patterns = new Map<string, Pattern<Name>>();
  readonly #machine: AhoCorasick;
  readonly #overlap: number;

  /** Of names spelt alike, the first counts. Names without letters and digits are ignored. */
  constructor(names: Iterable<readonly [text: string, name: Name]>) {
    const known = [...names];
    const all = known.map(([text, name]) => ({ folded: foldedName(text), name }));
    for (const { folded, name } of all) this.#add(folded, name, false);
    for (const { folded, name } of all) {
      const joined = ` ${folded.replaceAll(' ', '')} `;
      const isInitials = /^(?: \p{L}){2,6} $/u.test(folded);
      if (isInitials || joined.length > SHORTEST_STEM + 2) this.#add(joined, name, false);
      for (const form of formsOf(folded)) this.#add(form, name, true);
      const firm = folded.replace(LEGAL_FORM, ' ');
      if (firm.length >= SHORTEST_STEM + 2) this.#add(firm, name, true);
    }
    // Z.H. for ZH: only if the name is written as initials.
    for (const [text, name] of known)
      if (/^\p{Lu}{2,6}$/u.test(text)) this.#add(` ${[...foldedName(text).trim()].join(' ')} `, name, false);
    const patterns = [...this.#patterns.keys()];
    this.#machine = new AhoCorasick(patterns);
    this.#overlap = patterns.reduce((most, pattern) => Math.max(most, pattern.length), 0);
  }

  #add(folded: string, name: Name, inflected: boolean): void {
    if (folded.trim() !== '' && !this.#patterns.has(folded)) this.#patterns.set(folded, { name, inflected });
  }

  /**
   * The names in a text, each once: its most serious occurrence, and the first of equals. In a text full of
   * names, not everything is examined.
   *
   * @param weigh how serious an occurrence is; 0 if it does not count
   */
  in(text: string, weigh: (found: FoundName<Name>) => number = () => 1): FoundName<Name>[] {
    const whole = foldText(text);
    const found = new Map<Name, { readonly weight: number; readonly place: FoundName<Name> }>();
    let seen = 0;
    for (let from = 0; from < whole.folded.length && seen < MAX_SEEN; from += WINDOW) {
      const piece = whole.folded.slice(from, from + WINDOW + this.#overlap);
      for (const { begin, keyword } of this.#machine.matchInText(piece)) {
        const pattern = this.#patterns.get(keyword);
        if (!pattern) continue;
        seen += 1;
        const where = placeOf(text, whole, from + begin, keyword);
        // An ending after an apostrophe does not change the name: "Quietman’s".
        const inflected = pattern.inflected && !/['’‘ʼ]s?$/.test(where.written);
        const place = { name: pattern.name, inflected, ...where };
        const weight = weigh(place) - (place.inflected ? 0.5 : 0);
        if (weight > (found.get(pattern.name)?.weight ?? 0)) found.set(pattern.name, { weight, place });
      }
    }
    return [...found.values()].map(({ place }) => place).sort((one, other) => one.start - other.start);
  }
}

/** A name as searched for, with a space before and after; blank if there is nothing to search for. */
export function foldedName(text: string): string {
  const { folded } = foldText(text);
  return folded.slice(0, folded.lastIndexOf(' ', MAX_LENGTH) + 1);
}

/** The same name with endings and prefixes. */
function formsOf(folded: string): string[] {
  const name = folded.slice(0, -1);
  const last = name.slice(name.lastIndexOf(' ') + 1);
  const forms: string[] = [];
  if (last.length >= SHORTEST_STEM && /[a-z]$/.test(last)) {
    forms.push(...LATIN_ENDINGS.map((ending) => `${name}${ending} `));
    if (last.endsWith('y')) forms.push(`${name.slice(0, -1)}ies `);
  } else if (/^[a-z]{2,}$/.test(last)) {
    forms.push(`${name}s `); // several of what an abbreviation names
  }
  if (last.length >= SHORTEST_STEM && /[а-я]$/.test(last)) {
    const stem = name.replace(/[аеиоуыьэюя]$/, '');
    forms.push(...['', ...CYRILLIC_ENDINGS].map((ending) => `${stem}${ending} `));
  }
  if (/^ [\u05d0-\u05ea]{2}/.test(folded))
    forms.push(...HEBREW_PREFIXES.map((prefix) => ` ${prefix}${folded.slice(1)}`));
  return forms;
}

/** The spaces at both ends of a pattern are not part of the match. */
function placeOf(text: string, { starts, ends }: FoldedText, at: number, pattern: string) {
  const start = starts[at + 1] ?? 0;
  const end = ends[at + pattern.length - 2] ?? text.length;
  return { written: text.slice(start, end), start, end };
}
