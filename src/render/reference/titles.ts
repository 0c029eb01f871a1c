import { escapeInline } from '../wording/escape.ts';

/** The tags allowed in CSL-JSON titles; all others are text. */
const TAG = /<(\/?)(i|em|b|strong|sub|sup|sc|span)(?: (?:style|class)="[^"<>]*")?>/gi;

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-()n'].map((character, index) => [character, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ'][index] ?? character]),
);
const LOWERED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-()'].map((character, index) => [character, [...'₀₁₂₃₄₅₆₇₈₉₊₋₍₎'][index] ?? character]),
);

/** A title without its tags; superscript and subscript digits stay. */
export function plainTitle(title: string): string {
  return shifted(title).replace(TAG, '');
}

/** A title in Markdown with its italics, for a title that is not itself in italics. */
export function titleInMarkdown(title: string): string {
  const [text = '', ...rest] = shifted(title).split(/<(?:i|em)>/i);
  const pieces = rest.map((piece) => {
    const [, inside = '', after = ''] = /^([\s\S]*?)<\/(?:i|em)>([\s\S]*)$/i.exec(piece) ?? [];
    // Emphasis that begins and ends with a letter or digit works whatever is around it.
    if (!/^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(inside) || TAG.test(inside)) {
      TAG.lastIndex = 0;
      return inner(plainTitle(piece));
    }
    return `*${inner(inside)}*${inner(plainTitle(after))}`;
  });
  return (inner(plainTitle(text)) + pieces.join('')).replace(/ {2,}/g, ' ').trim();
}

/** Escapes a piece of a title, except for the spaces at its ends. */
function inner(piece: string): string {
  const [before = ''] = /^\s*/.exec(piece) ?? [];
  const text = escapeInline(piece);
  if (text === '') return before && ' ';
  return `${before && ' '}${text}${/\s$/.test(piece) ? ' ' : ''}`;
}

/** Superscript and subscript as Unicode characters where these exist: CO₂, 10⁹. */
function shifted(title: string): string {
  return title.replace(/<(sub|sup)>([^<>]{1,20})<\/\1>/gi, (whole, tag: string, inside: string) => {
    const table = tag.toLowerCase() === 'sub' ? LOWERED : RAISED;
    const characters = [...inside].map((character) => table[character]);
    return characters.some((character) => character === undefined) ? whole : characters.join('');
  });
}
