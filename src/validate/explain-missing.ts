import { toPointer } from '../model/pointer.ts';
import { type Explanation, type Mistake, membersOf, nameObject } from './mistake.ts';
import { childOf } from './schema-map.ts';
import { capitalise, code, joinAnd, joinOr, LONGEST_EXAMPLE, write } from './words.ts';

/** Properties that must be there and are not; placed on the object that lacks them. */
export function explainMissing(mistake: Mistake, missing: readonly string[]): Explanation {
  const described = missing.flatMap((name) => {
    const { description, examples: [example] = [] } = {
      ...childOf(mistake.here, name)?.schema,
      ...mistake.here?.schema.properties?.[name],
    };
    const shown =
      missing.length === 1 && typeof example === 'object'
        ? ` Example: ${write(example, LONGEST_EXAMPLE)}.`
        : '';
    return description ? `${code(name)}: ${description}${shown}` : [];
  });
  return {
    rule: 'missing-property',
    message: `${capitalise(nameObject(mistake))} lacks ${joinAnd(missing.map(code))}.`,
    ...(described.length > 0 && described.length <= MAX_DESCRIBED && { help: described.join(' ') }),
  };
}

/** More descriptions than this make a page, not a hint. */
const MAX_DESCRIBED = 3;

/** Where the schema's branches do not say it all. */
const IN_WORDS: Readonly<Record<string, string>> = {
  QuantityReport: '`value`, or `min` and `max` (either may be missing)',
  CountReport: '`value`, or `min` and `max` (either may be missing)',
};

/** Properties of which one set or another must be there (`oneOf`: and not both). */
export function explainChoice(mistake: Mistake): Explanation {
  const members = membersOf(mistake.value);
  const sets = branchesOf(mistake);
  const title = mistake.here?.schema.title ?? '';
  const object = nameObject(mistake);
  const either = IN_WORDS[title] ?? joinSets(sets);
  const begun = sets.filter((set) => set.some((name) => Object.hasOwn(members, name)));

  if (begun.length > 1) {
    const second = begun.at(-1)?.[0] ?? '';
    return {
      rule: 'one-of',
      message: `${capitalise(object)} has ${joinAnd(begun.map((set) => code(set[0] ?? '')))}; it takes one or the other.`,
      help: `Give either ${either}, not both.`,
      pointer: `${mistake.pointer}${toPointer([second])}`,
      on: 'key',
    };
  }
  const [only] = begun;
  if (only) {
    return explainMissing(
      mistake,
      only.filter((name) => !Object.hasOwn(members, name)),
    );
  }
  return { rule: 'one-of', message: `${capitalise(object)} needs ${either}.`, help: `Give ${either}.` };
}

/** "`term` or `range`", "`id` and `name`, or `ref`". */
function joinSets(sets: readonly string[][]): string {
  const words = sets.map((set) => joinAnd(set.map(code)));
  return sets.every((set) => set.length === 1) ? joinOr(words) : words.join(', or ');
}

/** What each branch of a `oneOf` or `anyOf` asks for. */
export function branchesOf(mistake: Mistake): string[][] {
  const branches: { required?: string[] }[] = Array.isArray(mistake.error.schema) ? mistake.error.schema : [];
  return branches.map((branch) => branch.required ?? []);
}
