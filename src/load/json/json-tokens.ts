import { type Problem, quote } from '../problem.ts';

/** One token of a JSON text; `start` and `end` are offsets. `end` also stands for the end of the file. */
export interface JsonToken {
  readonly kind: 'punctuation' | 'text' | 'scalar' | 'end';
  readonly start: number;
  readonly end: number;
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_LIKE = /[+.-]*[\d.][\w.+-]*|[+-]\p{L}+|[+-]/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;
const WORD = /[\p{L}_$][\p{L}\p{N}_$-]*/uy;
const OPENING_QUOTES = new Set(['“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '`']);

/** The token after `offset`, or what is wrong with it. */
export function readToken(text: string, offset: number): JsonToken | Problem {
  const start = matchEnd(SPACE, text, offset);
  const first = text[start];
  if (first === undefined) return { kind: 'end', start, end: start };
  if ('{}[]:,'.includes(first)) return { kind: 'punctuation', start, end: start + 1 };
  if (first === '"') return readText(text, start);
  if (/[\d+.-]/.test(first)) return readNumber(text, start);
  const word = matchEnd(WORD, text, start);
  return word > start ? readWord(text, start, word) : foreign(text, start, first);
}

/** Whether what was read is a problem, not a token. */
export function isProblem(read: JsonToken | Problem): read is Problem {
  return 'rule' in read;
}

function matchEnd(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

function problem(start: number, end: number, message: string, help: string): Problem {
  return { rule: 'json-syntax', start, end, message, help };
}

function readText(text: string, start: number): JsonToken | Problem {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { kind: 'text', start, end: at + 1 };
    if (code === 0x5c) {
      const end = matchEnd(ESCAPE, text, at);
      if (end === at) return brokenEscape(text, start, at);
      at = end - 1;
    } else if (code === 0x0a || code === 0x0d) {
      return problem(
        start,
        at,
        'This text is not closed: its line ends before a closing `"`.',
        'Close it with `"`. Text of several lines is written as a list of lines, or with `\\n` for a new line.',
      );
    } else if (code < 0x20) {
      const name = code === 0x09 ? 'A tab' : `The control character U+${hex(code)}`;
      const written = code === 0x09 ? '`\\t`' : `\`\\u${hex(code)}\``;
      return problem(at, at + 1, `${name} cannot stand inside text.`, `Remove it, or write ${written}.`);
    }
  }
  return {
    ...problem(start, text.length, 'This text is not closed.', 'Close it with `"`.'),
    rule: 'truncated-file',
  };
}

function brokenEscape(text: string, start: number, at: number): Problem {
  const rest = text.slice(at);
  if (/^\\(?:u[\dA-Fa-f]{0,3})?$/.test(rest)) {
    return {
      ...problem(start, text.length, 'This text is not closed.', 'Close it with `"`.'),
      rule: 'truncated-file',
    };
  }
  if (rest[1] === 'u') {
    return problem(
      at,
      at + 2,
      '`\\u` must be followed by four hexadecimal digits.',
      'Write for instance `\\u00e9`.',
    );
  }
  const found = [...rest.slice(1, 3)][0] ?? '';
  return problem(
    at,
    at + 1 + found.length,
    `${quote(`\\${found}`)} means nothing in JSON.`,
    'A backslash itself is written twice: `\\\\`.',
  );
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

function readNumber(text: string, start: number): JsonToken | Problem {
  const end = matchEnd(NUMBER, text, start);
  const whole = Math.max(end, matchEnd(NUMBER_LIKE, text, start));
  if (end === whole) return { kind: 'scalar', start, end };
  const found = text.slice(start, whole);
  if (/^[+-]?(?:Infinity|NaN|inf|nan)$/.test(found)) return notFinite(start, whole, found);
  if (/^\d{4}-\d/.test(found)) {
    return problem(start, whole, `The date ${quote(found)} lacks its quotation marks.`, `Write "${found}".`);
  }
  return problem(
    start,
    whole,
    `${quote(found)} is not written as JSON writes numbers.`,
    correctedNumber(found),
  );
}

function correctedNumber(found: string): string {
  const corrected = found
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '');
  if (corrected !== found && matchEnd(NUMBER, corrected, 0) === corrected.length)
    return `Write ${quote(corrected)}.`;
  return 'Write a number such as `12`, `-3` or `0.75`; anything else stands in double quotes as text.';
}

