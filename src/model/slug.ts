/** Lower case, letters, marks and digits of any script, `_` and `-`; white space becomes `-`. Follows GitHub's slugs. */
export function slug(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/gu, '-');
}

/** Names for headings, each once: the same words again get `-1`, `-2`, … as on GitHub. */
export class Slugs {
  readonly #taken = new Set<string>();

  /** The next name for a heading of these words. */
  next(words: string): string {
    const base = slug(words);
    let name = base;
    for (let again = 1; this.#taken.has(name); again += 1) name = `${base}-${again}`;
    this.#taken.add(name);
    return name;
  }
}
