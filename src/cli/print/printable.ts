/**
 * A stranger's text for a terminal: characters that could control the terminal or reorder the line are made
 * visible.
 */
export function printable(text: string): string {
  return visible(text.replace(/[\t\n\r]+/g, ' '));
}

/** The same for one line, character by character, so that columns stay aligned. */
export function visible(line: string): string {
  return line.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

const COLOUR = '\u001b\\[(?:[1-4]|2[2-4]|3[0-79]|9[0-7])m';
/**
 * Everything that must not reach a terminal: control characters and line separators, except for our own
 * colours, tabs and line ends.
 */
const CONTROLS = new RegExp(`(${COLOUR})|(?!\\r\\n)[^\\P{Cc}\\t\\n]|[\\p{Zl}\\p{Zp}]`, 'gu');

/**
 * The last safeguard before a terminal: whatever is printed, wherever it comes from, cannot control the
 * terminal. Colour codes are kept only if colours are on.
 */
export function sanitized(text: string, hasColors: boolean): string {
  return text.replace(CONTROLS, (found, color?: string) =>
    hasColors && color !== undefined ? found : `\ufffd${found.slice(1)}`,
  );
}

/** The same for output that programs read: characters that only terminals interpret are kept. */
export function sanitizedForPrograms(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r\x7f-\x9f]/gu, '\ufffd');
}
