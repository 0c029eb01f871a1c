import { isRecord } from '../../model/json.ts';

/**
 * Entries of a list are the same if their key is. The first key identifies an entry (it is used in the `field`
 * of a change); the others, looser, recognise an entry whose key was edited, if that is unambiguous: exactly
 * one entry on each side.
 */
export type NaturalKeys = readonly [KeyOf, ...KeyOf[]];
export type KeyOf = (item: unknown) => string;

/** Entities: `ref` counts as an id. */
export const byIdentity: NaturalKeys = [(item) => (isRecord(item) ? textOf(item.id ?? item.ref) : '')];

/**
 * The keys of a list, as its field in the schema declares them: each is one or more property names separated by
 * spaces; `members:first` and `members:last` are the ends of a list when sorted. By default, entries have ids.
 */
export function naturalKeys(keys: readonly string[] | undefined): NaturalKeys {
  const [first, ...others] = (keys ?? []).map(keyOf);
  if (first === undefined) return byIdentity;
  return [first, ...others, (item) => restOf(item, keys?.[0]?.split(' ') ?? [])];
}

/**
 * Everything an entry says apart from its key, as a key of its own: an analyst's figure under another name, a
 * count renamed. Empty if that is too little to identify it.
 */
function restOf(item: unknown, key: readonly string[]): string {
  if (!isRecord(item)) return '';
  const rest = Object.entries(item)
    .filter(([name, value]) => !key.includes(name) && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const isTelling = rest.length > 1 || rest.some(([, value]) => Array.isArray(value) && value.length > 1);
  return isTelling ? JSON.stringify(rest) : '';
}

function keyOf(key: string): KeyOf {
  const [, list, end] = /^(\w+):(first|last)$/.exec(key) ?? [];
  if (list === undefined) return by(...key.split(' '));
  return (item) => membersOf(item, list).at(end === 'first' ? 0 : -1) ?? '';
}

/** A key made from several properties: their texts, without missing ones. */
function by(...properties: readonly string[]): KeyOf {
  return (item) => {
    const texts = properties.map((property) => textAt(item, property));
    // Two missing properties must not give the same key as one present.
    return texts.some((text) => text === '') && properties.length > 1
      ? properties
          .flatMap((property, index) => (texts[index] ? `${property} ${texts[index]}` : []))
          .join(', ')
      : texts.join(', ');
  };
}

function membersOf(item: unknown, list: string): string[] {
  const members = isRecord(item) ? item[list] : undefined;
  return Array.isArray(members) ? members.map(String).sort() : [];
}

/** A property as text; lists sorted, parties by their content. */
function textAt(item: unknown, property: string): string {
  return isRecord(item) ? textOf(item[property]) : '';
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(textOf).sort().join(' + ');
  if (isRecord(value)) {
    // Who has a name is known by it, whether or not it is said which actor that is.
    return ['name', 'office', value.name ? '' : 'actor', 'other']
      .flatMap((key) => (value[key] ? textOf(value[key]) : []))
      .join(', ');
  }
  if (typeof value === 'string' && !/\s/.test(value)) return value;
  return String(value).trim().replace(/\s+/g, ' ');
}
