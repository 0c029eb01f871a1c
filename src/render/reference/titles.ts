import { escapeInline } from '../wording/escape.ts';

/** The tags that titles in CSL-JSON may hold; all others are text. */
const TAG = /<(\/?)(i|em|b|strong|sub|sup|sc|span)(?: (?:style|class)="[^"<>]*")?>/gi;

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-()n'].map((character, index) => [character, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ'][index] ?? character]),
);
const LOWERED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-()'].map((character, index) => [character, [...'₀₁₂₃₄₅₆₇₈₉₊₋₍₎'][index] ?? character]),
);

/** A title without its tags; digits that were raised or lowered stay so. */
export function plainTitle(title: string): string {
  return shifted(title).replace(TAG, '');
}

/** A title in Markdown with its italics set, for one that does not stand in italics itself. */
export function titleInMarkdown(title: string): string {
  const [text = '', ...rest] = shifted(title).split(/<(?:i|em)>/i);
  const pieces = rest.map((piece) => {
    const [, inside = '', after = ''] = /^([\s\S]*?)<\/(?:i|em)>([\s\S]*)$/i.exec(piece) ?? [];
    // Emphasis holds where it begins and ends with a letter or digit, whatever stands around it.
    if (!/^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(inside) || TAG.test(inside)) {
      TAG.lastIndex = 0;
      return inner(plainTitle(piece));
    }
    return `*${inner(inside)}*${inner(plainTitle(after))}`;
  });
  return (inner(plainTitle(text)) + pieces.join('')).replace(/ {2,}/g, ' ').trim();
}

/** Escapes a piece of a title; the blanks at its ends belong to the words around it. */
function inner(piece: string): string {
  const [before = ''] = /^\s*/.exec(piece) ?? [];
  const text = escapeInline(piece);
  if (text === '') return before && ' ';
  return `${before && ' '}${text}${/\s$/.test(piece) ? ' ' : ''}`;
}

/** What is raised or lowered and has such a character is written with it: CO₂, 10⁹. */
function shifted(title: string): string {
  return title.replace(/<(sub|sup)>([^<>]{1,20})<\/\1>/gi, (whole, tag: string, inside: string) => {
    const table = tag.toLowerCase() === 'sub' ? LOWERED : RAISED;
    const characters = [...inside].map((character) => table[character]);
    return characters.some((character) => character === undefined) ? whole : characters.join('');
  });
}
