import { type CitedItem, citationsIn } from '../../model/citation.ts';
import { isReference } from './pictures.ts';

/** Returns the note references for one citation bracket; for pictures, words of the text. */
export type Cite = (items: readonly CitedItem[]) => string;

/** An escaped character, a run of backticks, anything else. */
const PIECES = /\\[\s\S]|`+|[^\\`]+|\\/g;

/** An ampersand that begins no entity: an entity could spell a scheme. */
const AMPERSAND = '&(?!#|(?!amp;)[a-z]{1,30};)';

/** A character of an address without another meaning in Markdown. */
const CHARACTER = String.raw`(?:[^\s<>[\]()\\|!&\x60]|${AMPERSAND})`;

/** An address; parentheses are balanced. */
const ADDRESS = String.raw`(?:${CHARACTER}|\(${CHARACTER}*\))*`;

/**
 * Characters at which an address in running text ends, in addition to those of GitHub's Markdown: non-ASCII
 * punctuation (quotation marks, ellipsis, dashes, brackets, full stops of other scripts) and invisible
 * characters. GitHub would make them part of the address, and the link would be dead. In angle brackets, an
 * address may contain them.
 */
const NOT_IN_TEXT = [
  String.raw`\u00a1\u00a7\u00ab\u00ad\u00b6\u00b7\u00bb\u00bf`, // Latin-1: quotation marks, soft hyphen
  String.raw`\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965`, // Hebrew, Arabic, Devanagari
  String.raw`\u200b-\u206f`, // invisible characters, dashes, quotation marks, ellipsis
  String.raw`\u2308-\u230b\u2329\u232a\u2768-\u2775\u27e6-\u27ef\u2983-\u2998\u2e00-\u2e5d`, // brackets and older marks
  String.raw`\u3001-\u3003\u3008-\u3011\u3014-\u301f\u3030\u303d\u30fb`, // Chinese and Japanese
  String.raw`\ufe10-\ufe19\ufe30-\ufe6b\ufeff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65`, // their width variants
].join('');
const IN_TEXT = `(?:(?![${NOT_IN_TEXT}])${CHARACTER})`;
const ADDRESS_IN_TEXT = String.raw`(?:${IN_TEXT}|\(${IN_TEXT}*\))*`;

/** The only schemes that prose may link to. */
const SCHEME = '(?!(?!https?:|mailto:)[a-z][a-z0-9+.-]{0,30}:)';

/** What follows `](` in a link whose end is unambiguous. */
const TARGET = String.raw`${SCHEME}${ADDRESS}(?: +"[^"<\`[\]\\]*")?\)`;

/** Left unchanged: escaped characters, delimited addresses, links in plain form. */
const HARMLESS = [
  String.raw`\\[!-/:-@[-\x60{-~]`,
  String.raw`<(?:https?:\/\/|mailto:)[^\s<>\`]*>`,
  String.raw`\[https?:\/\/${ADDRESS}\]\(${TARGET}`,
  String.raw`\]\(${TARGET}`,
  String.raw`(?:https?:\/\/|www\.)${ADDRESS_IN_TEXT}(?=[ \t\n])`,
].join('|');

/**
 * Other addresses: the links that GitHub makes of them would include what follows, such as an escape or a note
 * reference.
 */
const HUNGRY = String.raw`(?:https?:\/\/|www\.)${ADDRESS_IN_TEXT}`;

/**
 * Escaped: a backslash before an address, raw HTML, footnote marks, images, mathematics, definitions, other
 * links.
 */
const MARKUP = String.raw`\\(?=https?:|www\.)|<(?=[A-Za-z/!?])|\[(?=\^)|!(?=\[)|\$|\](?=:)|\](?=\()`;

const FINDS = new RegExp(`${HARMLESS}|(?<hungry>${HUNGRY})|(?<markup>${MARKUP})`, 'gi');

/**
 * Makes one line of prose safe: citations become note references, markup reserved for the memo becomes text,
 * code spans stay, a single backtick becomes text.
 */
export function safeLine(line: string, cite: Cite): string {
  const spans = piecesOf(line);
  // A bar in code may be the edge of a table's cell; code then begins and ends elsewhere than it seems.
  const isCertain = !spans.some(({ isCode, text }) => isCode && text.includes('|'));
  return spans
    .map(({ isCode, text }) => {
      if (!isCode) return safeText(text, cite);
      return isCertain || neutral(text) === text ? text : safeText(text.replaceAll('`', '\\`'), cite);
    })
    .join('');
}

interface Piece {
  readonly isCode: boolean;
  readonly text: string;
}

/** Code spans and the text between them. Backticks that open no span are already escaped in the text. */
function piecesOf(line: string): Piece[] {
  const found = [...line.matchAll(PIECES)];
  const pieces: Piece[] = [];
  let text = '';
  let done = 0;
  for (const { 0: piece, index } of found) {
    if (index < done) continue; // inside a code span
    if (!piece.startsWith('`')) {
      text += piece;
      continue;
    }
    const end = endOfCode(line, index, piece.length);
    if (end < 0) {
      text += '\\`'.repeat(piece.length);
    } else {
      pieces.push({ isCode: false, text }, { isCode: true, text: line.slice(index, end) });
      text = '';
      done = end;
    }
  }
  return [...pieces, { isCode: false, text }];
}

/** The end of the code opened by a run of backticks: after the next run of the same length, or -1. */
function endOfCode(line: string, start: number, length: number): number {
  const after = start + length;
  for (const { 0: run, index } of line.slice(after).matchAll(/`+/g)) {
    if (run.length === length) return after + index + length;
  }
  return -1;
}

/** Turns citations into notes and escapes the rest. */
function safeText(text: string, cite: Cite): string {
  let out = '';
  let pending = '';
  let done = 0;
  for (const { items, start, end } of citationsIn(text)) {
    if (items.length === 0) continue;
    const before = pending + text.slice(done, start);
    pending = before.trimEnd();
    done = end;
    const notes = cite(items);
    if (notes === '') continue;
    if (isReference(notes)) pending = before;
    out += closedEnd(neutral(pending)) + notes;
    pending = '';
  }
  const rest = neutral(pending + text.slice(done));
  // A note reference followed by a colon would define a note.
  return out + (out !== '' && rest.startsWith(':') ? `\\${rest}` : rest);
}

/** Escapes a single backslash at the end, which would escape whatever follows. */
export function closedEnd(text: string): string {
  return (text.length - lengthWithout('\\', text)) % 2 === 0 ? text : `${text}\\`;
}

/** Length of a text without the given characters at its end. */
function lengthWithout(characters: string, text: string): number {
  let length = text.length;
  while (length > 0 && characters.includes(text.charAt(length - 1))) length -= 1;
  return length;
}

function neutral(text: string): string {
  return text.replace(FINDS, (found, ...rest) => {
    const { hungry, markup } = rest.at(-1) as { hungry?: string; markup?: string };
    if (hungry !== undefined) return closedAddress(hungry);
    if (markup === undefined) return found;
    return markup === ']' ? ']\\' : `\\${markup}`;
  });
}

/** An address in angle brackets, without the punctuation after it; if it has no such form, it is not linked. */
function closedAddress(address: string): string {
  const bare = address.slice(0, lengthWithout('?!.,:;*_~\'"', address));
  if (/^https?:\/\/./i.test(bare)) return `<${bare}>${address.slice(bare.length)}`;
  return address.replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&');
}
