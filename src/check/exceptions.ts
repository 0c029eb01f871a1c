import type { Remark } from '../model/finding.ts';
import type { Assessment } from '../model/generated/types.ts';
import { toPointer } from '../model/pointer.ts';

/**
 * Leaves out what the assessment itself excepts, and remarks on exceptions that except nothing: a reason given for
 * something that is no longer so misleads the reader. Errors stay: a memo with them cannot be built.
 */
export function applyExceptions(remarks: readonly Remark[], assessment: Assessment): Remark[] {
  const excepted = new Set<Remark>();
  const unused = (assessment.exceptions ?? []).flatMap(({ rule, at }, index) => {
    const place = placeOf(at, assessment);
    const meant = remarks.filter(
      ({ rule: id, pointer }) => id === rule && (pointer === place || pointer.startsWith(`${place}/`)),
    );
    const warnings = meant.filter(({ severity }) => severity !== 'error');
    for (const remark of warnings) excepted.add(remark);
    return warnings.length > 0 ? [] : unusedException(rule, at, index, meant.length > 0);
  });
  return [...remarks.filter((remark) => !excepted.has(remark)), ...unused];
}

/** The pointer of `collection/id`, or the pointer as it is given. */
function placeOf(at: string, assessment: Assessment): string {
  const [collection = '', id] = at.split('/');
  const members: unknown = Object.getOwnPropertyDescriptor(assessment, collection)?.value;
  if (at.startsWith('/') || !Array.isArray(members)) return at;
  const index = members.findIndex(
    (member: { id?: string; ref?: string }) => (member.id ?? member.ref) === id,
  );
  return index < 0 ? at : toPointer([collection, index]);
}

function unusedException(rule: string, at: string, index: number, isError: boolean): Remark {
  return {
    rule: 'unused-exception',
    severity: 'warning',
    pointer: toPointer(['exceptions', index]),
    message: isError
      ? `\`${rule}\` is an error at \`${at}\`; only warnings and notes can be excepted.`
      : `There is no finding of \`${rule}\` at \`${at}\` that this exception is about.`,
    help: isError ? 'Mend what it reports.' : 'Remove the exception.',
  };
}
