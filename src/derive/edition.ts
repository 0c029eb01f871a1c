import type { JudgmentViews } from './judgments.ts';
import { type NamedEntity, nameEntity } from './name-entity.ts';
import { proseText, type ResolvedAssessment } from './resolve.ts';

/** What an edition says of the one before it. */
export interface RevisionView {
  /** The edition it takes the place of, as the file names it. */
  readonly supersedes: string | undefined;
  readonly changes: readonly { readonly entity: NamedEntity; readonly reason: string }[];
}

/** What changed since the edition before; `undefined` where the file names neither that edition nor a change. */
export function viewRevision(
  assessment: ResolvedAssessment,
  judgments: JudgmentViews,
): RevisionView | undefined {
  const { supersedes, changes = [] } = assessment.edition ?? {};
  if (supersedes === undefined && changes.length === 0) return undefined;
  const numbers = new Map(judgments.all.map(({ id, number }) => [id, number]));
  return {
    supersedes,
    changes: changes.map(({ entity, reason }) => ({
      entity: nameEntity(entity, assessment, numbers),
      reason: proseText(reason) ?? '',
    })),
  };
}
