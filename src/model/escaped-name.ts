/**
 * The name of a file for printing: characters that would end the line, control a terminal or reorder the text
 * are escaped as in JSON. A name may be anything, and some programs interpret a log line that begins with `::`
 * as a command.
 */
export function escapedName(name: string): string {
  return name.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    (character) => {
      const short = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
      return short ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    },
  );
}
