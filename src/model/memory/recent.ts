/**
 * A cache of recent results, so that they are not computed again while a file is edited. Bounded: an entry that
 * was not used while `most` others were added is dropped.
 */
export class Recent<V> {
  #young = new Map<string, V>();
  #old = new Map<string, V>();

  /** @param most How many entries are kept at least; at most twice as many are. */
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

/** Caches a function of a text. Its results must not be changed. */
export function memoized<V>(make: (text: string) => V, most = 1000): (text: string) => V {
  const known = new Recent<V>(most);
  return (text) => known.get(text, () => make(text));
}
