import { dirname } from 'node:path';
import { changeText } from '../load/edit/change-data.ts';
import type { Effects } from '../project/effects.ts';
import type { InputFile } from '../project/inputs.ts';
import { readReview, reviewPath } from '../project/reviews.ts';
import type { CommentShown } from './protocol.ts';

/** Identifies a comment by position and content: the file of reviews may have changed since it was shown. */
export type CommentNamed = Pick<CommentShown, 'index' | 'text' | 'author'>;

/**
 * Marks a comment as answered, or as open again, in the file of reviews beside the assessment. Returns the path
 * written; `undefined` if the comment is no longer there. Rejects with a MachineFault if the file cannot be
 * written.
 */
export async function setResolved(
  input: InputFile,
  id: string,
  { index, text: shownText, author }: CommentNamed,
  isResolved: boolean,
  disk: Effects,
): Promise<string | undefined> {
  const path = reviewPath(dirname(input.path), id);
  const bytes = await disk.readFile(path);
  const note = bytes && readReview(path, bytes).review?.notes?.[index];
  if (!bytes || note?.text !== shownText || note.author !== author) return undefined;
  const text = new TextDecoder().decode(bytes);
  const changed = changeText(path, text, {
    kind: 'set',
    path: ['notes', index, 'resolved'],
    value: isResolved,
  });
  if (changed === undefined) return undefined;
  await disk.writeFiles([{ path, content: changed, inPlace: true, within: [disk.projectFolder] }]);
  return path;
}
