/** A partly typed shell command line. */
export interface WrittenLine {
  /** The words that are complete, without the program's name. */
  readonly words: readonly string[];
  /** The word being typed; empty after a space. */
  readonly current: string;
}

/**
 * Splits a line into words as a shell does: at spaces, except in quotation marks and after backslashes.
 * Variables and other substitutions stay as written.
 */
export function wordsOf(line: string): WrittenLine {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at);
    if (quote !== '') {
      if (letter === quote) quote = '';
      else if (letter === '\\' && quote === '"' && at + 1 < line.length) word += line.charAt(++at);
      else word += letter;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
      word ??= '';
    } else if (letter === '\\' && at + 1 < line.length) word = (word ?? '') + line.charAt(++at);
    else if (/\s/.test(letter)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + letter;
  }
  return { words: words.slice(1), current: word ?? '' };
}
