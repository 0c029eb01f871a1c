import { isRecord } from '../json.ts';

/**
 * Members of a list are the same when their key is. The first key names a member (it stands in the `field` of a change); the
 * others, looser, recognise one whose key itself was edited, where that leaves no doubt: just one member on each side.
 */
export type NaturalKeys = readonly [KeyOf, ...KeyOf[]];
export type KeyOf = (item: unknown) => string;

/** Entities: `ref` counts as id. */
const byIdentity: NaturalKeys = [(item) => (isRecord(item) ? textOf(item.id ?? item.ref) : '')];

/** What names a member of each list whose members have no id, by the name of the list. */
const KEYS: Readonly<Record<string, NaturalKeys>> = {
  authors: [by('name'), by('role', 'affiliation')],
  // edition.changes
  changes: [by('entity')],
  // released.leftOut
  leftOut: [by('collection')],
  exceptions: [by('rule', 'at'), by('at'), by('rule')],
  exclusive: [by('members'), firstMember, lastMember],
  matrix: [by('evidence')],
  // evidence[].citations
  citations: [by('source', 'locator'), by('source')],
  // actors[].capabilities
  capabilities: [by('dimension')],
  // incidents[].killed.reports and the other counts
  reports: [
    by('source', 'by', 'asOf'),
    by('source', 'by'),
    by('source', 'asOf'),
    by('by', 'asOf'),
    by('source'),
  ],
  attributions: [by('actor', 'by'), by('actor'), by('by')],
  claims: [by('actor', 'by', 'date'), by('actor', 'by'), by('actor')],
  // trends[].series
  series: [by('at', 'source'), by('at'), by('value', 'source')],
};

/** The keys of a list, by its name; lists that are not named here hold entities with ids. */
export function naturalKeys(list: string): NaturalKeys {
  return KEYS[list] ?? byIdentity;
}

/** A key of several properties: their texts, those that are missing left out. */
function by(...properties: readonly string[]): KeyOf {
  return (item) => {
    const texts = properties.map((property) => textAt(item, property));
    // Two absent properties must not give the key of one that is present.
    return texts.some((text) => text === '') && properties.length > 1
      ? properties
          .flatMap((property, index) => (texts[index] ? `${property} ${texts[index]}` : []))
          .join(', ')
      : texts.join(', ');
  };
}

function firstMember(item: unknown): string {
  return membersOf(item)[0] ?? '';
}

function lastMember(item: unknown): string {
  return membersOf(item).at(-1) ?? '';
}

function membersOf(item: unknown): string[] {
  return isRecord(item) && Array.isArray(item.members) ? item.members.map(String).sort() : [];
}

/** A property as text; lists in an order of their own, parties by what they say. */
function textAt(item: unknown, property: string): string {
  return isRecord(item) ? textOf(item[property]) : '';
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(textOf).sort().join(' + ');
  if (isRecord(value)) {
    return ['name', 'office', 'actor'].flatMap((key) => (value[key] ? textOf(value[key]) : [])).join(', ');
  }
  if (typeof value === 'string' && !/\s/.test(value)) return value;
  return String(value).trim().replace(/\s+/g, ' ');
}
