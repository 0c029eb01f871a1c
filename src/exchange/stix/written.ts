import { isRecord } from '../../model/json.ts';
import { shortHash } from '../kit/ids.ts';

type Data = Readonly<Record<string, unknown>>;

/** Hashes of the members of an object as exported; of a list, one hash for each value. */
export type Written = Readonly<Record<string, string | readonly string[]>>;

/** Members without content of their own, or whose changes are noticed in another way. */
const APART: readonly string[] = [
  'type',
  'spec_version',
  'id',
  'created',
  'modified',
  'object_marking_refs',
  'extensions',
];

/** The hashes stored with an exported object: changing a member elsewhere does not change them. */
export function writtenOf(object: Data): Written {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([name]) => !APART.includes(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(hashOf) : hashOf(value)]),
  );
}

/** A member that differs from what was exported. */
export interface Edit {
  readonly name: string;
  /** `undefined` if the member was removed. */
  readonly value: unknown;
  /** For a list: the values added, and how many were removed. */
  readonly added: readonly unknown[];
  readonly removed: number;
}

/** What was changed, added and removed since the export; empty if the object has no hashes. */
export function editsOf(object: Data, written: unknown): readonly Edit[] {
  if (!isRecord(written)) return [];
  const names = [...new Set([...Object.keys(written), ...Object.keys(object)])];
  return names.flatMap((name): Edit | Edit[] => {
    if (APART.includes(name)) return [];
    const [before, value] = [Object.hasOwn(written, name) ? written[name] : undefined, object[name]];
    if (Array.isArray(before) && Array.isArray(value)) {
      const left = new Set<unknown>(before);
      const added = value.filter((one) => !left.delete(hashOf(one)));
      return added.length === 0 && left.size === 0 ? [] : { name, value, added, removed: left.size };
    }
    if (value !== undefined && !Array.isArray(value) && hashOf(value) === before) return [];
    return { name, value, added: Array.isArray(value) ? value : [], removed: value === undefined ? 1 : 0 };
  });
}

/** Hash of a value, independent of the order of properties and of the digits after a second. */
function hashOf(value: unknown): string {
  return shortHash(JSON.stringify(plain(value)) ?? '');
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z$/, '$1Z');
  if (Array.isArray(value)) return value.map(plain);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, plain(value[key])]),
  );
}
