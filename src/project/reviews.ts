import { basename, join } from 'node:path';
import { placeRemarks } from '../load/place-findings.ts';
import { readDocument } from '../load/read-document.ts';
import type { Finding } from '../model/finding.ts';
import type { Review, ReviewNote, ScoreAnswer } from '../model/generated/types.ts';
import { validateReview } from '../validate/validate.ts';
import type { Effects } from './effects.ts';
import { REVIEWS_FOLDER, shownPath } from './inputs.ts';
import { loadBytes } from './load-bytes.ts';

/** Most files read: there is one for each assessment. */
const MAX_FILES = 5000;

/** The path of an assessment's review file. */
export function reviewPath(folder: string, id: string): string {
  return join(folder, REVIEWS_FOLDER, `${id}.json`);
}

/** Colleagues' reviews of a folder's assessments, by id, and what is wrong with the files. */
export async function readReviews(
  folder: string,
  effects: Effects,
): Promise<{
  readonly reviews: ReadonlyMap<string, readonly ReviewNote[]>;
  /** Reviewers' answers to the questions of the scorecard. */
  readonly answers: ReadonlyMap<string, readonly ScoreAnswer[]>;
  readonly findings: readonly Finding[];
}> {
  const answers = new Map<string, readonly ScoreAnswer[]>();
  const reviews = new Map<string, readonly ReviewNote[]>();
  const findings: Finding[] = [];
  const entries = (await effects.listFolder(join(folder, REVIEWS_FOLDER))) ?? [];
  const names = entries.filter(({ name, isFolder }) => !isFolder && name.endsWith('.json'));
  for (const { name } of names.slice(0, MAX_FILES)) {
    const path = join(folder, REVIEWS_FOLDER, name);
    const shown = shownPath(path, effects.projectFolder);
    const { bytes, findings: unreadable } = await loadBytes({ path, shown }, effects);
    const read = bytes ? readReview(shown, bytes) : { findings: unreadable };
    findings.push(...read.findings);
    const id = basename(name, '.json');
    if (read.review?.notes) reviews.set(id, read.review.notes);
    if (read.review?.scorecard) answers.set(id, read.review.scorecard);
  }
  return { reviews, answers, findings };
}

/** A parsed review, or what is wrong with it. */
export function readReview(
  shown: string,
  bytes: Uint8Array,
): { readonly review?: Review; readonly findings: readonly Finding[] } {
  const { document, findings } = readDocument(shown, bytes);
  if (!document) return { findings };
  const { review, remarks } = validateReview(document.data);
  return { ...(review && { review }), findings: [...findings, ...placeRemarks(document, remarks)] };
}
