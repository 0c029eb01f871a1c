import { quoted } from '../model/shown-text.ts';
import { MAX_NESTING, MAX_VALUES } from './limits.ts';
import type { LineIndex } from './line-index.ts';

/** A problem of a file as text, before there is data: places are offsets (UTF-16 code units from 0). */
export interface Problem {
  /** Permanent name of the rule. */
  readonly rule: string;
  /** An error by default; a warning if the data are certain, but probably not what was meant. */
  readonly severity?: 'warning';
  readonly message: string;
  readonly help?: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** JSON pointer of the value, if known. */
  readonly pointer?: string;
}

/** Quotes what was found, shortened, on one line and without the characters that a terminal would obey. */
export function quote(found: string, most = 40): string {
  return quoted(found, most);
}

/** An object, list or text that is still open, with the offset of its first character. */
export interface Open {
  readonly what: 'object' | 'list' | 'text';
  readonly at: number;
}

/**
 * The file ends too early: says what was open, innermost first; placed at the end of the file's last content.
 */
export function truncated(text: string, open: readonly Open[], lines: LineIndex): Problem {
  const end = text.trimEnd().length;
  const innermost = open.at(-1);
  if (innermost === undefined) {
    return {
      rule: 'truncated-file',
      message: 'The file ends before anything began.',
      help: 'An assessment is one object: it begins with `{` and ends with `}`.',
      start: end,
      end,
    };
  }
  const place = (one: Open) => {
    const at = lines.place(one.at, one.at);
    return `line ${at.line}, column ${at.column}`;
  };
  const around =
    open.length > 1 ? `, ${open.length - 1} more around it ${open.length > 2 ? 'are' : 'is'} open too` : '';
  return {
    rule: 'truncated-file',
    message: `The file ends inside the ${innermost.what} that opens at ${place(innermost)}${around}.`,
    help: 'Was the file saved or copied whole? Otherwise close what is open.',
    start: end,
    end,
  };
}

/** The nesting exceeds the limit at `start`. */
export function nestingTooDeep(start: number): Problem {
  return {
    rule: 'nesting-too-deep',
    message: `Objects and lists are nested more than ${MAX_NESTING} deep here.`,
    help: 'An assessment needs no more than 7 levels; look for brackets that are never closed.',
    start,
    end: start + 1,
  };
}

/** The number of keys and values exceeds the limit at `start`. */
export function tooManyValues(start: number): Problem {
  return {
    rule: 'too-many-values',
    message: `The file holds more than ${MAX_VALUES.toLocaleString('en')} keys and values; those from here on are too many.`,
    help: 'Is it an assessment? Otherwise divide it.',
    start,
    end: start + 1,
  };
}

/** A file without any data. */
export function emptyFile(start: number): Problem {
  return {
    rule: 'empty-file',
    message: 'The file is empty.',
    help: 'An assessment needs at least `id`, `form`, `title`, `asOf`, `marking` and one judgment.',
    start,
    end: start,
  };
}
