import { isRecord } from '../../model/json.ts';
import { confidenceLevel } from './vocabulary.ts';
import type { Edit } from './written.ts';

type Data = Readonly<Record<string, unknown>>;

/** The relationship's standing that a changed opinion stands for. */
const STANDINGS: ReadonlyMap<unknown, string> = new Map([
  ['strongly-disagree', 'denied'],
  ['disagree', 'disputed'],
  ['neutral', 'disputed'],
  ['agree', 'asserted'],
  ['strongly-agree', 'asserted'],
]);

/**
 * The part of an entry that a derived object repeats: an attribution by its index, who asserts or denies, the
 * standing.
 */
interface Repeated {
  readonly part: string;
  readonly index: number;
}

/**
 * An entry with a change made to a derived object applied; `undefined` if the entry has no place for the
 * change.
 */
export function withDerivedEdit(
  entry: Data,
  { part, index }: Repeated,
  { name, value }: Edit,
  known: { readonly actor: (id: string) => string | undefined; readonly party: (name: string) => string },
): Data | undefined {
  const attributed = (more: Data): Data => {
    const attributions: readonly unknown[] = Array.isArray(entry.attributions) ? entry.attributions : [];
    const changed = attributions.map((one, at) =>
      at === index && isRecord(one) ? { ...one, ...more } : one,
    );
    return { ...entry, attributions: changed };
  };
  if (part === 'attributions' && name === 'confidence') {
    const confidence = typeof value === 'number' ? confidenceLevel(value) : undefined;
    return confidence ? attributed({ confidence }) : undefined;
  }
  if (part === 'attributions' && name === 'target_ref') {
    const actor = known.actor(String(value));
    return actor === undefined ? undefined : attributed({ actor });
  }
  if ((part === 'asserts' || part === 'denies') && name === 'authors') {
    const names = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    return names.length > 0 ? { ...entry, [part]: names.map(known.party) } : undefined;
  }
  if (part === 'standing' && name === 'opinion') {
    const standing = STANDINGS.get(value);
    return standing === undefined ? undefined : { ...entry, standing };
  }
  return undefined;
}
