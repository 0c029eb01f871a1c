import type { Remarked } from './compare-returned.ts';

/** A colleague's comment, kept beside the assessment until it is resolved. */
export interface ReviewNote {
  /** The text it stands at, with ids for places in lists; absent where it stands at none. */
  readonly pointer?: string;
  /** The words it stands at. */
  readonly quoted: string;
  readonly text: string;
  readonly author: string;
  /** ISO 8601, as the word processor wrote it. */
  readonly date: string;
  /** Set by hand when it has been dealt with. */
  readonly resolved: boolean;
}

/**
 * The file of review notes with comments added to it; `undefined` where all of them are in it already. What is not a list of
 * notes is left alone, and gives `undefined` too.
 */
export function reviewFile(
  present: Uint8Array | undefined,
  comments: readonly Remarked[],
): string | undefined {
  const notes = present ? readReviews(present) : [];
  if (!notes) return undefined;
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
  return `${JSON.stringify({ notes: [...notes, ...added] }, null, 2)}\n`;
}

/** The notes of a file; `undefined` where it is none. */
export function readReviews(bytes: Uint8Array): readonly ReviewNote[] | undefined {
  try {
    const data = JSON.parse(new TextDecoder().decode(bytes)) as { readonly notes?: unknown } | null;
    return Array.isArray(data?.notes) ? data.notes.filter(isNote) : undefined;
  } catch {
    return undefined;
  }
}

function isNote(value: unknown): value is ReviewNote {
  if (typeof value !== 'object' || value === null) return false;
  const { quoted, text, author, date, resolved, pointer } = value as Record<string, unknown>;
  return (
    [quoted, text, author, date].every((one) => typeof one === 'string') &&
    typeof resolved === 'boolean' &&
    (pointer === undefined || typeof pointer === 'string')
  );
}
