/** A line of a shell as far as it is written, taken apart. */
export interface WrittenLine {
  /** The words that are complete, without the program's name. */
  readonly words: readonly string[];
  /** The word that is being written, empty after a blank. */
  readonly current: string;
}

/**
 * The words of a line as a shell reads them: blanks divide, quotation marks and backslashes keep together. Variables and what
 * else a shell replaces stay as they are written.
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
