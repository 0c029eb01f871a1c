import type { ItemName } from '../protocol.ts';

// What is shown stands behind the `#` of the address: `#rail.json`, `#rail.json/judgments/go-on`.

export interface Shown {
  /** Of the file; empty for the list of all. */
  readonly name: string;
  readonly item: ItemName | undefined;
}

export function addressOfItem(name: string, collection: string, id: string): string {
  return `#${[name, collection, id].map(encodeURIComponent).join('/')}`;
}

/** Reads the part of an address behind `#`, as `location.hash` has it. */
export function shownAt(hash: string): Shown {
  const [name = '', collection, id] = hash.slice(1).split('/').map(decoded);
  return { name, item: collection && id ? { collection, id } : undefined };
}

/** Somebody may have typed it. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
