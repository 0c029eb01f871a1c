/**
 * Works on items one after the other, each once however often it was added meanwhile. Work begins once everything
 * received so far is handled, and each item lets what arrived meanwhile be handled first.
 */
export class WorkQueue<T> {
  readonly #items = new Set<T>();
  readonly #work: (item: T) => Promise<void>;
  readonly #onError: (error: unknown, item: T) => void;
  #isWorking = false;

  /** @param onError Called for an item that fails; the others are worked on. */
  constructor(work: (item: T) => Promise<void>, onError: (error: unknown, item: T) => void) {
    this.#work = work;
    this.#onError = onError;
  }

  add(...items: readonly T[]): void {
    for (const item of items) this.#items.add(item);
    if (this.#isWorking) return;
    this.#isWorking = true;
    setImmediate(() => void this.#workOff());
  }

  async #workOff(): Promise<void> {
    for (const item of this.#items) {
      this.#items.delete(item);
      await this.#work(item).catch((error: unknown) => this.#onError(error, item));
      await new Promise((done) => setImmediate(done));
    }
    this.#isWorking = false;
  }
}
