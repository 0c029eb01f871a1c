import type { Assessment } from '../../model/generated/types.ts';
import { appraise } from './appraised.ts';

/** Collections whose entries are printed under numbers (or letters) that readers cite. */
export const NUMBERED = [
  'judgments',
  'hypotheses',
  'assumptions',
  'indicators',
  'recommendations',
  'matrix',
] as const;
export type NumberedCollection = (typeof NUMBERED)[number];

type Numbered = Partial<Pick<Assessment, NumberedCollection | 'released'>>;

/**
 * The printed numbers of a collection's entries, from 1, in the order of the file. A release keeps the numbers
 * of the whole assessment: what it leaves out leaves a gap. Key judgments are counted before the others.
 */
export function printedNumbers(assessment: Numbered, collection: NumberedCollection): readonly number[] {
  const entries: readonly object[] = assessment[collection] ?? [];
  const kept = assessment.released?.numbers?.[collection];
  if (kept?.length === entries.length) return kept;
  if (collection !== 'judgments') return entries.map((_, index) => index + 1);
  const isKey = (entry: object) => 'key' in entry && entry.key === true;
  const ordered = [...entries.filter(isKey), ...entries.filter((entry) => !isKey(entry))];
  return entries.map((entry) => ordered.indexOf(entry) + 1);
}

/**
 * The numbers to keep if entries are left out, by collection; a collection whose numbering does not change is
 * absent.
 *
 * @param isLeft whether the entry at an index stays
 */
export function originalNumbers(
  whole: Assessment,
  isLeft: (collection: NumberedCollection | 'evidence', index: number) => boolean,
): Partial<Record<NumberedCollection | 'appraised', number[]>> {
  const kept = NUMBERED.flatMap((collection) => {
    const entries: readonly object[] = whole[collection] ?? [];
    const numbers = printedNumbers(whole, collection);
    const left = numbers.filter((_, index) => isLeft(collection, index));
    const isNeeded =
      left.length > 0 && (left.length < entries.length || whole.released?.numbers?.[collection]);
    return isNeeded ? [[collection, left] as const] : [];
  });
  return { ...Object.fromEntries(kept), ...appraisalNumbers(whole, (index) => isLeft('evidence', index)) };
}

/** The appraisal's numbers of evidence, which follow its state, not the order of the file. */
function appraisalNumbers(
  { evidence = [], released }: Assessment,
  isLeft: (index: number) => boolean,
): { appraised?: number[] } {
  const before = released?.numbers?.appraised;
  const { numbers } = appraise(evidence);
  const all = before?.length === evidence.length ? before : evidence.map(({ id }) => numbers.get(id) ?? 0);
  const left = all.filter((_, index) => isLeft(index));
  return left.length > 0 && (left.length < all.length || before) ? { appraised: left } : {};
}
