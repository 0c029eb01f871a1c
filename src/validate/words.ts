import { quoted } from '../model/shown-text.ts';

/** Plain words for values and types: the reader knows threat assessment, not JSON Schema. */

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'an object',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  null: 'nothing',
};

/** `['string', 'array']` to "text or a list". */
export function nameTypes(types: string | readonly string[]): string {
  return joinOr([types].flat().map((type) => TYPE_NAMES[type] ?? type));
}

/** "the number `5`", "the text `likely`", "a list": a description of a value in the file. */
export function nameValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing (`null`)';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return Object.keys(value).length === 0 ? 'an empty object' : 'an object';
  if (value === '') return 'empty text';
  if (typeof value === 'string') return `the text ${quote(value)}`;
  return typeof value === 'number' ? `the number ${quote(String(value))}` : quote(String(value));
}

/** Quotes what was found, shortened, on one line and without the characters that a terminal would obey. */
export function quote(found: string, most = 60): string {
  return quoted(found, most);
}

/** Most characters of an example that shows how something is written. */
export const LONGEST_EXAMPLE = 120;

/** A value as it is written in JSON, on one line, for showing how to write something; shortened when long. */
export function write(value: unknown, limit = 60): string {
  const text = spaced(value);
  return quote(text.length > limit ? `${text.slice(0, limit - 2)}…` : text, limit);
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${spaced(member)}`);
    return `{${members.join(', ')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** "a, b or c"; of more than `limit` only the first are named. */
export function joinOr(words: readonly string[], limit = Number.POSITIVE_INFINITY): string {
  if (words.length > limit) return `${words.slice(0, limit).join(', ')} … (${words.length} in all)`;
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** "a, b and c". */
export function joinAnd(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `a`, in backticks. */
export function code(word: string): string {
  return `\`${word}\``;
}

/** `QuantityReport` to "quantity report". */
export function titleInWords(title: string): string {
  return title
    .replace(/^Csl/, 'bibliographic ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
