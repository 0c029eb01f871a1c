import type { LikelihoodScale } from '../../model/conventions/conventions.ts';
import type { Judgment } from '../../model/generated/types.ts';
import { scalesOf } from '../match/surroundings.ts';
import type { AssessmentDiff, Change, DiffSide } from '../types.ts';
import { labelsOf } from '../words/labels.ts';
import { likelihoodText } from '../words/moved-text.ts';
import { moveText } from '../words/value-text.ts';
import { isJudgmentMove, judgmentKeyOf, type Sign, signOf } from './presentation.ts';

/** A judgment that changed, was added or withdrawn, in plain English. */
export interface JudgmentMove {
  readonly id: string;
  readonly sign: Sign;
  /** The beginning of its statement. */
  readonly label: string;
  /** `likely → very likely (one band up)`, or the current value; empty if there is none. */
  readonly likelihood: string;
  /** `low → moderate (one step up)`, or the current value. */
  readonly confidence: string;
  readonly reason: string | undefined;
}

/** The judgments that changed, were added or withdrawn, in the order of the diff: the weightiest first. */
export function judgmentMoves(
  { changes }: AssessmentDiff,
  before: DiffSide,
  after: DiffSide,
): readonly JudgmentMove[] {
  const [labels, formerly] = [labelsOf(before, after), labelsOf(after, before)];
  const scales = scalesOf({ before, after });
  const affecting = changes.filter(
    (change) => isJudgmentMove(change) || (change.entity.collection === 'judgments' && change.field === null),
  );
  return [...new Set(affecting.map(judgmentKeyOf))].map((key) => {
    const own = affecting.filter((change) => judgmentKeyOf(change) === key);
    const [first] = own;
    const id = first?.entity.id ?? '';
    const renamed = changes.find(
      ({ type, entity }) => type === 'renamed' && entity.collection === 'judgments' && entity.id === id,
    );
    const isGone = first?.type === 'withdrawn';
    const was =
      first?.type === 'added'
        ? undefined
        : judgmentIn(before, renamed && !isGone ? String(renamed.before) : id);
    const is = isGone ? undefined : judgmentIn(after, id);
    const moved = (type: Change['type']) => own.find((change) => change.type === type)?.move;
    const likelihoods = textsOf(likelihoodOf(was, scales.before), likelihoodOf(is, scales.after));
    const confidences = textsOf(was?.confidence?.level, is?.confidence?.level);
    return {
      id,
      sign: first ? signOf(first) : '~',
      label: (isGone ? formerly : labels).of('judgments', id),
      likelihood: movedOrNot(likelihoods, moved('likelihood-moved'), 'band'),
      confidence: movedOrNot(confidences, moved('confidence-moved'), 'step'),
      reason: own.find(({ reason }) => reason !== undefined)?.reason,
    };
  });
}

function judgmentIn({ assessment }: DiffSide, id: string): Judgment | undefined {
  return assessment.judgments.find((judgment) => judgment.id === id);
}

function likelihoodOf(judgment: Judgment | undefined, scale: LikelihoodScale): string | undefined {
  return likelihoodText(judgment?.likelihood, scale);
}

function textsOf(before: string | undefined, after: string | undefined) {
  return { before: before ?? '', after: after ?? '' };
}

function movedOrNot(
  { before, after }: { readonly before: string; readonly after: string },
  move: Change['move'],
  unit: 'band' | 'step',
): string {
  if (move) return moveText(before, after, move, unit);
  return after === '' ? before : after;
}