function notFinite(start: number, end: number, found: string): Problem {
  return {
    rule: 'non-finite-number',
    start,
    end,
    message: `${quote(found)} is not a number that can be used here.`,
    help: 'Leave the property out where there is no figure.',
  };
}

const LITERALS = new Set(['true', 'false', 'null']);

function readWord(text: string, start: number, end: number): JsonToken | Problem {
  const word = text.slice(start, end);
  if (LITERALS.has(word)) return { kind: 'scalar', start, end };
  if (/^(?:NaN|Infinity|nan|inf)$/.test(word)) return notFinite(start, end, word);
  const isKey = /^\s*:/.test(text.slice(end, end + 200));
  if (isKey)
    return problem(start, end, `The key ${quote(word)} lacks its quotation marks.`, `Write "${word}".`);
  const lower = word.toLowerCase();
  if (LITERALS.has(lower)) {
    return problem(start, end, `${quote(word)} is written in small letters in JSON.`, `Write \`${lower}\`.`);
  }
  if (/^(?:none|nil|undefined)$/i.test(word)) {
    return problem(
      start,
      end,
      `JSON has no ${quote(word)}.`,
      'Leave the property out where nothing is known.',
    );
  }
  if (/^(?:yes|no)$/i.test(word)) {
    const meant = lower === 'yes' ? 'true' : 'false';
    return problem(start, end, `JSON has no ${quote(word)}.`, `Write \`${meant}\`, or "${word}" for text.`);
  }
  if (/"[ \t]*$/.test(text.slice(Math.max(0, start - 20), start))) {
    return problem(
      start,
      end,
      `The text before ${quote(word)} ends at this quotation mark.`,
      'A quotation mark within text is written `\\"`; or take “ and ”.',
    );
  }
  return problem(
    start,
    end,
    `The text ${quote(word)} lacks its quotation marks.`,
    'Text stands in double quotes.',
  );
}

function foreign(text: string, start: number, first: string): Problem {
  const lineEnd = matchEnd(/[^\r\n]*/y, text, start);
  const line = text.slice(start, lineEnd);
  if (/^(?:\/\/|\/\*|#)/.test(line)) {
    const end = line.startsWith('/*') && line.includes('*/') ? start + line.indexOf('*/') + 2 : lineEnd;
    return problem(
      start,
      end,
      'JSON has no comments.',
      'Remove the comment, or keep the assessment as YAML, where comments begin with `#`.',
    );
  }
  if (first === "'") {
    const quoted = /^'[^']*'/.exec(line)?.[0] ?? first;
    return problem(
      start,
      start + quoted.length,
      `${quote(quoted)} stands in single quotes; JSON knows only double quotes.`,
      'Write `"` at both ends.',
    );
  }
  if (OPENING_QUOTES.has(first)) {
    return problem(
      start,
      start + 1,
      `${quote(first)} is a typographic quotation mark; JSON knows only straight double quotes.`,
      'Write `"` at both ends.',
    );
  }
  const code = text.codePointAt(start) ?? 0;
  const character = String.fromCodePoint(code);
  const name = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)
    ? quote(character)
    : `The invisible character U+${hex(code).toUpperCase()}`;
  const help = first === ';' ? 'Write `,` instead.' : first === '=' ? 'Write `:` instead.' : 'Remove it.';
  return problem(start, start + character.length, `${name} is not allowed here.`, help);
}
