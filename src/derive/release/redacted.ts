import { schemeOf } from '../../model/conventions/conventions.ts';
import { isAbove, strictestOf } from '../../model/conventions/markings.ts';
import { COLLECTION_OF, fieldAt, fieldPath } from '../../model/fields.ts';
import type { Assessment, Marking } from '../../model/generated/types.ts';
import { fromPointer, type PointerPart, toPointer } from '../../model/pointer.ts';
import { type Reference, referencesOf } from '../entities/references.ts';

/**
 * What is removed when an assessment is released at a marking: everything marked above it and everything that
 * leads back to that.
 */
export interface Redacted {
  /** JSON pointers of removed values, with everything in them. */
  readonly pointers: ReadonlySet<string>;
  /** `collection/id` of removed entries. */
  readonly entries: ReadonlySet<string>;
  /** Pointers of judgments that lose all their evidence. */
  readonly unsupported: readonly string[];
}

/**
 * Computes what is withheld when an assessment is released at `level`: what has a marking above it, its own or
 * one given under `markings`. Unmarked parts are not considered here (see `unmarkedAbove`).
 */
export function redactedAbove(assessment: Assessment, level: Marking): Redacted {
  const search = new Search(assessment);
  const scheme = schemeOf(assessment);
  for (const pointer of markedAbove(assessment, (marking) => isAbove(scheme, marking, level)))
    search.take(pointer);
  for (const [part, marking] of Object.entries(assessment.markings ?? {})) {
    if (isAbove(scheme, marking, level)) search.takePart(part);
  }
  search.spread();
  return search.result();
}

class Search {
  readonly #pointers = new Set<string>();
  readonly #entries = new Set<string>();
  /** The ids of the removed entries, of any collection. */
  readonly #ids = new Set<string>();
  readonly #assessment: object;
  readonly #references: readonly Reference[];

  constructor(assessment: object) {
    this.#assessment = assessment;
    this.#references = referencesOf(assessment);
  }

  take(pointer: string): void {
    this.#pointers.add(pointer);
    const [collection, index, ...rest] = fromPointer(pointer);
    if (collection === undefined || index === undefined || rest.length > 0) return;
    const id = idAt(this.#assessment, [collection, index]);
    if (id === undefined) return;
    this.#entries.add(`${collection}/${id}`);
    this.#ids.add(id);
  }

  /** Removes a part of the file by the name of its property: a text, or a collection with every entry. */
  takePart(part: string): void {
    const value = valueAt(this.#assessment, [part]);
    if (value === undefined) return;
    if (Array.isArray(value)) for (const index of value.keys()) this.take(toPointer([part, index]));
    this.#pointers.add(toPointer([part]));
  }

  /** Removes what follows from what is removed, until nothing changes. */
  spread(): void {
    let before: number;
    do {
      before = this.#pointers.size;
      for (const reference of this.#references) {
        if (reference.kind !== 'citation' && this.#leadsAway(reference)) this.#takeFor(reference);
      }
      for (const pointer of [...this.#pointers]) this.#takeEmptied(pointer);
    } while (before !== this.#pointers.size);
  }

  result(): Redacted {
    const judgments = 'judgments' in this.#assessment ? this.#assessment.judgments : [];
    const unsupported = (Array.isArray(judgments) ? judgments : []).flatMap((_, index) => {
      const list = valueAt(this.#assessment, ['judgments', index, 'evidence']);
      const gone =
        !this.#has(toPointer(['judgments', index])) &&
        this.#isEmptied(list, ['judgments', index, 'evidence']);
      return gone ? toPointer(['judgments', index]) : [];
    });
    return { pointers: this.#pointers, entries: this.#entries, unsupported };
  }

  #leadsAway({ kind, id }: Reference): boolean {
    if (kind === 'entity') return this.#entries.has(id) || this.#ids.has(id);
    return this.#entries.has(`${COLLECTION_OF[kind]}/${id}`);
  }

  /** Removes the smallest part that means nothing without what it refers to. */
  #takeFor({ pointer, on }: Reference): void {
    const parts = fromPointer(pointer);
    const takes = on === 'key' ? undefined : fieldAt(fieldPath(parts))?.takes;
    this.take(toPointer(parts.slice(0, takes)));
  }

  /** If the last entry of a list that something rests on is removed, that is removed too. */
  #takeEmptied(pointer: string): void {
    const list = fromPointer(pointer).slice(0, -1);
    if (!fieldAt(fieldPath(list))?.restsOn || this.#has(toPointer(list))) return;
    if (this.#isEmptied(valueAt(this.#assessment, list), list)) this.take(toPointer(list.slice(0, -1)));
  }

  #isEmptied(list: unknown, parts: readonly PointerPart[]): boolean {
    return (
      Array.isArray(list) &&
      list.length > 0 &&
      list.every((_, index) => this.#has(toPointer([...parts, index])))
    );
  }

  #has(pointer: string): boolean {
    return this.#pointers.has(pointer);
  }
}

/**
 * Objects with a marking of their own above the level, but not the assessment itself, nor anything within such
 * an object.
 */
function* markedAbove(
  value: unknown,
  isTooHigh: (marking: unknown) => boolean,
  parts: readonly PointerPart[] = [],
): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if (parts.length > 0 && 'marking' in value && isTooHigh(value.marking)) {
    yield toPointer(parts);
    return;
  }
  const isList = Array.isArray(value);
  for (const [key, item] of Object.entries(value))
    yield* markedAbove(item, isTooHigh, [...parts, isList ? Number(key) : key]);
}

/** A field of an entry, or of the file if no entry is named. */
export interface MarkedField {
  /** `collection/id`. */
  readonly entry?: string;
  readonly field: string;
}

/** Fields that contain something with a marking of its own above the level, which is not an entry: a dissent, an own field. */
export function fieldsMarkedAbove(assessment: Assessment, level: Marking): MarkedField[] {
  const scheme = schemeOf(assessment);
  return [...markedAbove(assessment, (marking) => isAbove(scheme, marking, level))].flatMap((pointer) => {
    const [part = '', index, field] = fromPointer(pointer);
    const id = index === undefined ? undefined : idAt(assessment, [part, index]);
    if (id === undefined) return { field: part };
    return field === undefined ? [] : { entry: `${part}/${id}`, field };
  });
}

/** The marking for everything in an assessment together: the most restrictive label, with every caveat. */
export function highestMarking(assessment: Assessment): Marking {
  const parts = Object.values(assessment.markings ?? {});
  return strictestOf(schemeOf(assessment), [...new Set([...markingsIn(assessment), ...parts])]);
}

function markingsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { marking } = value as { marking?: unknown };
  return [...(typeof marking === 'string' ? [marking] : []), ...Object.values(value).flatMap(markingsIn)];
}

function valueAt(value: unknown, parts: readonly PointerPart[]): unknown {
  let found = value;
  for (const part of parts) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.getOwnPropertyDescriptor(found, part)?.value;
  }
  return found;
}

function idAt(value: unknown, parts: readonly PointerPart[]): string | undefined {
  const id = valueAt(value, [...parts, 'id']) ?? valueAt(value, [...parts, 'ref']);
  return typeof id === 'string' ? id : undefined;
}
