import { reusedIds } from '../../derive/analysis/reused-ids.ts';
import type { DiffSide } from '../types.ts';
import { followedRenames, isExchange } from './followed-renames.ts';
import { formerIds } from './former-ids.ts';
import { findRenames, type Renames } from './renames.ts';

/** Which ids of the older assessment are another one in the newer, and which mean something else there. */
export interface Identification {
  readonly renames: Renames;
  /** With ids of their own: see `formerIds`. */
  readonly former: Renames;
}

export function identify(before: DiffSide, after: DiffSide): Identification {
  const [old, fresh] = [before.assessment, after.assessment];
  const unlike = reusedIds(old, fresh);
  const found = findRenames(old, fresh, before.register, after.register, unlike);
  // Of entries that swapped ids and stayed where they are referred to, the words were swapped.
  const reused = new Map(
    [...unlike].map(([collection, ids]) => [
      collection,
      new Set([...ids].filter((id) => !isExchange(found.get(collection), id))),
    ]),
  );
  const renames = followedRenames(found, old, fresh, reused);
  return { renames, former: formerIds(old, fresh, renames, reused) };
}
