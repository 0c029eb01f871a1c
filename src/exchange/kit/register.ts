import type { Register } from '../../model/generated/types.ts';
import { isRecord } from '../../model/json.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * The register's record for an entry that refers to it; `undefined` if the entry has no `ref` or the register
 * no such record.
 */
export function identityOf(entry: Data, collection: string, register: Register): Data | undefined {
  if (entry.ref === undefined) return undefined;
  const found = entriesOf(collection, register).find(({ id }) => id === entry.ref);
  if (!found) return undefined;
  const { id: _, ...identity } = found;
  return identity;
}

/**
 * Keeps an entry's `ref` if the register has that record; otherwise writes into the entry what the register
 * said.
 */
export function registered(entry: Data, identity: unknown, collection: string, register: Register): Data {
  const { ref, ...rest } = entry;
  if (typeof ref !== 'string' || !isRecord(identity)) return entry;
  if (entriesOf(collection, register).some(({ id }) => id === ref)) return entry;
  return { id: ref, ...identity, ...rest };
}

function entriesOf(collection: string, register: Register): readonly Data[] {
  const list = Object.hasOwn(register, collection) ? (register as Data)[collection] : undefined;
  return Array.isArray(list) ? list : [];
}
