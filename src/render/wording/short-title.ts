/** Longest title that fits a foot line or the head of a column, in characters. */
const MAX = 48;

/** The whole title where it fits, with what follows its colon: two memos may begin alike. */
export function columnTitle(title: string): string {
  return title.length <= MAX ? title : shortTitle(title);
}

/** The title up to its colon, cut at a word where it is longer than fits. */
export function shortTitle(title: string): string {
  const main = title.split(/[:：]\s/)[0] ?? title;
  if (main.length <= MAX) return main;
  const cut = `${main.slice(0, MAX).replace(/\s+\S*$/, '')} …`;
  // A title in brackets is a description, and stays one.
  return cut.startsWith('[') && !cut.includes(']') ? `${cut}]` : cut;
}

/** As much of a sentence as brings it back to mind, in characters. */
const FEW_WORDS = 78;

/** A sentence that was told before, by its first words: it is not to be read twice. */
export function firstWords(sentence: string): string {
  if (sentence.length <= FEW_WORDS) return sentence;
  const cut = sentence.slice(0, FEW_WORDS + 1).replace(/\s+\S*$/u, '');
  return `${cut.replace(/[\s,;:–—-]+$/u, '')} …`;
}
