import type { Register } from '../../model/generated/types.ts';
import { isRecord } from './text.ts';

type Data = Readonly<Record<string, unknown>>;

/** What the register says of an entry that names one of it; `undefined` where it names none or none is there. */
export function identityOf(entry: Data, collection: string, register: Register): Data | undefined {
  if (entry.ref === undefined) return undefined;
  const found = entriesOf(collection, register).find(({ id }) => id === entry.ref);
  if (!found) return undefined;
  const { id: _, ...identity } = found;
  return identity;
}

/** An entry that names one of the register keeps the name where that is there; else it says itself what the register said. */
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
