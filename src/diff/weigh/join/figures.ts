import { isRecord } from '../../../model/json.ts';
import { fromPointer } from '../../../model/pointer.ts';
import type { Change, DiffSide } from '../../types.ts';
import { figureText } from '../../words/field-text.ts';
import { isSameEntity, type Joined, type Sides, subjectOf } from './joined.ts';

const FIGURE = /^(.*)\/(?:value|min|max|qualifier)$/;

/** One report of a figure in which several parts changed: `at most 2 → 1–2`. */
export function restatedFigures(changes: readonly Change[], sides: Sides): Joined[] {
  const byReport = new Map<string, Change[]>();
  for (const change of changes) {
    const [, report] = FIGURE.exec(change.field ?? '') ?? [];
    if (report === undefined || change.origin !== 'assessment') continue;
    const key = `${change.entity.collection}/${change.entity.id}/${report}`;
    byReport.set(key, [...(byReport.get(key) ?? []), change]);
  }
  return [...byReport.values()].flatMap((parts): Joined[] => {
    const [first, ...others] = parts;
    // If only the qualifier changed, the figure is shown with its qualifier: `about 500 → 500`.
    if (!first || (others.length === 0 && !first.field?.endsWith('/qualifier'))) return [];
    const [before, after] = [reportOf('before', parts, sides), reportOf('after', parts, sides)];
    if (!before || !after || (others.length === 0 && before.value !== after.value)) return [];
    const way = first.summary.replace(/: (?:min|max|value|qualifier) .*$/, '');
    return [{ changes: [first, ...others], summary: `${way}: ${figureText(before)} → ${figureText(after)}` }];
  });
}

function reportOf(
  side: 'before' | 'after',
  parts: readonly Change[],
  sides: Sides,
): Record<string, unknown> | undefined {
  const pointer = parts.flatMap(({ pointers }) => pointers[side] ?? [])[0];
  const known = pointer ?? parts.flatMap(({ pointers }) => pointers.before ?? pointers.after ?? [])[0];
  return known === undefined ? undefined : objectAround(known, sides[side]);
}

/** The object that contains the value at a pointer. */
function objectAround(pointer: string, { assessment }: DiffSide): Record<string, unknown> | undefined {
  const found = fromPointer(pointer)
    .slice(0, -1)
    .reduce<unknown>(
      (value, key) => (Array.isArray(value) ? value[Number(key)] : isRecord(value) ? value[key] : undefined),
      assessment,
    );
  return isRecord(found) ? found : undefined;
}

/** A base rate whose counts changed: `1 of 6 → 2 of 6`. */
export function restatedBaseRates(changes: readonly Change[], { before, after, labels }: Sides): Joined[] {
  const parts = changes.filter(({ field }) => field === 'baseRate/count' || field === 'baseRate/of');
  return parts.flatMap((change): Joined[] => {
    const others = parts.filter((part) => part !== change && isSameEntity(part.entity, change.entity));
    if (others.length > 0 && change.field === 'baseRate/of') return [];
    const [old, fresh] = [
      [before, change.pointers.before ?? ''] as const,
      [after, change.pointers.after ?? ''] as const,
    ].map(([side, pointer]) => objectAround(pointer, side));
    if (!old || !fresh) return [];
    const say = ({ count, of }: Record<string, unknown>) => `${String(count)} of ${String(of)}`;
    const summary = `${subjectOf(change, labels)}: base rate ${say(old)} → ${say(fresh)}`;
    return [{ changes: [change, ...others], summary }];
  });
}
