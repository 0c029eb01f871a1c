import { registerDifferences } from './diff-registers.ts';
import { together, viewOf, withFileIds } from './match/former-ids.ts';
import { identify } from './match/identify.ts';
import { rewriteIds } from './match/rewrite-ids.ts';
import type { Surroundings } from './match/surroundings.ts';
import { renameDifferences } from './rename-differences.ts';
import { ASSESSMENT } from './shapes.ts';
import { type AssessmentDiff, type Change, changeClasses, type DiffSide } from './types.ts';
import { type Difference, differences } from './walk.ts';
import { derivedChanges } from './weigh/derived.ts';
import { reasonsOf } from './weigh/reasons.ts';
import { weigh } from './weigh/weigh.ts';
import { labelsOf } from './words/labels.ts';

/**
 * The differences between two states of one assessment, weighed and described. Each difference in the data is
 * one change; differences only in notation (lines, white space, order where it means nothing, empty lists) are
 * none. Differences in what is computed from the data follow as `derived`, and differences in register entries
 * that both refer to have the `origin` `register`.
 *
 * Both sides must be valid; duplicate or dangling ids are compared as they are.
 */
export function diffAssessments(before: DiffSide, after: DiffSide): AssessmentDiff {
  // Without renames and reused ids no copy is needed.
  const { renames, former } = identify(before, after);
  const view = viewOf(before.assessment, renames, former);
  const older = {
    ...before,
    assessment: former.size === 0 ? view : rewriteIds(before.assessment, together(renames, former)),
  };
  const found = [
    ...renameDifferences(before.assessment, after.assessment, renames),
    ...differences({ raw: before.assessment, view }, after.assessment, ASSESSMENT).filter(isNoFollower),
  ];
  const shared = registerDifferences(older, after);
  const common = {
    before: older,
    after,
    labels: labelsOf(older, after, before),
    reasons: reasonsOf(after.assessment),
  };
  const places = [...found, ...shared].map(({ pattern }) => pattern);
  const changes = [
    ...weighAll(found, { ...common, origin: 'assessment' }),
    ...weighAll(shared, { ...common, origin: 'register' }),
    ...derivedChanges(older, after, places, common.labels, common.reasons),
  ];
  return {
    id: { before: before.assessment.id, after: after.assessment.id },
    title: after.assessment.title,
    changes: inOrder(former.size === 0 ? changes : changes.map(withFileIds)),
  };
}

/** An entry that changes from `id` to `ref`, or back, differs in both: only `ref` is reported. */
function isNoFollower({ pattern }: Difference): boolean {
  return !pattern.endsWith('/*/id');
}

function weighAll(found: readonly Difference[], surroundings: Surroundings): Change[] {
  return found.map((difference) => weigh(difference, surroundings));
}

const CLASS_ORDER = new Map(changeClasses.map((name, index) => [name, index]));

/** By class, then by weight, then in the order found. */
function inOrder(changes: readonly Change[]): Change[] {
  const place = (change: Change) => CLASS_ORDER.get(change.class) ?? 0;
  return changes.toSorted((a, b) => place(a) - place(b) || b.weight - a.weight);
}
