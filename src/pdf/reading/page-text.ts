import { readCharacterMap } from './character-map.ts';
import { Lexer } from './lexer.ts';
import type { PdfFile } from './pdf-file.ts';
import { type Dictionary, Keyword, Name, type PdfValue, Text } from './values.ts';

/** Most operators and values read from one page. */
const MAX_TOKENS = 5_000_000;
/** Cost of a drawn character: words take many times the size of the file. */
const COST_OF_LETTER = 16;
/** Deepest nesting of form XObjects. */
const MAX_FORMS = 4;

/** The encoding of a font: bytes per code, and the character of each code. */
interface Font {
  readonly width: 1 | 2;
  readonly characters: ReadonlyMap<number, string>;
}

/** Operators that begin a new line, or move elsewhere: a new word follows, unless it is very close. */
const MOVES = new Set(['Tm', 'TD', 'T*', "'", '"', 'BT']);

/** Extracts the words of pages. Fonts are read once for all pages. */
export class PageReader {
  readonly #file: PdfFile;
  readonly #fonts = new Map<PdfValue, Font>();
  #left = MAX_TOKENS;

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /** The decompressed content of a page, in drawing order; empty if it cannot be decompressed. */
  content(page: Dictionary): Buffer {
    const contents = page.get('Contents') ?? null;
    const parts = Array.isArray(this.#file.resolve(contents)) ? this.#file.list(contents) : [contents];
    return Buffer.concat(
      parts.flatMap((part) => {
        const bytes = this.#file.stream(part)?.bytes() ?? Buffer.alloc(0);
        this.#file.work.spend(bytes.length);
        return [bytes, Buffer.from('\n')];
      }),
    );
  }

  /** The words of a page, in drawing order. */
  words(content: Buffer, resources: Dictionary): string[] {
    this.#left = MAX_TOKENS;
    return this.#text(content, resources, 0).split(/\s+/u).filter(Boolean);
  }

  #text(content: Buffer, resources: Dictionary, depth: number): string {
    const lexer = new Lexer(content.toString('latin1'), 0, this.#file.work);
    const fonts = this.#file.dictionary(resources.get('Font'));
    let font: Font | undefined;
    let text = '';
    let operands: PdfValue[] = [];
    for (let token = lexer.next(); token !== undefined && this.#left > 0; token = lexer.next()) {
      this.#left -= 1;
      if (!(token instanceof Keyword)) {
        operands.push(token);
        if (operands.length > 64) operands = operands.slice(-32);
        continue;
      }
      const first = operands[0];
      if (token.word === 'Tf' && first instanceof Name) font = this.#font(fonts.get(first.name));
      else if (token.word === 'Do' && first instanceof Name && depth < MAX_FORMS) {
        text += this.#drawing(first.name, resources, depth);
      } else if (MOVES.has(token.word)) text += ' ';
      if (token.word === 'Tj' || token.word === "'" || token.word === '"')
        text += this.#shown(operands.at(-1), font);
      if (token.word === 'TJ' && Array.isArray(first))
        text += first.map((item) => this.#shown(item, font)).join('');
      operands = [];
    }
    return text;
  }

  #shown(value: PdfValue | undefined, font: Font | undefined): string {
    const text = shown(value, font);
    this.#file.work.spend(text.length * COST_OF_LETTER);
    return text;
  }

  #drawing(name: string, resources: Dictionary, depth: number): string {
    const stream = this.#file.stream(this.#file.dictionary(resources.get('XObject')).get(name));
    const kind = stream?.head.get('Subtype');
    if (!stream || !(kind instanceof Name) || kind.name !== 'Form') return '';
    const own = stream.head.get('Resources');
    return ` ${this.#text(stream.bytes() ?? Buffer.alloc(0), own ? this.#file.dictionary(own) : resources, depth + 1)} `;
  }

  #font(value: PdfValue | undefined): Font {
    const dictionary = this.#file.dictionary(value);
    const known = this.#fonts.get(dictionary);
    if (known) return known;
    const kind = dictionary.get('Subtype');
    const map = this.#file.stream(dictionary.get('ToUnicode'))?.bytes();
    const font: Font = {
      width: kind instanceof Name && kind.name === 'Type0' ? 2 : 1,
      characters: map ? readCharacterMap(map, this.#file.work) : new Map(),
    };
    this.#fonts.set(dictionary, font);
    return font;
  }
}

/** A string as its font shows it; a code without a character is shown as a replacement box. */
function shown(value: PdfValue | undefined, font: Font | undefined): string {
  if (!(value instanceof Text)) return '';
  const width = font?.width ?? 1;
  let text = '';
  for (let at = 0; at + width <= value.bytes.length; at += width) {
    const code =
      width === 2
        ? value.bytes.charCodeAt(at) * 256 + value.bytes.charCodeAt(at + 1)
        : value.bytes.charCodeAt(at);
    text += font?.characters.get(code) ?? '\ufffd';
  }
  return text;
}
