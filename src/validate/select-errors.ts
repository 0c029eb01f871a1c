import type { ErrorObject } from 'ajv';

/** Of several complaints about one value the first in this order says it best. */
const ORDER = ['type', 'const', 'enum', 'minLength', 'pattern', 'format', 'maxLength'];

/**
 * The errors worth explaining: one for each mistake. Left out are what the branches of `oneOf` and `anyOf` say
 * (the keyword itself is explained), what follows from a wrong type, and further complaints about the same text.
 */
export function selectErrors(errors: readonly ErrorObject[]): ErrorObject[] {
  const candidates = errors.filter(
    (error) => !/\/(?:oneOf|anyOf)\/\d+\//.test(error.schemaPath) && error.propertyName === undefined,
  );
  const best = new Map<string, number>();
  for (const error of candidates) {
    const rank = ORDER.indexOf(error.keyword);
    const known = best.get(error.instancePath);
    if (rank >= 0 && (known === undefined || rank < known)) best.set(error.instancePath, rank);
  }
  return candidates.filter((error) => {
    const rank = ORDER.indexOf(error.keyword);
    const first = best.get(error.instancePath);
    return first === undefined || rank === first || (rank < 0 && ORDER[first] !== 'type');
  });
}
