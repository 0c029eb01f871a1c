import type { LikelihoodView } from '../../derive/analysis/likelihood.ts';
import type {
  EditionChanges,
  Moved,
  MovedJudgment,
  WithdrawnJudgment,
} from '../../derive/entities/edition.ts';
import type { ConfidenceLevel } from '../../model/generated/types.ts';
import { dateText } from '../wording/dates.ts';
import type { Messages } from '../wording/messages.ts';
import { bandText } from '../wording/phrases.ts';

type Move = NonNullable<Moved<unknown>['move']>;

/**
 * What changed since the previous edition, in the words of a memo: finished phrases, except for analysts' own
 * texts.
 */
export function changesText(changes: EditionChanges, messages: Messages) {
  const { previous, moved, added, withdrawn, leading, levels, reasons } = changes;
  const date = dateText(previous.asOf, messages);
  const { number } = previous;
  return {
    former:
      number === undefined
        ? messages.text('changes.former', { date })
        : messages.text('changes.former-edition', { number, date }),
    /** Whether no judgment changed, was added or withdrawn. */
    none: moved.length + added.length + withdrawn.length === 0,
    moved: moved.map((judgment) => movedText(judgment, messages)),
    added,
    withdrawn: withdrawn.map((judgment) => withdrawnText(judgment, messages)),
    leading,
    levels: levels.map(({ actor, dimension, from, to, isUp, reason }) => ({
      actor,
      dimension: messages.text(dimension === 'intent' ? 'actor.intent' : `dimension.${dimension}`),
      from: messages.text(`level.${from}`),
      to: messages.text(`level.${to}`),
      way: messages.text(isUp ? 'changes.up' : 'changes.down'),
      reason,
    })),
    reasons,
  };
}

function movedText({ number, label, likelihood, confidence, reason }: MovedJudgment, messages: Messages) {
  const levelText = (level: ConfidenceLevel) => messages.text(`confidence.${level}`);
  return {
    number,
    label,
    likelihood: pairText(likelihood, (view) => likelihoodText(view, messages), bandsText, messages),
    confidence: pairText(confidence, levelText, wayText, messages),
    reason,
  };
}

/** From, to and how far; only `to` if nothing moved. All are plain texts. */
function pairText<Value>(
  { from, to, move }: Moved<Value>,
  textOf: (value: Value) => string,
  moveText: (move: Move, messages: Messages) => string,
  messages: Messages,
) {
  const none = messages.text('changes.none-stated');
  return {
    from: from === undefined ? none : textOf(from),
    to: to === undefined ? none : textOf(to),
    /** The direction of the arrow. */
    arrow: move?.direction === 'up' ? '↑' : move?.direction === 'down' ? '↓' : undefined,
    moved: move ? moveText(move, messages) : undefined,
    stated: to !== undefined || move !== undefined,
  };
}

function likelihoodText(view: LikelihoodView, messages: Messages): string {
  const { term, approximate } = view;
  const name = messages.text(term === undefined ? 'likelihood.no-term' : `term.${term}`);
  return messages.text('changes.likelihood', { term: name, band: bandText(view, approximate, messages) });
}

function bandsText(move: Move, messages: Messages): string {
  const { direction, steps } = move;
  if (steps === undefined || steps === 0) return wayText(move, messages);
  if (direction === 'up') return messages.text('changes.bands-up', { count: steps });
  return direction === 'down'
    ? messages.text('changes.bands-down', { count: steps })
    : wayText(move, messages);
}

/** Phrases for a move without countable steps; absent if its direction is unclear. */
const WAYS: Readonly<Record<Move['direction'], string | undefined>> = {
  up: 'changes.up',
  down: 'changes.down',
  same: 'changes.same',
  wider: 'changes.wider',
  narrower: 'changes.narrower',
  stated: 'changes.stated',
  dropped: 'changes.dropped',
  unclear: undefined,
};

function wayText({ direction }: Move, messages: Messages): string {
  const key = WAYS[direction];
  return key === undefined ? '' : messages.text(key);
}

function withdrawnText({ statement, likelihood, confidence, reason }: WithdrawnJudgment, messages: Messages) {
  return {
    statement,
    stood: [
      ...(likelihood ? [likelihoodText(likelihood, messages)] : []),
      ...(confidence
        ? [messages.text('changes.confidence', { level: messages.text(`confidence.${confidence}`) })]
        : []),
    ].join(messages.text('list.semicolon')),
    reason,
  };
}
