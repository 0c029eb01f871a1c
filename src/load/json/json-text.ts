/**
 * Characters that a reviewer does not see, and that can hide or turn round what stands beside them: control characters of
 * the second block, soft hyphens, marks and overrides of direction, zero-width blanks, line and paragraph separators.
 * (Joiners stay: words of Persian and Hindi need them.)
 */
const UNSEEN =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** A text in double quotes as JSON and YAML read it, with every unseen character as an escape. */
export function jsonText(text: string): string {
  return JSON.stringify(text).replace(
    UNSEEN,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Whether a text holds what only an escape shows; line ends, tabs, quotes and backslashes do not count. */
export function needsEscapes(text: string): boolean {
  return /\\[bfru]/.test(jsonText(text.replaceAll('\\', '')));
}
