import { textBefore } from '../reading/mention.ts';
import type { Span } from '../reading/quotations.ts';

/** A character in a text. */
export interface FoundCharacter extends Span {
  /** `U+200B zero width space`. */
  readonly name: string;
}

/**
 * Embeddings, overrides and isolates of the bidirectional algorithm (UAX #9): with them, text may read
 * differently than it is stored.
 */
const BIDI: Readonly<Record<string, string>> = {
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'pop directional formatting',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'pop directional isolate',
};
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/g;

/** Characters without a glyph and without a width. */
const INVISIBLE: Readonly<Record<string, string>> = {
  '\u00ad': 'soft hyphen',
  '\u034f': 'combining grapheme joiner',
  '\u061c': 'Arabic letter mark',
  '\u115f': 'Hangul filler',
  '\u1160': 'Hangul filler',
  '\u17b4': 'Khmer vowel inherent aq',
  '\u17b5': 'Khmer vowel inherent aa',
  '\u180e': 'Mongolian vowel separator',
  '\u200b': 'zero width space',
  '\u200c': 'zero width non-joiner',
  '\u200d': 'zero width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u2060': 'word joiner',
  '\u2061': 'function application',
  '\u2062': 'invisible times',
  '\u2063': 'invisible separator',
  '\u2064': 'invisible plus',
  '\u3164': 'Hangul filler',
  '\ufeff': 'byte order mark',
  '\uffa0': 'Hangul filler',
};
/** A black flag spells a region in tags: England, Scotland, Wales. */
const FLAG_TAGS = /\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}/gu;

// What names classes of Unicode takes a millisecond to set up, and hardly a text needs it: hence made where it is used.

function invisibles(): RegExp {
  // Half of a surrogate pair is no character: it is left over from an emoji that was cut.
  const named = Object.keys(INVISIBLE).join('');
  return new RegExp(
    `[${named}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufff9-\ufffb\u{e0000}-\u{e007f}]|\\p{Cs}`,
    'gu',
  );
}

function hasRightToLeft(text: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text);
}

/** Whether a text ends in a letter of a script that uses joiners to shape letters. */
function isShaped(before: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{M}]$/u.test(
    before,
  );
}

/** Whether the characters before and after belong to one emoji. */
function isWithinEmoji(before: string, behind: string): boolean {
  return (
    /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u.test(before) &&
    /^\p{Extended_Pictographic}/u.test(behind)
  );
}

export function bidiControls(text: string): FoundCharacter[] {
  return [...text.matchAll(BIDI_CONTROL)].map(({ 0: sign, index }) => found(sign, index, BIDI));
}

/**
 * Invisible characters without a purpose. Joiners between letters of scripts that need them or within an emoji,
 * and direction marks in a text with right-to-left letters, are legitimate.
 */
export function invisibleCharacters(text: string): FoundCharacter[] {
  if (!/[^\n\t\r -~\u00a0-\u00ac\u00ae-\u024f\u0370-\u052f\u2010-\u2027\u202f-\u205e]/.test(text)) return [];
  const flags = [...text.matchAll(FLAG_TAGS)].map(({ 0: flag, index }) => ({
    start: index,
    end: index + flag.length,
  }));
  return [...text.matchAll(invisibles())]
    .filter(
      ({ 0: sign, index }) =>
        !flags.some(({ start, end }) => index >= start && index < end) && !belongs(text, sign, index),
    )
    .map(({ 0: sign, index }) => found(sign, index, INVISIBLE));
}

/** The text without its invisible characters. */
export function withoutInvisible(text: string): string {
  let out = text;
  for (const { start, end } of invisibleCharacters(text).toReversed())
    out = out.slice(0, start) + out.slice(end);
  return out;
}

function belongs(text: string, sign: string, index: number): boolean {
  const before = textBefore(text, index);
  const behind = text.slice(index + sign.length);
  switch (sign) {
    case '\u200c':
      return isShaped(before);
    case '\u200d':
      return isShaped(before) || isWithinEmoji(before, behind);
    case '\u200e':
    case '\u200f':
    case '\u061c':
      return hasRightToLeft(text);
    case '\u180e':
      return /\p{Script=Mongolian}$/u.test(before);
    default:
      return false;
  }
}

function found(sign: string, start: number, names: Readonly<Record<string, string>>): FoundCharacter {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    start,
    end: start + sign.length,
    name: `U+${code} ${names[sign] ?? (/^[\ud800-\udfff]$/.test(sign) ? 'half of a character' : 'control character')}`,
  };
}
