import { slug } from '../model/slug.ts';
import { type Entity, Ids } from './ids.ts';
import { labelOf } from './words.ts';
import type { WrittenFile } from './written-file.ts';

/** Longest id that is made of a label, in characters. */
const MAX_ID = 40;

/**
 * A unique id for a new entry of a file, made from its label.
 *
 * @param alsoTaken Names of entries that are not ids, such as a `ref`.
 */
export function newId(
  file: WrittenFile,
  collection: string,
  value: Readonly<Record<string, unknown>>,
  alsoTaken: readonly string[] = [],
): string {
  const noun = collection.replace(/s$/, '');
  const entity: Entity = { file, collection, id: noun, pointer: '', value, isRef: false };
  const letters = slug(
    labelOf(entity).normalize('NFKD').replace(/\p{M}/gu, '').replace(/[/–—]/g, ' '),
  ).replace(/[^a-z0-9-]/g, '');
  const whole = letters.replace(/-+/g, '-').replace(/^-|-$/g, '');
  const words = whole.length > MAX_ID ? whole.slice(0, MAX_ID + 1).replace(/-[^-]*$/, '') : whole;
  const base = words === '' ? noun : words;
  const taken = new Set([...new Ids([file]).entitiesOf(file).map(({ id }) => id), ...alsoTaken]);
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}
