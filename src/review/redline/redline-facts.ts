import type { JudgmentView } from '../../derive/entities/judgments.ts';
import type { MemoView } from '../../derive/memo-view.ts';
import { type AssessmentDiff, type Change, type ChangeType, changeClasses } from '../../diff/types.ts';
import type { DescribedChange } from '../../render/changes/described-change.ts';
import type { MoveFacts } from '../../render/changes/move-words.ts';
import type { MovedJudgment, RedlineFacts } from '../../render/changes/redline-words.ts';
import { WORKING_TREE } from '../diff/diff-sides.ts';
import { moveFacts } from './describe-changes.ts';

/** An edition and where it was read from. */
export interface RedlineEdition {
  readonly view: MemoView;
  readonly label: string;
}

/** How many of the other changes are described in words. */
const TOLD = 10;

/** What the table of moved judgments says; everything else is counted. */
const IN_TABLE: ReadonlySet<ChangeType> = new Set([
  'likelihood-moved',
  'confidence-moved',
  'added',
  'withdrawn',
  'resolved',
  'reopened',
  'resolution-changed',
]);

/** What the first page of a redline says, picked from the differences; `tell` puts one of them apart from its language. */
export function redlineFacts(
  before: RedlineEdition,
  after: RedlineEdition,
  diff: AssessmentDiff,
  tell: (change: Change) => DescribedChange,
): RedlineFacts {
  const inTable = diff.changes.filter(isInTable);
  const others = diff.changes.filter((change) => !isInTable(change));
  const ids = [...new Set(inTable.toSorted(byWeight).map(({ entity }) => entity.id))];
  const oldIds = new Map(
    diff.changes
      .filter(({ type, entity }) => type === 'renamed' && entity.collection === 'judgments')
      .map((change) => [change.entity.id, String(change.before)]),
  );
  const old = byId(before.view);
  const fresh = byId(after.view);
  return {
    before: readFrom(before),
    after: readFrom(after),
    judgments: ids.map((id): MovedJudgment => {
      const own = inTable.filter(({ entity }) => entity.id === id);
      return {
        before: old.get(id) ?? old.get(oldIds.get(id) ?? ''),
        after: fresh.get(id),
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

/** What is on disk has another name in each language. */
function readFrom({ view, label }: RedlineEdition): RedlineFacts['before'] {
  return { view, label: label === WORKING_TREE ? undefined : label };
}

/** Whether the table of moved judgments says it: a judgment came or went, or its likelihood or confidence moved. */
function isInTable({ class: name, type, entity, field }: Change): boolean {
  if (name !== 'judgments' || entity.collection !== 'judgments' || !IN_TABLE.has(type)) return false;
  // A member of one of its lists may be added, too.
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
