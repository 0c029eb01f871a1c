import type { YAMLError } from 'yaml';
import { type Problem, quote } from '../problem.ts';
import { severalDocuments } from './yaml-scan.ts';

/** Explains an error of the `yaml` parser to somebody who does not know the grammar. */
export function explainYamlError(error: YAMLError, text: string): Problem {
  const [start, end] = error.pos;
  if (error.code === 'MULTIPLE_DOCS') return severalDocuments(start);
  const found = restOfLine(text, start);
  const [message, help] =
    misplacedKey(error.code, text, start) ??
    closedEarly(error.code, text, start) ??
    wording(error.code, found);
  const isTab = error.code === 'TAB_AS_INDENT';
  return {
    rule: isTab ? 'yaml-tab' : 'yaml-syntax',
    message,
    help,
    start,
    end: isTab ? end : start + Math.max(1, found.length),
  };
}

/** Error codes caused by a key in an unexpected column. */
const OF_INDENTATION: ReadonlySet<YAMLError['code']> = new Set([
  'MISSING_CHAR',
  'BAD_INDENT',
  'UNEXPECTED_TOKEN',
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
]);
/** How many lines above are searched for the columns of keys. */
const LINES_ABOVE = 200;

/** A key in a column where no key above it begins: three spaces instead of four. */
function misplacedKey(
  code: YAMLError['code'],
  text: string,
  at: number,
): [message: string, help: string] | undefined {
  if (!OF_INDENTATION.has(code)) return undefined;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const line = restOfLine(text, lineStart);
  const own = columnOf(line);
  if (own === undefined) return undefined;
  const above = text.slice(0, lineStart).split('\n').slice(-LINES_ABOVE).reverse();
  const open: number[] = [];
  for (const other of above) {
    const column = columnOf(other);
    if (column === undefined || column >= (open.at(-1) ?? Number.POSITIVE_INFINITY)) continue;
    open.push(column);
    if (/^\s*-\s/.test(other)) open.push(other.search(/\S/));
    if (open.at(-1) === 0) break;
  }
  const [nearest] = open
    .filter((column) => column > 0)
    .toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own));
  if (open.includes(own) || nearest === undefined || Math.abs(nearest - own) > 2) return undefined;
  return [
    `This line begins behind ${blanks(own)}, and nothing above it does.`,
    `Indent it by ${blanks(nearest)}: the keys of one object begin in the same column.`,
  ];
}

/** Text behind a quote that ends the text before it: `'it's over'`. */
function closedEarly(
  code: YAMLError['code'],
  text: string,
  at: number,
): [message: string, help: string] | undefined {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trimEnd();
  const mark = before.at(-1);
  const isQuoted = (mark === '"' || mark === "'") && restOfLine(text, at).includes(mark);
  if (code !== 'UNEXPECTED_TOKEN' || !isQuoted || before.indexOf(mark) === before.length - 1)
    return undefined;
  const inner = mark === '"' ? '\\"' : "''";
  return [
    `The quoted text ends before ${quote(restOfLine(text, at))}.`,
    `A quotation mark within it is written \`${inner}\`, or typographically: “ ” ’.`,
  ];
}

/** Column of a line's key, after the `-` of a list; `undefined` if it has none. */
function columnOf(line: string): number | undefined {
  const [, indent, dash = ''] = /^( *)((?:- +)*)["']?[\w$@./-]{1,80}["']?\s*:(?:\s|$)/.exec(line) ?? [];
  return indent === undefined ? undefined : indent.length + dash.length;
}

function blanks(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`;
}

function wording(code: YAMLError['code'], found: string): [message: string, help: string] {
  const shown = quote(found);
  switch (code) {
    case 'TAB_AS_INDENT':
      return [
        'This line is indented with a tab; YAML is indented with spaces only.',
        'Replace every tab before the text by two spaces.',
      ];
    case 'BAD_SCALAR_START':
      return [
        `Text cannot begin with ${quote(found.charAt(0))} unless it stands in quotes.`,
        'Put the whole text in double quotes.',
      ];
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (!found.includes(': ')) {
        return [
          `Below ${shown}, which is a value already, follows a key.`,
          'Give the key the column of its neighbours, or remove the value above it.',
        ];
      }
      return [
        `${shown} holds a colon and a space, which makes it look like a key inside a value.`,
        'Put the text in double quotes; or, if it is a key, give it a line of its own in the column of its neighbours.',
      ];
    case 'MULTILINE_IMPLICIT_KEY':
      return [
        `${shown} was read as a key that goes on over several lines.`,
        'Write `: ` (a colon and a space) after every key; indent text that goes on.',
      ];
    case 'BAD_INDENT':
      return [
        'The indentation of this line fits nothing above it.',
        'The keys of one object begin in the same column, and so do the `-` of one list.',
      ];
    case 'BAD_DQ_ESCAPE':
      return [
        `${quote(found.slice(0, 2))} means nothing in double quotes.`,
        'Write a backslash itself as `\\\\`, or put the text in single quotes.',
      ];
    case 'MISSING_CHAR':
      return [
        `Something is missing at ${shown}: a key without \`: \`, or text without its closing quote.`,
        'Write `: ` (a colon and a space) after every key, and close every quote.',
      ];
    case 'KEY_OVER_1024_CHARS':
      return ['A key of more than 1024 characters was read here.', 'Look for text that lacks its quotes.'];
    case 'BLOCK_IN_FLOW':
      return [
        'Inside brackets the items are separated by commas, not by lines that begin with `-`.',
        'Use one of the two ways of writing a list.',
      ];
    case 'BAD_COLLECTION_TYPE':
    case 'UNEXPECTED_TOKEN':
      return [
        `${shown} is not allowed here.`,
        'Look for a missing `: `, a missing quote or a wrong indentation here or in the line above.',
      ];
    default:
      return [
        `${shown} cannot be read as YAML.`,
        'Look for a missing `: `, a missing quote or a wrong indentation here or in the line above.',
      ];
  }
}

function restOfLine(text: string, start: number): string {
  return (/^[^\r\n]*/.exec(text.slice(start, start + 1000))?.[0] ?? '').trimEnd();
}
