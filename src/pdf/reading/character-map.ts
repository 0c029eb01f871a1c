import { Budget, MAX_WORK } from './budget.ts';
import { Lexer } from './lexer.ts';
import { Keyword, Text } from './values.ts';

/** Most characters in one map. */
const MAX_CHARACTERS = 70_000;

/** Most codes in one range, after the first. */
const MAX_IN_RANGE = 0xffff;
/** Cost of a character of a map, in characters processed. */
const COST_OF_CHARACTER = 64;

/** Glyph codes to characters: a `ToUnicode` map (9.10.3), as far as `bfchar` and `bfrange` go. */
export function readCharacterMap(bytes: Buffer, budget = new Budget(MAX_WORK)): ReadonlyMap<number, string> {
  const lexer = new Lexer(bytes.toString('latin1'), 0, budget);
  const characters = new Map<number, string>();
  let section: 'bfchar' | 'bfrange' | undefined;
  let row: Text[] = [];
  const add = (first: number, last: number, target: string) => {
    budget.spend(COST_OF_CHARACTER * (1 + Math.max(0, Math.min(last - first, MAX_IN_RANGE))));
    addRange(characters, first, last, target);
  };
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (token instanceof Keyword) {
      section =
        token.word === 'beginbfchar' ? 'bfchar' : token.word === 'beginbfrange' ? 'bfrange' : undefined;
      row = [];
    } else if (section !== undefined && token instanceof Text) {
      row.push(token);
      if (row.length < (section === 'bfchar' ? 2 : 3)) continue;
      const [first, last, target] = section === 'bfchar' ? [row[0], row[0], row[1]] : row;
      add(code(first), code(last), utf16(target));
      row = [];
    } else if (section === 'bfrange' && Array.isArray(token) && row.length === 2) {
      const first = code(row[0]);
      token.forEach((item, index) => {
        if (item instanceof Text) add(first + index, first + index, utf16(item));
      });
      row = [];
    }
  }
  return characters;
}

function addRange(characters: Map<number, string>, first: number, last: number, target: string): void {
  const end = Math.min(last, first + MAX_IN_RANGE);
  const start = target.slice(0, -1);
  const final = target.charCodeAt(target.length - 1);
  for (let glyph = first; glyph <= end && characters.size < MAX_CHARACTERS; glyph += 1) {
    characters.set(glyph, target === '' ? '' : start + String.fromCharCode(final + glyph - first));
  }
}

function code(text: Text | undefined): number {
  return [...(text?.bytes ?? '').slice(0, 4)].reduce((sum, char) => sum * 256 + char.charCodeAt(0), 0);
}

function utf16(text: Text | undefined): string {
  const bytes = Buffer.from(text?.bytes ?? '', 'latin1');
  return bytes
    .subarray(0, bytes.length - (bytes.length % 2))
    .swap16()
    .toString('utf16le');
}
