import { letterOf } from '../../derive/entities/hypothesis-letter.ts';
import type { DiffSide } from '../types.ts';
import { unmovedKeys } from '../walk.ts';
import type { Labels } from '../words/labels.ts';
import type { DerivedChange } from './derived-change.ts';
import { WEIGHTS } from './weights.ts';

/** Lists whose order means nothing, but determines the numbers or letters that readers cite. */
const CITED = {
  judgments: { what: 'Judgments', numberOf: String },
  hypotheses: { what: 'Hypotheses', numberOf: (place: number) => letterOf(place - 1) },
} as const;

/** Most entries named on one line. */
const MAX_NAMED = 3;

/** Reports a new order of entries that both sides have: one line for a list, with old and new numbers. */
export function orderChanges(before: DiffSide, after: DiffSide, labels: Labels): DerivedChange[] {
  return (['judgments', 'hypotheses'] as const).flatMap((collection): DerivedChange[] => {
    const [old, fresh] = [before, after].map(
      ({ assessment }) => assessment[collection]?.map(({ id }) => id) ?? [],
    ) as [string[], string[]];
    // Duplicate ids have a finding of their own: moves cannot be recognised.
    if ([old, fresh].some((ids) => new Set(ids).size !== ids.length)) return [];
    const [was, is] = [old.filter((id) => fresh.includes(id)), fresh.filter((id) => old.includes(id))];
    const stayed = unmovedKeys(was, is);
    // If entries were added or removed, one that left its order may still have its number; then the others do
    // not.
    const renumbered = is.filter((id) => old.indexOf(id) !== fresh.indexOf(id));
    const left = renumbered.filter((id) => !stayed.has(id));
    const moved = stayed.size === is.length ? [] : left.length > 0 ? left : renumbered;
    if (moved.length === 0) return [];
    const { what, numberOf } = CITED[collection];
    const places = moved
      .slice(0, MAX_NAMED)
      .map((id) => {
        const [number, former] = [numberOf(fresh.indexOf(id) + 1), numberOf(old.indexOf(id) + 1)];
        return `“${labels.of(collection, id)}” is ${number} now, was ${former}`;
      })
      .join('; ');
    const more = moved.length > MAX_NAMED ? `; ${moved.length - MAX_NAMED} more moved` : '';
    return [
      {
        type: 'order-changed',
        // About the assessment as a whole: reasons given for one of the entries do not apply.
        entity: { collection: 'assessment', id: after.assessment.id },
        list: collection,
        field: collection,
        before: was,
        after: is,
        weight: WEIGHTS.order,
        summary: `${what} in another order: ${places}${more}`,
      },
    ];
  });
}
