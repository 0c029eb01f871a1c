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
    if (!before || word.quoted || before.quoted) return [];
    const plain = word.text.toLowerCase();
    if (before.text.toLowerCase() !== plain || !/^\p{L}/u.test(plain)) return [];
    if (/^\p{Lu}/u.test(word.text) || allowed?.has(plain)) return [];
    const between = own.slice(before.end - start, word.start - start);
    return between.trim() === '' ? mentionOf(own, before.start - start, word.end - start) : [];
  });
}

/** Whether a word may stand twice in a text: a quick look, without regard for quotations and code. */
export function hasTwin(text: string): boolean {
  const plain = text.toLowerCase();
  let start = 0; // of the letters that end at `at`
  let before = ''; // the word behind which there have been only blanks
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    if (isBlank(code)) {
      if (at > start) before = plain.slice(start, at);
      else if (!isBlank(plain.charCodeAt(at - 1))) before = '';
      start = at + 1;
      continue;
    }
    const opens = before !== '' && at > 0 && isBlank(plain.charCodeAt(at - 1));
    if (opens && plain.startsWith(before, at) && !isLetter(plain.charCodeAt(at + before.length))) return true;
    if (!isLetter(code)) start = at + 1;
  }
  return false;
}

function isBlank(code: number): boolean {
  return code <= 0x20 || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));
}

/** Roughly: what is no sign of ASCII or of general punctuation may be a letter. */
function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xaa && (code < 0x2000 || code > 0x206f));
}
