import { isRecord } from '../../model/json.ts';
import { joinProse } from '../kit/text.ts';

/** One value of an entry as an attribute of a MISP object: a path to it, a type, a text. */
export interface FlatValue {
  /**
   * The path, `likelihood.term` or `citations[0].source`; MISP calls it the relation of the attribute to its
   * object.
   */
  readonly relation: string;
  /** `other` holds as JSON what has no text of its own: an empty list or object, or a blank text. */
  readonly type: 'text' | 'integer' | 'float' | 'boolean' | 'other';
  readonly value: string;
}

/** Longest relation MISP stores. */
const MAX_RELATION = 255;

export interface Flattened {
  readonly values: readonly FlatValue[];
  /** Paths, in parts, that are too long for MISP. */
  readonly lost: readonly (readonly (string | number)[])[];
}

/**
 * An entry as a flat list of texts with their paths.
 *
 * @param prose Properties of the entry that are prose: their lines become one text.
 */
export function flatten(entry: Readonly<Record<string, unknown>>, prose: ReadonlySet<string>): Flattened {
  const values: FlatValue[] = [];
  const lost: (readonly (string | number)[])[] = [];
  const walk = (value: unknown, relation: string, path: readonly (string | number)[]): void => {
    if (Array.isArray(value) && path.length === 1 && prose.has(String(path[0]))) {
      walk(joinProse(value as string[]), relation, path);
    } else if (Array.isArray(value) && value.length > 0) {
      for (const [index, item] of value.entries()) walk(item, `${relation}[${index}]`, [...path, index]);
    } else if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
      for (const [key, item] of Object.entries(value)) {
        walk(item, relation === '' ? escapeKey(key) : `${relation}.${escapeKey(key)}`, [...path, key]);
      }
    } else if (relation.length > MAX_RELATION) lost.push(path);
    else if (typeof value === 'string' && value.trim() !== '') values.push({ relation, type: 'text', value });
    else if (typeof value === 'boolean') values.push({ relation, type: 'boolean', value: value ? '1' : '0' });
    else if (typeof value === 'number') {
      values.push({ relation, type: Number.isInteger(value) ? 'integer' : 'float', value: String(value) });
    } else values.push({ relation, type: 'other', value: JSON.stringify(value ?? null) });
  };
  walk(entry, '', []);
  return { values, lost };
}

/**
 * Rebuilds the entry. Of paths that contradict one another (a text where another has an object), the later is
 * dropped.
 */
export function unflatten(values: readonly FlatValue[]): Readonly<Record<string, unknown>> {
  const root = new Branch();
  for (const { relation, type, value } of values) {
    const parts = relation.slice(0, MAX_RELATION).split('.').flatMap(partsOf);
    root.put(parts, parsedValue(type, value));
  }
  const built = root.build();
  return isRecord(built) ? built : {};
}

/** Splits `citations[0][1]` into `citations`, 0, 1. */
function partsOf(segment: string): readonly (string | number)[] {
  const [, key = segment, indices = ''] = /^([^[]*)((?:\[\d{1,6}\])*)$/.exec(segment) ?? [];
  const positions = [...indices.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return [unescapeKey(key), ...positions];
}

function parsedValue(type: string, value: string): unknown {
  if (type === 'boolean') return /^(1|true)$/i.test(value.trim());
  if (type === 'other' && /^(\[\]|\{\}|null|"\s*")$/.test(value)) return JSON.parse(value);
  const number = Number(value);
  return (type === 'integer' || type === 'float' || type === 'counter') && Number.isFinite(number)
    ? number
    : value;
}

/** Escapes the characters of a key that have a meaning in a path. */
function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('.', '~1').replaceAll('[', '~2');
}

function unescapeKey(key: string): string {
  return key.replaceAll('~2', '[').replaceAll('~1', '.').replaceAll('~0', '~');
}

class Branch {
  readonly #members = new Map<string | number, Branch | { readonly leaf: unknown }>();

  put(parts: readonly (string | number)[], leaf: unknown): void {
    const [part = '', ...rest] = parts;
    const there = this.#members.get(part);
    if (rest.length === 0) {
      if (!there) this.#members.set(part, { leaf });
      return;
    }
    const branch = there ?? new Branch();
    if (!(branch instanceof Branch)) return;
    this.#members.set(part, branch);
    branch.put(rest, leaf);
  }

  build(): unknown {
    const built = [...this.#members].map(
      ([key, member]) => [key, member instanceof Branch ? member.build() : member.leaf] as const,
    );
    if (built.every(([key]) => typeof key === 'number')) {
      return built.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
    }
    return Object.fromEntries(built);
  }
}
