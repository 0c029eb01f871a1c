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
    const moved = is.filter((id) => !stayed.has(id));
    const [first] = moved;
    if (first === undefined) return [];
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
        entity: { collection, id: first },
        field: 'order',
        before: was,
        after: is,
        weight: WEIGHTS.order,
        summary: `${what} in another order: ${places}${more}`,
      },
    ];
  });
}
