import type { JudgmentView } from '../../derive/entities/judgments.ts';
import type { MemoView } from '../../derive/memo-view.ts';
import { FORMER } from '../../diff/match/former-ids.ts';
import { type AssessmentDiff, type Change, type ChangeType, changeClasses } from '../../diff/types.ts';
import { judgmentKeyOf } from '../../diff/weigh/presentation.ts';
import type { DescribedChange } from '../../render/changes/described-change.ts';
import type { MoveFacts } from '../../render/changes/move-words.ts';
import type { MovedJudgment, RedlineFacts } from '../../render/changes/redline-words.ts';
import { WORKING_TREE } from '../diff/diff-sides.ts';
import { moveFacts } from './describe-changes.ts';

/** An edition and where it was read. */
export interface RedlineEdition {
  readonly view: MemoView;
  readonly label: string;
}

/** Most other changes described in words. */
const TOLD = 10;

/** Changes shown in the table of judgments; everything else is counted. */
const IN_TABLE: ReadonlySet<ChangeType> = new Set([
  'likelihood-moved',
  'confidence-moved',
  'added',
  'withdrawn',
  'resolved',
  'reopened',
  'resolution-changed',
]);

/**
 * The content of a redline's first page, taken from the differences; `tell` describes a change independent of
 * language.
 */
export function redlineFacts(
  older: RedlineEdition,
  newer: RedlineEdition,
  diff: AssessmentDiff,
  tell: (change: Change) => DescribedChange,
): RedlineFacts {
  const inTable = diff.changes.filter(isInTable);
  const others = diff.changes.filter((change) => !isInTable(change));
  const keys = [...new Set(inTable.toSorted(byWeight).map(judgmentKeyOf))];
  const oldIds = new Map(
    diff.changes
      .filter(({ type, entity }) => type === 'renamed' && entity.collection === 'judgments')
      .map((change) => [change.entity.id, String(change.before)]),
  );
  const old = byId(older.view);
  const fresh = byId(newer.view);
  return {
    before: readFrom(older),
    after: readFrom(newer),
    judgments: keys.map((key): MovedJudgment => {
      const own = inTable.filter((change) => judgmentKeyOf(change) === key);
      const [first] = own;
      const id = first?.entity.id ?? '';
      const isGone = first?.type === 'withdrawn';
      const before =
        (isGone ? old.get(`${id}${FORMER}`) : undefined) ?? old.get(id) ?? old.get(oldIds.get(id) ?? '');
      return {
        before: first?.type === 'added' ? undefined : before,
        after: isGone ? undefined : fresh.get(id),
        likelihood: moveOf(own, 'likelihood-moved'),
        confidence: moveOf(own, 'confidence-moved'),
        reason: own.map(({ reason }) => reason).find((reason) => reason !== undefined),
      };
    }),
    counts: changeClasses
      .map((name) => ({ name, count: others.filter((change) => change.class === name).length }))
      .filter(({ count }) => count > 0),
    weightiest: others
      .toSorted(byWeight)
      .slice(0, TOLD)
      .map((change) => ({ change: tell(change), reason: change.reason })),
  };
}

/** The label of the working tree differs by language. */
function readFrom({ view, label }: RedlineEdition): RedlineFacts['before'] {
  return { view, label: label === WORKING_TREE ? undefined : label };
}

/**
 * Whether the table of judgments shows the change: a judgment added or withdrawn, or its likelihood or
 * confidence changed.
 */
function isInTable({ class: name, type, entity, field }: Change): boolean {
  if (name !== 'judgments' || entity.collection !== 'judgments' || !IN_TABLE.has(type)) return false;
  // An addition to one of its lists is not shown there.
  return type !== 'added' || field === null;
}

function byWeight(a: Change, b: Change): number {
  return b.weight - a.weight;
}

function byId({ judgments }: MemoView): ReadonlyMap<string, JudgmentView> {
  return new Map(judgments.all.map((judgment) => [judgment.id, judgment]));
}

function moveOf(changes: readonly Change[], type: ChangeType): MoveFacts | undefined {
  const move = changes.find((change) => change.type === type)?.move;
  return move && moveFacts(move);
}
