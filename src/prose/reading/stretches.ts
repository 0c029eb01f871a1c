/**
 * Certain ends of sentences: a mark after a lower-case word, a space, and a capital; an empty line; a list
 * item.
 */
const SURE_END =
  /(?<=\p{Ll}{4}[)"”’»]?[.!?…])(?:\s*\[@[^\]]*\])*\s+(?=["“«(]?\p{Lu})|\n\s*\n|\n(?=\s*(?:[-*+>|#]|\d+[.)])\s)/u;

/**
 * Whether a text may contain a sentence of more than `most` words. Sentences with uncertain ends count as one,
 * so that none is missed; if true, the text has to be parsed.
 */
export function hasLongStretch(text: string, most: number): boolean {
  if (text.length < most * 2 || countBlanks(text) < most) return false;
  return text.split(SURE_END).some((stretch) => stretch.length > most * 2 && countBlanks(stretch) >= most);
}

/** Runs of white space within a stretch: one fewer than its words. */
function countBlanks(stretch: string): number {
  let count = 0;
  let inBlank = false;
  for (let index = 0; index < stretch.length; index += 1) {
    const isBlank = stretch.charCodeAt(index) <= 32;
    if (isBlank && !inBlank) count += 1;
    inBlank = isBlank;
  }
  return count;
}
