/**
 * The name of a file as it is printed: what would end the line, drive a terminal or turn the text round is escaped as JSON has
 * it. A name may be anything, and a line of a log that begins with `::` is a command to some programs.
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
