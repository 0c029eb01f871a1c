/** The way to a value from the root: keys of objects, and positions in lists. */
export type DataPath = readonly (string | number)[];

/** A change of what a file says. */
export type DataChange =
  /** Puts a value in the place of another, or a new one behind the keys of an object; missing objects on the way are made. */
  | { readonly kind: 'set'; readonly path: DataPath; readonly value: unknown }
  /** Puts a value into a list, before what stands at this position; a missing list is made. */
  | { readonly kind: 'insert'; readonly path: DataPath; readonly value: unknown }
  | { readonly kind: 'remove'; readonly path: DataPath }
  /** Takes an entry of a list to the position that it then has. */
  | { readonly kind: 'move'; readonly path: DataPath; readonly to: number };
