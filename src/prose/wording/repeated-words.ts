import { type Mention, mentionOf } from '../reading/mention.ts';
import type { ProseSentence } from '../reading/read-prose.ts';

/** Words that may follow themselves: the list of `retext-repeated-words`, and those of other languages. */
const MAY_REPEAT: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['had', 'that', 'can', 'blah', 'sapiens']),
  de: new Set(['die', 'der', 'das', 'den', 'dem', 'sie']),
  fr: new Set(['nous', 'vous']),
  nl: new Set(['die', 'dat']),
};
/** Words that stand twice with nothing but a blank between, offsets within `own`. Names (Duran Duran) may. */
export function repeatedWords({ own, words, start }: ProseSentence, language = 'en'): Mention[] {
  const allowed = MAY_REPEAT[language.slice(0, 2).toLowerCase()];
  return words.flatMap((word, index) => {
    const before = words[index - 1];
    if (!before) return [];
    const plain = word.text.toLowerCase();
    if (before.text.toLowerCase() !== plain || !/^\p{L}/u.test(plain)) return [];
    if (/^\p{Lu}/u.test(word.text) || allowed?.has(plain)) return [];
    const between = own.slice(before.end - start, word.start - start);
    return between.trim() === '' ? mentionOf(own, before.start - start, word.end - start) : [];
  });
}

/** Roughly: what is no sign of ASCII or of general punctuation may be a letter. */
const LETTER = '[a-z\\u00aa-\\u1fff\\u2070-\\uffff]';
const TWIN = new RegExp(`(?<!${LETTER}['’-]?)(${LETTER}+(?:['’-]${LETTER}+)*)\\s+\\1(?!${LETTER})`);

/** Whether a word may stand twice in a text: a quick look, without regard for quotations and code. */
export function hasTwin(text: string): boolean {
  return TWIN.test(text.toLowerCase());
}
