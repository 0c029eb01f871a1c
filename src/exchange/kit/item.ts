import { isRecord } from '../../model/json.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Loss } from '../interfaces.ts';
import { shown } from './text.ts';

/**
 * An object of a source that remembers which of its members were read. A member nobody read is a loss: so
 * nothing is forgotten, whatever members a producer adds.
 */
export class Item {
  readonly #data: Readonly<Record<string, unknown>>;
  readonly #read = new Set<string>();
  readonly #inner = new Map<string, readonly Item[]>();

  /** @param at JSON pointer of the object. */
  constructor(
    data: Readonly<Record<string, unknown>>,
    readonly at: string,
  ) {
    this.#data = data;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#data, key) && !isEmpty(this.#data[key]);
  }

  keys(): readonly string[] {
    return Object.keys(this.#data);
  }

  /** The value of a member, marked as read. */
  take(key: string): unknown {
    this.#read.add(key);
    return this.peek(key);
  }

  /** The value of a member, for a decision only: not marked as read. */
  peek(key: string): unknown {
    return Object.hasOwn(this.#data, key) ? this.#data[key] : undefined;
  }

  /** A non-empty text; numbers count, since some producers leave out the quotation marks. */
  text(key: string): string | undefined {
    const value = this.peek(key);
    if (typeof value === 'number') return String(this.take(key));
    if (typeof value !== 'string' || value.trim() === '') return undefined;
    return this.take(key) as string;
  }

  number(key: string): number | undefined {
    const value = this.peek(key);
    return typeof value === 'number' ? (this.take(key) as number) : undefined;
  }

  isTrue(key: string): boolean {
    const value = this.peek(key);
    if (value !== true) return false;
    this.take(key);
    return true;
  }

  /** The texts of a list, or a single text. A list that holds anything else stays unread. */
  texts(key: string): readonly string[] {
    const value = this.peek(key);
    if (typeof value === 'string') return value.trim() === '' ? [] : [this.take(key) as string];
    if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return [];
    return (this.take(key) as string[]).filter((one) => one.trim() !== '');
  }

  item(key: string): Item | undefined {
    const value = this.peek(key);
    if (!isRecord(value)) return undefined;
    return this.#enter(key, [value], () => [key])[0];
  }

  /**
   * The objects of a list, the same instances on every call. A list that holds anything else stays unread as a
   * whole.
   */
  items(key: string): readonly Item[] {
    const value = this.peek(key);
    if (!Array.isArray(value) || !value.every(isRecord)) return [];
    return this.#enter(key, value, (index) => [key, index]);
  }

  #enter(
    key: string,
    values: readonly Readonly<Record<string, unknown>>[],
    path: (index: number) => readonly (string | number)[],
  ): readonly Item[] {
    this.#read.add(key);
    const inner =
      this.#inner.get(key) ?? values.map((value, index) => new Item(value, this.at + toPointer(path(index))));
    this.#inner.set(key, inner);
    return inner;
  }

  /** Marks members as read that carry no information of their own. */
  skip(...keys: readonly string[]): void {
    for (const key of keys) this.#read.add(key);
  }

  /** A loss of the whole object. */
  lost(what: string, why: string, value?: string): Loss {
    return { at: this.at, what, why, degree: 'dropped', ...(value !== undefined && { value: shown(value) }) };
  }

  /** A loss of one member. */
  lostMember(key: string, what: string, why: string, degree: Loss['degree'] = 'dropped'): Loss {
    const value = shown(this.peek(key));
    return { at: this.at + toPointer([key]), what, why, degree, value };
  }

  /**
   * Losses for all members nobody read, here and in the nested objects that were entered, which are named by
   * their path.
   */
  unread(kind: string, why: (key: string) => string = () => NO_PLACE, within = ''): readonly Loss[] {
    const here = Object.keys(this.#data)
      .filter((key) => !this.#read.has(key) && !isEmpty(this.#data[key]))
      .map((key) => this.lostMember(key, `${within}${key} of ${kind}`, why(key)));
    const inside = [...this.#inner].flatMap(([key, items]) =>
      items.flatMap((item) => item.unread(kind, why, `${within}${key}.`)),
    );
    return [...here, ...inside];
  }
}

export const NO_PLACE = 'An assessment has no place for it.';

/** Whether a value carries no information, so that nothing is lost with it. */
function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (isRecord(value) && Object.keys(value).length === 0)
  );
}
