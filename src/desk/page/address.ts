import type { ItemName } from '../protocol.ts';

// What is shown is in the fragment of the address: `#rail.json`, `#rail.json/judgments/go-on`.

export interface Shown {
  /** Name of the file; empty for the list of all. */
  readonly name: string;
  readonly item: ItemName | undefined;
}

export function addressOfItem(name: string, collection: string, id: string): string {
  return `#${[name, collection, id].map(encodeURIComponent).join('/')}`;
}

/** Parses the fragment of an address, as in `location.hash`. */
export function shownAt(hash: string): Shown {
  const [name = '', collection, id] = hash.slice(1).split('/').map(decoded);
  return { name, item: collection && id ? { collection, id } : undefined };
}

/** It may have been typed by hand. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
