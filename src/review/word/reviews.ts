import type { Review, ReviewNote } from '../../model/generated/types.ts';
import { readReview } from '../../project/reviews.ts';
import type { Remarked } from './compare-returned.ts';

/**
 * A review file with comments added; `undefined` if it has all of them already, or is not a review, which is
 * left unchanged.
 */
export function reviewFile(
  present: Uint8Array | undefined,
  comments: readonly Remarked[],
): string | undefined {
  const review: Review | undefined = present ? readReview('review.json', present).review : {};
  if (!review) return undefined;
  const notes = review.notes ?? [];
  const key = ({ author, date, text, quoted }: Pick<ReviewNote, 'author' | 'date' | 'text' | 'quoted'>) =>
    JSON.stringify([author, date, text, quoted]);
  const known = new Set(notes.map(key));
  const fresh = comments.filter((comment) => !known.has(key(comment)));
  if (fresh.length === 0) return undefined;
  const added = fresh.map(
    ({ pointer, quoted, text, author, date }): ReviewNote => ({
      ...(pointer !== undefined && { pointer }),
      quoted,
      text,
      author,
      date,
      resolved: false,
    }),
  );
  return `${JSON.stringify({ ...review, notes: [...notes, ...added] }, null, 2)}\n`;
}
