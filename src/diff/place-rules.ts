import { fieldAt } from '../model/fields.ts';
import type { ChangeClass, ChangeType } from './types.ts';
import type { OrderName } from './weigh/moves.ts';

/** How a change at one kind of place is classed, weighed and called. */
export interface PlaceRule {
  readonly class: ChangeClass;
  /** From 0 to 100; see `weights.ts`. */
  readonly weight: number;
  /** What a summary calls the field. */
  readonly label: string;
  /** The order of the values, or `likelihood`. */
  readonly order?: OrderName | 'likelihood';
  readonly type?: ChangeType;
}

/** The weight of a field without an annotation. */
const UNKNOWN = 25;

/** The rule for a place, by its pattern: that of its field, otherwise that of its collection. */
export function ruleFor(pattern: string): PlaceRule {
  const steps = pattern.split('/');
  const [member = ''] = steps;
  const last = steps.at(-1) ?? '';
  if (last === 'marking' && steps.length > 1) {
    return { class: 'handling', weight: 98, label: 'marking', order: 'marking', type: 'marking-changed' };
  }
  const [field, collection] = [fieldAt(pattern), fieldAt(member)];
  const label = field?.label ?? (steps.length === 1 ? field?.noun : undefined) ?? inWords(last);
  // A test checks the schemas' classes, orders and types against those that exist.
  return {
    class: (field?.class ?? collection?.class ?? 'handling') as ChangeClass,
    weight: field?.weight ?? collection?.weight ?? UNKNOWN,
    label,
    ...(field?.scale && { order: field.scale as OrderName | 'likelihood' }),
    ...(field?.change && { type: field.change as ChangeType }),
  };
}

/** What one entry of a collection is called; `undefined` if it is not a collection. */
export function nounOf(collection: string): string | undefined {
  return fieldAt(collection)?.noun;
}

/** `contraryEvidence` to `contrary evidence`. */
function inWords(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
