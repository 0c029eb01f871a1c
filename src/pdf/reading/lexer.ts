import { Budget, COST_OF_VALUE, MAX_WORK } from './budget.ts';
import { type Dictionary, Keyword, Name, type PdfValue, Reference, Text, UnreadablePdf } from './values.ts';

/** Deepest nesting allowed: more would only overflow the stack. */
const MAX_DEPTH = 64;

const SPACE = /[\0\t\n\f\r ]*/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const REFERENCE = /[\0\t\n\f\r ]+\d{1,10}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const HEX = /[0-9A-Fa-f\0\t\n\f\r ]*/y;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

type Closing = ']' | '>>';

/**
 * Reads values and words in order. Every step advances by at least one character, so that it always ends.
 * `text` has one character for each byte. Throws UnreadablePdf if the budget is exceeded.
 */
export class Lexer {
  constructor(
    readonly text: string,
    public at = 0,
    private readonly budget = new Budget(MAX_WORK),
  ) {}

  /** The next value or word; `undefined` at the end. Throws UnreadablePdf for excessive nesting. */
  next(): PdfValue | Keyword | undefined {
    const read = this.#read(0);
    // An unmatched bracket is returned as an unknown word.
    return typeof read === 'string' ? new Keyword(read) : read;
  }

  /** Skips white space. */
  skipSpace(): void {
    this.#match(SPACE);
    while (this.text[this.at] === '%') {
      const end = /[\r\n]/g;
      end.lastIndex = this.at;
      const start = this.at;
      this.at = end.exec(this.text)?.index ?? this.text.length;
      this.budget.spend(this.at - start + 1);
      this.#match(SPACE);
    }
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) {
      this.budget.spend(found.length);
      this.at += found.length;
    }
    return found;
  }

  #read(depth: number): PdfValue | Keyword | Closing | undefined {
    if (depth > MAX_DEPTH) throw new UnreadablePdf('Its objects are nested too deep.');
    this.budget.spend(COST_OF_VALUE);
    this.skipSpace();
    const char = this.text[this.at];
    switch (char) {
      case undefined:
        return undefined;
      case '/':
        this.at += 1;
        return new Name(unescapedName(this.#match(REGULAR) ?? ''));
      case '(':
        return this.#literal();
      case '[':
        this.at += 1;
        return this.#items(']', depth);
      case ']':
        this.at += 1;
        return ']';
      case '<':
        return this.text[this.at + 1] === '<' ? this.#dictionary(depth) : this.#hex();
      case '>':
        this.at += this.text[this.at + 1] === '>' ? 2 : 1;
        return '>>';
      default:
        return this.#plain(char);
    }
  }

  #plain(char: string): PdfValue | Keyword {
    const number = this.#match(NUMBER);
    if (number !== undefined) {
      if (/^\d{1,10}$/.test(number) && this.#match(REFERENCE) !== undefined)
        return new Reference(Number(number));
      return Number(number);
    }
    const word = this.#match(REGULAR);
    if (word === undefined) {
      this.at += 1; // a stray bracket
      return new Keyword(char);
    }
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new Keyword(word);
  }

  #items(closing: Closing, depth: number): PdfValue[] {
    const items: PdfValue[] = [];
    for (;;) {
      const item = this.#read(depth + 1);
      if (item === undefined || item === closing) return items;
      if (item instanceof Keyword || typeof item === 'string') continue;
      items.push(item);
    }
  }

  #dictionary(depth: number): Dictionary {
    this.at += 2;
    const items = this.#items('>>', depth);
    const found = new Map<string, PdfValue>();
    for (let index = 0; index < items.length; index += 2) {
      const key = items[index];
      if (key instanceof Name) found.set(key.name, items[index + 1] ?? null);
      else index -= 1; // find the next key
    }
    return found;
  }

  #hex(): Text {
    this.at += 1;
    const digits = (this.#match(HEX) ?? '').replace(/[^0-9A-Fa-f]/g, '');
    if (this.text[this.at] === '>') this.at += 1;
    return new Text(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1'));
  }

  /** Parentheses inside are balanced; a backslash escapes what follows (7.3.4.2). */
  #literal(): Text {
    let out = '';
    let open = 0;
    for (; this.at < this.text.length; this.at += 1) {
      this.budget.spend(4); // each character is stored separately at first
      const char = this.text.charAt(this.at);
      if (char === '\\') {
        this.at += 1;
        out += this.#escape();
        continue;
      }
      if (char === '(') open += 1;
      if (char === ')') open -= 1;
      if (open === 0) {
        this.at += 1;
        return new Text(out.slice(1));
      }
      out += char;
    }
    return new Text(out.slice(1));
  }

  /** The character of an escape sequence; `at` is then on its last character. */
  #escape(): string {
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at, this.at + 3))?.[0];
    if (octal !== undefined) {
      this.at += octal.length - 1;
      return String.fromCharCode(Number.parseInt(octal, 8) % 256);
    }
    const char = this.text.charAt(this.at);
    if (char === '\r' && this.text[this.at + 1] === '\n') this.at += 1;
    return char === '\r' || char === '\n' ? '' : (ESCAPES.get(char) ?? char);
  }
}

function unescapedName(name: string): string {
  const bytes = name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
