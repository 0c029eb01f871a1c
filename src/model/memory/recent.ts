/**
 * What was worked out of something lately, so that it is not worked out again while a file is written on. Bounded: of what has not
 * been asked for while `most` others came, nothing is left.
 */
export class Recent<V> {
  #young = new Map<string, V>();
  #old = new Map<string, V>();

  /** @param most How many are kept at least; at most twice as many are. */
  constructor(private readonly most: number) {}

  get(key: string, make: () => V): V {
    const known = this.#young.get(key) ?? this.#old.get(key);
    const value = known ?? make();
    if (known === undefined || !this.#young.has(key)) {
      if (this.#young.size >= this.most) {
        this.#old = this.#young;
        this.#young = new Map();
      }
      this.#young.set(key, value);
    }
    return value;
  }
}

/** The same function of a text, that answers from memory what it was asked lately. What it gives must not be changed. */
export function remembering<V>(make: (text: string) => V, most = 3000): (text: string) => V {
  const known = new Recent<V>(most);
  return (text) => known.get(text, () => make(text));
}
