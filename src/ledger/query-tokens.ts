import { UsageFault } from '../model/fault.ts';

/** A word or sign of a query, and where it stands. */
export type Token = { readonly at: number } & (
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'comma'; readonly text: string }
  | { readonly kind: 'compare'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string; readonly isQuoted: boolean }
);

const TOKEN = /\s*(?:([()])|(,)|(!=|<=|>=|[:=<>])|"((?:[^"\\]|\\.)*)"|(-(?=[^\s\d]))|([^\s()",:=<>!]+|!))/gy;
/** A value after a comparison: labels contain colons (`TLP:GREEN`). */
const BARE_VALUE = /\s*([^\s()",]+)/y;
/** Throws UsageFault, with the place, for an unterminated text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const from = TOKEN.lastIndex;
    const isValue = /^(?:compare|comma)$/.test(tokens.at(-1)?.kind ?? '');
    BARE_VALUE.lastIndex = from;
    const [all, value] = (isValue && BARE_VALUE.exec(text)) || [];
    if (all !== undefined && value !== undefined) {
      tokens.push({ kind: 'word', text: value, isQuoted: true, at: from + all.length - value.length });
      TOKEN.lastIndex = BARE_VALUE.lastIndex;
      continue;
    }
    const found = TOKEN.exec(text);
    const at = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
    if (!found) throw queryFault(text, at, 'A quotation mark has no other to close it.');
    const [, bracket, comma, compare, quoted, minus, word = ''] = found;
    if (bracket) tokens.push({ kind: bracket === '(' ? 'open' : 'close', text: bracket, at });
    else if (comma) tokens.push({ kind: 'comma', text: comma, at });
    else if (compare) tokens.push({ kind: 'compare', text: compare, at });
    else if (quoted !== undefined) {
      tokens.push({ kind: 'word', text: quoted.replace(/\\(.)/g, '$1'), isQuoted: true, at });
    } else if (minus) tokens.push({ kind: 'not', text: minus, at });
    else if (/^(?:and|or|not)$/i.test(word)) {
      tokens.push({ kind: word.toLowerCase() as 'and' | 'or' | 'not', text: word, at });
    } else tokens.push({ kind: 'word', text: word, isQuoted: false, at });
  }
  return tokens;
}

/** An error that shows the query with a mark below the place. */
export function queryFault(text: string, at: number, message: string): UsageFault {
  const shown = text.replace(/\s/g, ' ');
  return new UsageFault(`${message}\n  ${shown}\n  ${' '.repeat(at)}^`);
}
