/**
 * Characters that a reviewer cannot see, and that can hide or reorder the text beside them: control characters
 * of the second block, soft hyphens, directional marks and overrides, zero-width spaces, line and paragraph
 * separators. (Joiners are allowed: Persian and Hindi words need them.)
 */
const UNSEEN =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** A text in double quotes, valid in JSON and YAML, with every invisible character escaped. */
export function jsonText(text: string): string {
  return JSON.stringify(text).replace(
    UNSEEN,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Whether a text contains invisible characters; line ends, tabs, quotes and backslashes do not count. */
export function needsEscapes(text: string): boolean {
  return /\\[bfru]/.test(jsonText(text.replaceAll('\\', '')));
}
