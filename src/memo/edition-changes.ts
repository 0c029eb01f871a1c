import { type LikelihoodView, viewLikelihood } from '../derive/analysis/likelihood.ts';
import type { EditionChanges, Moved, MovedLevel, ReasonView } from '../derive/entities/edition.ts';
import type { MemoView } from '../derive/memo-view.ts';
import { diffAssessments } from '../diff/diff-assessments.ts';
import { formerIn } from '../diff/match/former-ids.ts';
import type { AssessmentDiff, Change } from '../diff/types.ts';
import { isJudgmentMove } from '../diff/weigh/presentation.ts';
import { plain, shorten } from '../diff/words/labels.ts';
import { proseOf } from '../diff/words/prose.ts';
import { likelihoodScaleOf } from '../model/conventions/conventions.ts';
import { parseEdtf } from '../model/edtf.ts';
import type { Assessment, Judgment, Level, Likelihood, Register } from '../model/generated/types.ts';

/** Longest label of a judgment in the table, in characters: the judgment itself has the whole statement. */
const MAX_LENGTH = 120;

/**
 * What changed since the previous edition, for the memo. Both use the same register: changes in the register
 * are not the assessment's.
 */
export function editionChanges(
  previous: Assessment,
  assessment: Assessment,
  register: Register,
  view: MemoView,
): EditionChanges {
  const diff = diffAssessments({ assessment: previous, register }, { assessment, register });
  const reasons = new Reasons(assessment);
  const moved = movedJudgments(diff, previous, assessment, view, reasons);
  const withdrawn = withdrawnJudgments(diff, previous, reasons);
  const levels = movedLevels(diff, view, reasons);
  const isAdded = (id: string) =>
    diff.changes.some(({ type, entity }) => type === 'added' && isJudgment(entity.collection, entity.id, id));
  const asOf = parseEdtf(previous.asOf);
  return {
    previous: { number: previous.edition?.number, asOf: asOf ?? view.asOf },
    moved,
    added: view.judgments.all.filter(({ id }) => isAdded(id)).map(({ number }) => number),
    withdrawn,
    leading: leadingOf(diff, previous, assessment),
    levels,
    reasons: reasons.left(view.revision?.changes ?? []),
  };
}

function isJudgment(collection: string, id: string, wanted: string): boolean {
  return collection === 'judgments' && id === wanted;
}

/** The reasons of the newer edition, each to be printed once. */
class Reasons {
  readonly #described = new Set<number>();
  readonly #changes: NonNullable<NonNullable<Assessment['edition']>['changes']>;

  constructor({ edition }: Assessment) {
    this.#changes = edition?.changes ?? [];
  }

  /** Reasons for an entity, under any of its ids, as prose. */
  of(collection: string, ...ids: readonly string[]): string | undefined {
    const found = this.#changes.flatMap(({ entity, reason }, index) => {
      if (!ids.some((id) => entity === `${collection}/${id}`)) return [];
      this.#described.add(index);
      return proseOf(reason) ?? [];
    });
    return found.length === 0 ? undefined : found.join('\n');
  }

  /** Reasons not used yet; `all` are the same reasons in the same order. */
  left(all: readonly ReasonView[]): ReasonView[] {
    return all.filter((_, index) => !this.#described.has(index));
  }
}

function movedJudgments(
  { changes }: AssessmentDiff,
  previous: Assessment,
  assessment: Assessment,
  view: MemoView,
  reasons: Reasons,
): EditionChanges['moved'] {
  const moves = changes.filter(isJudgmentMove);
  const olderId = (id: string) => {
    const renamed = changes.find(
      ({ type, entity }) => type === 'renamed' && isJudgment(entity.collection, entity.id, id),
    );
    return renamed ? String(renamed.before) : id;
  };
  return view.judgments.all.flatMap(({ id, number, statement }) => {
    const own = moves.filter(({ entity }) => entity.id === id);
    if (own.length === 0) return [];
    const before = previous.judgments.find((judgment) => judgment.id === olderId(id));
    const after = assessment.judgments.find((judgment) => judgment.id === id);
    const moveOf = (type: Change['type']) => own.find((change) => change.type === type)?.move;
    return {
      number,
      label: shorten(plain(statement).replace(/\.$/, ''), MAX_LENGTH),
      likelihood: pair(
        likelihoodOf(before, previous),
        likelihoodOf(after, assessment),
        moveOf('likelihood-moved'),
      ),
      confidence: pair(before?.confidence?.level, after?.confidence?.level, moveOf('confidence-moved')),
      reason: reasons.of('judgments', id, olderId(id)),
    };
  });
}

function pair<Value>(from: Value | undefined, to: Value | undefined, move: Change['move']): Moved<Value> {
  return { from, to, move: move && { direction: move.direction, steps: move.steps } };
}

function likelihoodOf(judgment: Judgment | undefined, assessment: Assessment): LikelihoodView | undefined {
  const likelihood: Likelihood | undefined = judgment?.likelihood;
  return likelihood && viewLikelihood(likelihoodScaleOf(assessment), likelihood);
}

function withdrawnJudgments(
  { changes }: AssessmentDiff,
  previous: Assessment,
  reasons: Reasons,
): EditionChanges['withdrawn'] {
  return changes
    .filter(({ type }) => type === 'withdrawn')
    .flatMap(({ entity: { id } }) => {
      const judgment = previous.judgments.find((one) => one.id === id);
      if (!judgment) return [];
      return {
        statement: plain(proseOf(judgment.statement) ?? ''),
        likelihood: likelihoodOf(judgment, previous),
        confidence: judgment.confidence?.level,
        reason: reasons.of('judgments', id),
      };
    });
}

function leadingOf(
  { changes }: AssessmentDiff,
  previous: Assessment,
  assessment: Assessment,
): EditionChanges['leading'] {
  const change = changes.find(({ type }) => ['leader-changed', 'tie-arose', 'tie-broke'].includes(type));
  if (!change) return undefined;
  const former = formerIn(changes).get('hypotheses');
  const statements = (value: Change['before'], isOld: boolean) =>
    (Array.isArray(value) ? value : []).map((id) => {
      const editions = isOld && former?.has(String(id)) ? [previous, assessment] : [assessment, previous];
      const found = editions
        .flatMap(({ hypotheses = [] }) => hypotheses)
        .find((hypothesis) => hypothesis.id === id);
      return plain(proseOf(found?.statement) ?? String(id)).replace(/\.$/, '');
    });
  return { from: statements(change.before, true), to: statements(change.after, false) };
}

/** Only levels present on both sides: a new or removed one has not moved. */
function movedLevels({ changes }: AssessmentDiff, view: MemoView, reasons: Reasons): MovedLevel[] {
  const actors = [...view.actors.assessed, ...view.actors.others];
  return changes.flatMap(({ type, entity, field, before, after, move, origin }) => {
    if (type !== 'level-moved' || entity.collection !== 'actors' || origin !== 'assessment') return [];
    if (typeof before !== 'string' || typeof after !== 'string') return [];
    const [, dimension = 'intent'] = /^capabilities\/([^/]+)\/level$/.exec(field ?? '') ?? [];
    return {
      actor: actors.find(({ id }) => id === entity.id)?.name ?? entity.id,
      dimension,
      from: before as Level,
      to: after as Level,
      isUp: move?.direction === 'up',
      reason: reasons.of('actors', entity.id),
    };
  });
}
