import { FIELDS, MEMBERS, type Rule } from './places.ts';
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

const COUNTED: ReadonlySet<string> = new Set(['perpetrators', 'killed', 'injured', 'arrested']);

/** Weighs, classifies and names a place, by its pattern: the longest that is known decides. */
export function ruleFor(pattern: string): PlaceRule {
  const steps = pattern.split('/');
  const [member = ''] = steps;
  const last = steps.at(-1) ?? '';
  if (last === 'marking' && steps.length > 1) {
    return { class: 'handling', weight: 98, label: 'marking', order: 'marking', type: 'marking-changed' };
  }
  const capability = member === 'actors' ? capabilityRule(steps) : undefined;
  const [weight, label, order, type] = capability ?? quantityRule(steps) ?? FIELDS[pattern] ?? nearest(steps);
  const [known] = MEMBERS[member] ?? [];
  return {
    class: capability ? 'capabilities' : (known ?? 'handling'),
    weight,
    label: label ?? inWords(last),
    ...(order && { order }),
    ...(type && { type }),
  };
}

/** What one of a collection is called; `undefined` for what is none. */
export function nounOf(collection: string): string | undefined {
  return MEMBERS[collection]?.[2];
}

/** The weight of the nearest place above that has one of its own, for fields; of the collection, for its members. */
function nearest(steps: readonly string[]): Rule {
  const member = MEMBERS[steps[0] ?? ''];
  const above = FIELDS[steps[0] ?? ''];
  const label = steps.length === 1 ? member?.[2] : undefined;
  return [member?.[1] ?? above?.[0] ?? 25, label];
}

function capabilityRule(steps: readonly string[]): Rule | undefined {
  const [, , list, key, ...rest] = steps;
  if (list !== 'intent' && list !== 'capabilities') return undefined;
  const field = list === 'intent' ? key : rest[0];
  if (field === undefined) return [58, list === 'intent' ? 'intent' : 'capability'];
  const label = list === 'intent' ? 'intent, ' : '';
  if (field === 'level') return [62, `${label}level`, 'level', 'level-moved'];
  if (field === 'trend') return [52, `${label}trend`, undefined, 'direction-changed'];
  if (field === 'confidence') return [48, `${label}confidence`, 'confidence', 'confidence-moved'];
  return [34, `${label}${inWords(field)}`];
}

function quantityRule(steps: readonly string[]): Rule | undefined {
  const [member, , counted = '', reports, , field] = steps;
  if (member !== 'incidents' || !COUNTED.has(counted)) return undefined;
  if (reports === undefined) return [56, counted];
  if (reports === 'note') return [28, `note on ${counted}`];
  if (field === 'value' || field === 'min' || field === 'max')
    return [56, field, undefined, 'figure-changed'];
  return field === undefined ? [54, `report on ${counted}`] : [36];
}

/** `contraryEvidence` to `contrary evidence`. */
function inWords(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
