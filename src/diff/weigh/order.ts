import { letterOf } from '../../derive/entities/letters.ts';
import type { DiffSide } from '../types.ts';
import { unmovedKeys } from '../walk.ts';
import type { Labels } from '../words/labels.ts';
import type { DerivedChange } from './derived-change.ts';
import { WEIGHTS } from './weights.ts';

/** Lists whose order means nothing, but gives their items the numbers or letters that readers cite. */
const CITED = {
  judgments: { what: 'Judgments', numberOf: String },
  hypotheses: { what: 'Hypotheses', numberOf: (place: number) => letterOf(place - 1) },
} as const;

/** Most items that are named in one line. */
const MAX_NAMED = 3;

/** Where what both sides have stands in another order: one line for a list, with the numbers before and now. */
export function orderChanges(before: DiffSide, after: DiffSide, labels: Labels): DerivedChange[] {
  return (['judgments', 'hypotheses'] as const).flatMap((collection): DerivedChange[] => {
    const [old, fresh] = [before, after].map(
      ({ assessment }) => assessment[collection]?.map(({ id }) => id) ?? [],
    ) as [string[], string[]];
    // Ids that stand twice are a finding of their own: who moved cannot be told.
    if ([old, fresh].some((ids) => new Set(ids).size !== ids.length)) return [];
    const [was, is] = [old.filter((id) => fresh.includes(id)), fresh.filter((id) => old.includes(id))];
    const stayed = unmovedKeys(was, is);
    // Where others came or went, what left its order may have its number still: then the others have not.
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
        // Of the assessment: a reason that is given for one of them is for something else.
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
