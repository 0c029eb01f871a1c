import { Lexer } from 'yaml';
import { MAX_NESTING, MAX_VALUES } from '../limits.ts';
import type { LineIndex } from '../line-index.ts';
import { nestingTooDeep, type Open, type Problem, quote, tooManyValues, truncated } from '../problem.ts';

/** Marks that the lexer of `yaml` puts between the pieces of the text; they are not in the text themselves. */
const DOCUMENT = '\u0002';
const FLOW_ERROR = '\u0018';
const SCALAR = '\u001f';
const MARKS = new Set([DOCUMENT, FLOW_ERROR, SCALAR]);

/** Columns count as levels here, and a list may be in its key's column: the reader counts exactly. */
const MAX_COLUMNS = MAX_NESTING + 2;

/**
 * Scans a YAML text, without recursion, for problems that must be known before parsing (nesting that could
 * overflow the stack) or that its tokens show better than the parser: tabs, tags, directives, a second
 * document, unclosed brackets and quotes. Returns the first one.
 */
export function findYamlMistake(text: string, lines: LineIndex): Problem | undefined {
  const flow: Open[] = [];
  const columns: number[] = [];
  let offset = 0;
  let isScalar = false;
  let begun = false;
  let opensLevel = false; // whether the next token, where it stands, can open a level of its own
  let values = 0;
  for (const token of new Lexer().lex(text)) {
    if (!isScalar && MARKS.has(token)) {
      if (token === FLOW_ERROR) return notClosed(text, offset, flow, lines);
      isScalar = token === SCALAR;
      continue;
    }
    const start = offset;
    offset += token.length;
    const kind = isScalar ? 'scalar' : kindOf(token);
    isScalar = false;
    if (kind === 'space') {
      const tab = indentingTab(text, start);
      if (tab) return tab;
      continue;
    }
    if (kind === 'comment') continue;
    if (kind === 'directive') return directive(token, start);
    if (kind === 'document') {
      if (begun && token === '---') return severalDocuments(start);
      continue;
    }
    begun = true;
    if (kind === 'scalar' || kind === 'quoted') values += 1;
    if (values > MAX_VALUES) return tooManyValues(start);
    if (kind === 'tag') return tag(token, start);
    if (kind === 'open') {
      flow.push({ what: token === '{' ? 'object' : 'list', at: start });
    } else if (kind === 'close') {
      flow.pop();
    } else if (kind === 'quoted' && !isClosed(token)) {
      return truncated(text, [...flow, { what: 'text', at: start }], lines);
    }
    opensLevel = opensLevel || startsLine(text, start);
    if (flow.length === 0 && opensLevel) enterColumn(columns, lines.place(start, start).column);
    opensLevel = kind === 'other' && (token === '-' || token === '?' || (token === ':' && opensLevel));
    if (columns.length + flow.length > MAX_COLUMNS) return nestingTooDeep(start);
  }
  return flow.length > 0 ? truncated(text, flow, lines) : undefined;
}

type Kind =
  | 'scalar'
  | 'space'
  | 'comment'
  | 'directive'
  | 'document'
  | 'tag'
  | 'open'
  | 'close'
  | 'quoted'
  | 'other';

function kindOf(token: string): Kind {
  if (/^[ \t\r\n]*$/.test(token)) return 'space';
  if (token === '---' || token === '...') return 'document';
  switch (token.charAt(0)) {
    case '#':
      return 'comment';
    case '%':
      return 'directive';
    case '!':
      return 'tag';
    case '{':
    case '[':
      return 'open';
    case '}':
    case ']':
      return 'close';
    case '"':
    case "'":
      return 'quoted';
    default:
      return 'other';
  }
}

/** Whether only spaces precede it on its line. */
function startsLine(text: string, start: number): boolean {
  let at = start - 1;
  while (text[at] === ' ') at -= 1;
  return at < 0 || text[at] === '\n' || text[at] === '\r';
}

/** A token further right than the open levels begins a new level. */
function enterColumn(columns: number[], column: number): void {
  while ((columns.at(-1) ?? 0) > column) columns.pop();
  if (columns.at(-1) !== column) columns.push(column);
}

function isClosed(quoted: string): boolean {
  return quoted.startsWith('"') ? /^"(?:[^"\\]|\\[\s\S])*"$/.test(quoted) : /^'(?:[^']|'')*'$/.test(quoted);
}

function indentingTab(text: string, start: number): Problem | undefined {
  if (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) return undefined;
  const indent = /^[ \t]*/.exec(text.slice(start, start + 1000))?.[0] ?? '';
  const after = text[start + indent.length];
  if (!indent.includes('\t') || after === undefined || /[\r\n#]/.test(after)) return undefined;
  const tab = start + indent.indexOf('\t');
  const tabs = /^\t+/.exec(indent.slice(indent.indexOf('\t')))?.[0].length ?? 1;
  return {
    rule: 'yaml-tab',
    message: 'This line is indented with a tab; YAML is indented with spaces only.',
    help: 'Replace every tab before the text by two spaces.',
    start: tab,
    end: tab + tabs,
  };
}

function notClosed(text: string, at: number, flow: readonly Open[], lines: LineIndex): Problem {
  const innermost = flow.at(-1);
  if (innermost === undefined || text.slice(at).trim() === '') return truncated(text, flow, lines);
  const place = lines.place(innermost.at, innermost.at);
  const close = innermost.what === 'object' ? '}' : ']';
  return {
    rule: 'yaml-syntax',
    message: `The ${innermost.what} that opens at line ${place.line}, column ${place.column} is not closed before this line begins.`,
    help: `Close it with \`${close}\`, or indent this line if it still belongs to it.`,
    start: at,
    end: Math.max(at, at + (/^[^\r\n]*/.exec(text.slice(at, at + 1000))?.[0].trimEnd().length ?? 0)),
  };
}

function directive(token: string, start: number): Problem {
  return {
    rule: 'yaml-directive',
    message: `${quote(token)} is a YAML directive; files here are read as YAML 1.2 without any.`,
    help: 'Remove the line.',
    start,
    end: start + token.length,
  };
}

function tag(token: string, start: number): Problem {
  return {
    rule: 'yaml-tag',
    message: `${quote(token)} is a YAML tag; tags are not used here.`,
    help: 'Remove it. Text that looks like a number or a date goes in quotes; text that begins with `!` too.',
    start,
    end: start + token.length,
  };
}

/** A second document in one file, at `start`. */
export function severalDocuments(start: number): Problem {
  return {
    rule: 'several-documents',
    message: 'A second YAML document begins here; a file holds one.',
    help: 'Remove the `---`, or move what follows to a file of its own.',
    start,
    end: start + 3,
  };
}
