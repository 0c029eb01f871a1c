/** Limits on what is read: far more than an assessment needs, far less than what would stall or crash a run. */

/** Largest file read, in bytes (2 MB): some 300,000 words. The longest of those shipped has a fifteenth of it. */
export const MAX_FILE_BYTES = 2_000_000;

/** Deepest nesting of objects and lists (the schema's deepest values stand 7 levels down); deeper ones could overflow the stack of whatever walks the data. */
export const MAX_NESTING = 64;

/** Most keys and values in a file. The time to list what is wrong with a list grows with the square of its length. */
export const MAX_VALUES = 50_000;

/**
 * Longest text, or list of the lines of one, in UTF-16 code units: some 3,000 words. What reads language or Markdown may
 * take time that grows with the square of its length.
 */
export const MAX_TEXT_LENGTH = 20_000;

/** Most marks of emphasis, code and links in one text: pairing them takes time that grows with the square of their number. */
export const MAX_MARKS = 1_000;

/** How many values YAML aliases may add by repeating what they point to. */
export const MAX_ALIASED_VALUES = 10_000;

/** Longest line shown whole with a finding, in UTF-16 code units. */
export const MAX_EXCERPT = 400;

/** How much of a longer line is shown before the place of the finding. */
export const EXCERPT_LEAD = 80;
