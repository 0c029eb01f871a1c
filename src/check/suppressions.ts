import type { Remark } from '../model/finding.ts';
import type { Assessment } from '../model/generated/types.ts';
import { toPointer } from '../model/pointer.ts';
import { type RuleBook, shippedRules } from './rule-book.ts';
import { isFixed, noOtherRules, type OtherRules, ruleMeant, whyFixed } from './settings.ts';

/** An exception as it stands in the file, with the pointer of the place it names. */
interface PlacedSuppression {
  readonly rule: string;
  readonly at: string;
  readonly place: string;
  readonly reason: string;
  readonly index: number;
}

/** A remark that the assessment suppresses, with the reason it gives. */
export interface SuppressedRemark extends Remark {
  readonly reason: string;
}

/**
 * Removes the remarks that the assessment suppresses, and objects to exceptions that suppress nothing: a reason
 * that no longer applies misleads the reader. Rules with fixed severity cannot be suppressed: the memo would be
 * wrong.
 */
export function applySuppressions(
  remarks: readonly Remark[],
  assessment: Assessment,
  others: OtherRules = noOtherRules,
  book: RuleBook = shippedRules,
): {
  readonly left: Remark[];
  readonly unused: Omit<Remark, 'rule' | 'severity'>[];
  readonly suppressed: SuppressedRemark[];
} {
  const suppressions = (assessment.exceptions ?? []).map(({ rule, at, reason }, index) => ({
    rule,
    at,
    place: placeOf(at, assessment),
    reason: [reason].flat().join('\n'),
    index,
  }));
  const used = new Set<PlacedSuppression>();
  const suppressed: SuppressedRemark[] = [];
  const left = remarks.filter((remark) => {
    const exception = suppressions.find((candidate) => covers(candidate, remark));
    if (exception === undefined || isFixed(remark.rule, book)) return true;
    for (const candidate of suppressions) if (covers(candidate, remark)) used.add(candidate);
    suppressed.push({ ...remark, reason: exception.reason });
    return false;
  });
  const unused = suppressions
    .filter((exception) => !used.has(exception))
    .map((exception) => objectTo(exception, others, book));
  return { left, unused, suppressed };
}

/** An exception covers its place and everything within it. */
function covers({ rule, place }: PlacedSuppression, remark: Remark): boolean {
  return rule === remark.rule && (remark.pointer === place || remark.pointer.startsWith(`${place}/`));
}

/** The pointer for `collection/id`; a pointer is returned as it is. */
function placeOf(at: string, assessment: Assessment): string {
  const [collection = '', id] = at.split('/');
  const members: unknown = Object.getOwnPropertyDescriptor(assessment, collection)?.value;
  if (at.startsWith('/') || !Array.isArray(members)) return at;
  const index = members.findIndex(
    (member: { id?: string; ref?: string }) => (member.id ?? member.ref) === id,
  );
  return index < 0 ? at : toPointer([collection, index]);
}

function objectTo(
  { rule, at, index }: PlacedSuppression,
  others: OtherRules,
  book: RuleBook,
): Omit<Remark, 'rule' | 'severity'> {
  const pointer = toPointer(['exceptions', index]);
  if (!isFixed(rule, book)) {
    const message = `There is no finding of \`${rule}\` at \`${at}\` that this exception is about.`;
    return { pointer, message, help: 'Remove the exception.' };
  }
  const why = whyFixed(rule, others, book);
  return why === undefined
    ? { pointer, message: `There is no rule \`${rule}\`.`, help: ruleMeant(rule, others, book) }
    : {
        pointer,
        message: `\`${rule}\` cannot be excepted: ${why}`,
        help: 'Fix what it reports, and remove the exception.',
      };
}
