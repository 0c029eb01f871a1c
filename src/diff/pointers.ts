import { fieldAt } from '../model/fields.ts';
import { toPointer } from '../model/pointer.ts';
import { naturalKeys } from './match/natural-keys.ts';

/** JSON pointer of a collection's entry; `undefined` if there is none. */
export function pointerOf(document: object, collection: string, id: string): string | undefined {
  const members = (document as Record<string, unknown>)[collection];
  if (!Array.isArray(members)) return undefined;
  const [keyOf] = naturalKeys(fieldAt(collection)?.keys);
  const index = members.findIndex((member) => keyOf(member) === id);
  return index === -1 ? undefined : toPointer([collection, index]);
}
