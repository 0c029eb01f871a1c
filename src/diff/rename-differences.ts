import type { Renames } from './match/renames.ts';
import { pointerOf } from './pointers.ts';
import { VALUE } from './shapes.ts';
import type { Difference } from './walk.ts';

/** Entries of two assessments, or of two registers, with a new id: one difference each. */
export function renameDifferences(before: object, after: object, renames: Renames): Difference[] {
  return [...renames].flatMap(([collection, ids]) =>
    [...ids].map(([old, fresh]): Difference => {
      const [from, to] = [pointerOf(before, collection, old), pointerOf(after, collection, fresh)];
      return {
        kind: 'value',
        path: [collection, fresh, 'id'],
        pattern: `${collection}/*/id`,
        shape: VALUE,
        before: old,
        after: fresh,
        pointers: { ...(from && { before: from }), ...(to && { after: to }) },
      };
    }),
  );
}
