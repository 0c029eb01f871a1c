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
  return countBlanks(text) >= most && text.split(SURE_END).some((stretch) => countBlanks(stretch) >= most);
}

/** Runs of white space before something: at least one fewer than there are words. */
function countBlanks(stretch: string): number {
  return stretch.match(/\s\S/g)?.length ?? 0;
}
