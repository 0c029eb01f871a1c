import { assessmentFields } from '../model/generated/fields.ts';
import { type Explanation, type Mistake, nameOf } from './mistake.ts';
import { nameValue, write } from './words.ts';

/** A number below or above what is possible. */
export function explainRange(mistake: Mistake): Explanation {
  const { value, error } = mistake;
  const limit = Number(error.params.limit);
  const bound = error.keyword === 'minimum' ? `at least ${limit}` : `at most ${limit}`;
  const isPercent = limit === 1 && typeof value === 'number' && value > 1 && value <= 100;
  return {
    rule: 'out-of-range',
    message: `${nameOf(mistake.path, true)} must be ${bound}, not ${nameValue(value)}.`,
    ...(isPercent && {
      help: `Probabilities run from 0 to 1: for ${value} per cent write ${write(Number((value / 100).toPrecision(12)))}.`,
    }),
  };
}

/** Text, a list or an object with too little or too much in it. */
export function explainSize(mistake: Mistake): Explanation {
  const { value, error, path } = mistake;
  const limit = Number(error.params.limit);
  const name = nameOf(path, true);
  switch (error.keyword) {
    case 'minLength':
      return {
        rule: 'too-short',
        message: `${name} is empty text.`,
        help: 'Write the text, or leave the property out.',
      };
    case 'minProperties':
      return {
        rule: 'too-short',
        message: `${name} is an empty object.`,
        help: 'Fill it, or leave the property out.',
      };
    case 'minItems':
    case 'maxItems': {
      const count = Array.isArray(value) ? value.length : 0;
      const tooFew = error.keyword === 'minItems';
      if (tooFew && count === 0 && limit === 1) return explainEmpty(name, path);
      return {
        rule: tooFew ? 'too-short' : 'too-long',
        message: `${name} must have at ${tooFew ? 'least' : 'most'} ${items(limit)}, but it has ${count === 0 ? 'none' : count}.`,
        ...(path.at(-1) === 'range' && {
          help:
            count === 1 && Array.isArray(value)
              ? `A range has two ends; for one number write ${write([value[0], value[0]])}, or take a \`term\`.`
              : 'A range has two ends, from the lower to the upper: [0.55, 0.8].',
        }),
      };
    }
    case 'maxLength': {
      const length = typeof value === 'string' ? [...value].length : 0;
      return {
        rule: 'too-long',
        message: `${name} has ${length} characters; at most ${limit} are possible.`,
        help: 'Shorten it.',
      };
    }
    default:
      return { rule: 'schema-mismatch', message: `${name} ${error.message ?? 'does not fit the schema'}.` };
  }
}

/** A list that must not be empty: of the entries of a collection, or one that may be left out. */
function explainEmpty(name: string, path: Mistake['path']): Explanation {
  const [collection = ''] = path;
  const noun =
    path.length === 1 && Object.hasOwn(assessmentFields, collection)
      ? assessmentFields[collection]?.noun?.toLowerCase()
      : undefined;
  return {
    rule: 'too-short',
    message: `${name} is empty.`,
    help:
      noun === undefined
        ? 'Write what belongs into it.'
        : `An assessment needs at least one ${noun}: add the first.`,
  };
}

function items(count: number): string {
  return count === 1 ? '1 item' : `${count} items`;
}
