/** The notation of a text in a file. */
export type ScalarStyle = 'double' | 'single' | 'plain' | 'block';

/** One character of a text's value (or several, or none), and where it is written: offsets into the source. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Style of a text by how it begins; in JSON every text is `double`. */
export function styleOf(source: string): ScalarStyle {
  const [first] = source;
  if (first === '"') return 'double';
  if (first === "'") return 'single';
  return first === '|' || first === '>' ? 'block' : 'plain';
}

const ESCAPE = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|\r?\n[ \t]*|([\s\S]))/y;

/** Escapes of one letter, in JSON (RFC 8259 §7) and beyond it in YAML (YAML 1.2.2 §5.7). */
const LETTERS: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/**
 * The source of a text, split into the units of its value. Line breaks are as in the source, not yet folded.
 */
export function unitsOf(source: string, style: ScalarStyle): Unit[] {
  const isQuoted = style === 'double' || style === 'single';
  const from = isQuoted ? 1 : style === 'block' ? lineEnd(source) : 0;
  const to = source.length - (isQuoted ? 1 : 0);
  const units: Unit[] = [];
  for (let at = from; at < to; ) {
    const unit = unitAt(source, at, style);
    units.push(unit);
    at = unit.end;
  }
  return units;
}

function unitAt(source: string, start: number, style: ScalarStyle): Unit {
  const character = source.charAt(start);
  if (style === 'single' && source.startsWith("''", start)) return { start, end: start + 2, value: "'" };
  if (style !== 'double' || character !== '\\') return { start, end: start + 1, value: character };
  ESCAPE.lastIndex = start;
  const [whole = character, ...groups] = ESCAPE.exec(source) ?? [];
  const [byte, short, long, letter] = groups;
  const code = byte ?? short ?? long;
  const value =
    code === undefined
      ? letter === undefined
        ? ''
        : (LETTERS[letter] ?? letter)
      : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
  return { start, end: start + whole.length, value };
}

function lineEnd(source: string): number {
  const end = source.search(/[\r\n]/);
  return end < 0 ? source.length : end + 1;
}

/** A piece of text as written in a style; `undefined` if the style cannot express it. */
export function writeIn(style: ScalarStyle, text: string): string | undefined {
  if (style === 'double') return JSON.stringify(text).slice(1, -1);
  if (/[\r\n]/.test(text)) return undefined;
  return style === 'single' ? text.replaceAll("'", "''") : text;
}
