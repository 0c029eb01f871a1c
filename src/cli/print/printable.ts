/** Text of a stranger's file for a terminal: what could drive the terminal or turn the line around is made visible. */
export function printable(text: string): string {
  return visible(text.replace(/[\t\n\r]+/g, ' '));
}

/** The same for one line, character by character: columns stay what they are. */
export function visible(line: string): string {
  return line.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

const COLOUR = '\u001b\\[(?:[1-4]|2[2-4]|3[0-79]|9[0-7])m';
/** Colours and weights as the program gives them; other control characters and separators of lines, but for tabs and ends of lines. */
const CONTROLS = new RegExp(`(${COLOUR})|(?!\\r\\n)[^\\P{Cc}\\t\\n]|[\\p{Zl}\\p{Zp}]`, 'gu');

/**
 * The last lock before a terminal: whatever is printed, wherever it comes from, nothing in it drives the terminal. Only
 * where colours are on may they be in the text.
 */
export function tamed(text: string, hasColors: boolean): string {
  return text.replace(CONTROLS, (found, color?: string) =>
    hasColors && color !== undefined ? found : `\ufffd${found.slice(1)}`,
  );
}

/** The same for what a program reads: it may hold what only terminals mind. */
export function tamedForPrograms(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r\x7f-\x9f]/gu, '\ufffd');
}
