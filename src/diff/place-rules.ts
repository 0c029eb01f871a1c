import { fieldAt } from '../model/fields.ts';
import type { ChangeClass, ChangeType } from './types.ts';
import type { OrderName } from './weigh/moves.ts';

/** What is said and thought of a change at one place of the file. */
export interface PlaceRule {
  readonly class: ChangeClass;
  /** From 0 to 100; see `weights.ts`. */
  readonly weight: number;
  /** How a summary calls the field. */
  readonly label: string;
  /** The order in which the values stand, or that they are likelihoods. */
  readonly order?: OrderName | 'likelihood';
  readonly type?: ChangeType;
}

/** The weight of what the schema says nothing of. */
const UNKNOWN = 25;

/** Weighs, classifies and names a place, by its pattern: what its field says, else the collection that it stands in. */
export function ruleFor(pattern: string): PlaceRule {
  const steps = pattern.split('/');
  const [member = ''] = steps;
  const last = steps.at(-1) ?? '';
  if (last === 'marking' && steps.length > 1) {
    return { class: 'handling', weight: 98, label: 'marking', order: 'marking', type: 'marking-changed' };
  }
  const [field, collection] = [fieldAt(pattern), fieldAt(member)];
  const label = field?.label ?? (steps.length === 1 ? field?.noun : undefined) ?? inWords(last);
  // A test holds classes, orders and types of the schemas against those that there are.
  return {
    class: (field?.class ?? collection?.class ?? 'handling') as ChangeClass,
    weight: field?.weight ?? collection?.weight ?? UNKNOWN,
    label,
    ...(field?.scale && { order: field.scale as OrderName | 'likelihood' }),
    ...(field?.change && { type: field.change as ChangeType }),
  };
}

/** What one of a collection is called; `undefined` for what is none. */
export function nounOf(collection: string): string | undefined {
  return fieldAt(collection)?.noun;
}

/** `contraryEvidence` to `contrary evidence`. */
function inWords(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
