import type { AssessmentDiff, Change, ChangeClass } from '../types.ts';

/** Headings for the classes. */
export const CLASS_NAMES: Readonly<Record<ChangeClass, string>> = {
  handling: 'Identity and handling',
  judgments: 'Judgments',
  derived: 'What follows from the data',
  capabilities: 'Capability, intent, trends',
  incidents: 'Incidents and figures',
  actors: 'Actors and relationships',
  evidence: 'Evidence, sources, hypotheses',
  outlook: 'Outlook and what follows from it',
  narrative: 'Narrative',
};

/** One character for the kind of change, so that colour is not needed. */
export type Sign = '+' | '-' | '↑' | '↓' | '=' | '~';

/** `+` added, `-` removed, `↑` and `↓` moved on a scale, `=` renamed, `~` anything else. */
export function signOf({ type, move }: Pick<Change, 'type' | 'move'>): Sign {
  if (type === 'added') return '+';
  if (type === 'removed' || type === 'withdrawn') return '-';
  if (type === 'renamed') return '=';
  if (move?.direction === 'up' || move?.direction === 'down') return move.direction === 'up' ? '↑' : '↓';
  return '~';
}

/** Changes by class, the most important class first; classes without changes are left out. */
export function byClass(changes: readonly Change[]): ReadonlyMap<ChangeClass, readonly Change[]> {
  const classes = new Map<ChangeClass, Change[]>();
  for (const change of changes) classes.set(change.class, [...(classes.get(change.class) ?? []), change]);
  return classes;
}

/** Which judgment a change is of: one that went is told apart from the one that has its id now. */
export function judgmentKeyOf({ type, entity }: Pick<Change, 'type' | 'entity'>): string {
  return `${type === 'withdrawn' ? '-' : ''}${entity.id}`;
}

/** Whether a change is of a judgment's likelihood or confidence; another term for the same band is not. */
export function isJudgmentMove({ type, entity, move }: Change): boolean {
  const isMove = type === 'likelihood-moved' || type === 'confidence-moved';
  return entity.collection === 'judgments' && isMove && move?.direction !== 'same';
}

/** Ids of the judgments that changed in likelihood or confidence. */
export function movedJudgments({ changes }: AssessmentDiff): ReadonlySet<string> {
  return new Set(changes.filter(isJudgmentMove).map(({ entity }) => entity.id));
}

/**
 * "12 changes in 2 assessments, 3 judgments moved; 1 assessment added"; "No change in content" if there are
 * none.
 */
export function tallyText(
  diffs: readonly AssessmentDiff[],
  lone: { readonly added: number; readonly removed: number; readonly register?: number } = {
    added: 0,
    removed: 0,
  },
): string {
  const differing = diffs.filter(({ changes }) => changes.length > 0);
  const changes = differing.reduce((sum, diff) => sum + diff.changes.length, 0);
  const moved = differing.reduce((sum, diff) => sum + movedJudgments(diff).size, 0);
  const first = [
    ...(changes > 0 ? [`${count(changes, 'change')} in ${count(differing.length, 'assessment')}`] : []),
    ...(moved > 0 ? [`${count(moved, 'judgment')} moved`] : []),
  ].join(', ');
  const parts = [
    ...(first === '' ? [] : [first]),
    ...(lone.added > 0 ? [`${count(lone.added, 'assessment')} added`] : []),
    ...(lone.removed > 0 ? [`${count(lone.removed, 'assessment')} removed`] : []),
    ...(lone.register ? [`${count(lone.register, 'change')} in the register`] : []),
  ];
  return parts.length === 0 ? 'No change in content' : parts.join('; ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
