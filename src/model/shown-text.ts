/** "a judgment", "an incident". Words with a `u` at their head are read as `url` is: "a url". */
export function withArticle(noun: string): string {
  return `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

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

/** A text of at most `most` characters, of which the last is an ellipsis if there were more. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = [...text.slice(0, 2 * most + 2)]; // enough, and cheap for a text of megabytes
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text;
}

/** Quotes what was found: shortened, on one line, and without the characters that a terminal would obey. */
export function quoted(found: string, most: number): string {
  const line = found
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '\uFFFD');
  return `\`${shortened(line, most)}\``;
}
