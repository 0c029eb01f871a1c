/** Longest title for a footer or a column header, in characters. */
const MAX = 48;

/** The whole title if it fits, including what follows its colon: two memos may begin alike. */
export function columnTitle(title: string): string {
  return title.length <= MAX ? title : shortTitle(title);
}

/** The title up to its colon, cut at a word if it is too long. */
export function shortTitle(title: string, max = MAX): string {
  const main = title.split(/[:：]\s/)[0] ?? title;
  if (main.length <= max) return main;
  const cut = `${main.slice(0, max).replace(/\s+\S*$/, '')} …`;
  // A title in brackets is a description, and keeps its brackets.
  return cut.startsWith('[') && !cut.includes(']') ? `${cut}]` : cut;
}

/** Length of the beginning of a sentence that identifies it again, in characters. */
const FEW_WORDS = 120;

/** From this share of its length on, a beginning may end with a clause. */
const ENOUGH = 0.4;

/**
 * A sentence that is printed elsewhere, by its first words, so that it is not read twice: up to the end of a
 * clause where one ends far enough on, otherwise of a word.
 */
export function firstWords(sentence: string, max = FEW_WORDS): string {
  if (sentence.length <= max) return sentence;
  const cut = sentence.slice(0, max + 1).replace(/\s+\S*$/u, '');
  const clause = /^.*(?:[,;:–—،؛](?=\s)|[，；：、])/su.exec(cut)?.[0] ?? '';
  return `${(clause.length >= ENOUGH * max ? clause : cut).replace(/[\s,;:–—،؛，；：、-]+$/u, '')} …`;
}
