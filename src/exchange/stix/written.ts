import { shortHash } from '../kit/ids.ts';
import { isRecord } from '../kit/text.ts';

type Data = Readonly<Record<string, unknown>>;

/** Hashes of what our export wrote into the members of an object; of a list, one for each of its values. */
export type Written = Readonly<Record<string, string | readonly string[]>>;

/** Members that say nothing of their own, or that are told apart otherwise. */
const APART: readonly string[] = [
  'type',
  'spec_version',
  'id',
  'created',
  'modified',
  'object_marking_refs',
  'extensions',
];

/** What is written, to be kept with an object: whoever changes a member elsewhere does not change this. */
export function writtenOf(object: Data): Written {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([name]) => !APART.includes(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(hashOf) : hashOf(value)]),
  );
}

/** A member that is otherwise than our export wrote it. */
export interface Edit {
  readonly name: string;
  /** `undefined` where it was taken out. */
  readonly value: unknown;
  /** Of a list: what came to it, and how many values went. */
  readonly added: readonly unknown[];
  readonly removed: number;
}

/** What has been changed, added and taken out since our export; nothing where it did not say what it had written. */
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

/** A hash of a value, whatever the order of its properties, and however many digits a second has. */
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
