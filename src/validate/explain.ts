import type { ErrorObject } from 'ajv';
import type { Conventions } from '../model/conventions/conventions.ts';
import { isEdtf } from '../model/edtf.ts';
import type { Remark } from '../model/finding.ts';
import { isRecord } from '../model/json.ts';
import { explainDate } from './explain-date.ts';
import { explainObject } from './explain-object.ts';
import { explainRange, explainSize } from './explain-size.ts';
import { explainTerm } from './explain-term.ts';
import { explainKeyPattern, explainPattern } from './explain-text.ts';
import { adviseOnFigure } from './meant/figure-notation.ts';
import { suggestValue, yearAsText } from './meant/suggest-value.ts';
import { adviseOnNothing, type Explanation, type Mistake, nameOf, toMistake } from './mistake.ts';
import { type SchemaFile, takes } from './schema-map.ts';
import { nameTypes, nameValue, titleInWords, write } from './words.ts';

/** Of several errors about one value, the first in this order explains it best. */
const ORDER = ['type', 'const', 'enum', 'minLength', 'pattern', 'format', 'maxLength'];

/**
 * The errors worth explaining: one for each mistake. Left out are errors within the branches of `oneOf` and
 * `anyOf` (the keyword itself is explained), consequences of a wrong type, and further errors about the same
 * text.
 */
function selectErrors(errors: readonly ErrorObject[]): ErrorObject[] {
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

/** Most remarks on one file; a last one says how many more there are. */
export const MAX_REMARKS = 200;

/** Keywords about an object's properties as a whole; their errors are explained together. */
const OBJECT_KEYWORDS = new Set(['additionalProperties', 'required', 'oneOf', 'anyOf']);

/** Turns validation errors into remarks an analyst understands: one for each mistake. */
export function explain(
  errors: readonly ErrorObject[],
  root: SchemaFile,
  file?: unknown,
  conventions?: Conventions,
): Remark[] {
  const remarks: Remark[] = [];
  let left = 0;
  for (const group of groupErrors(selectErrors(errors))) {
    if (remarks.length >= MAX_REMARKS && group.length === 1) {
      left += 1;
      continue;
    }
    const shown = mostOf(group);
    left += group.length - shown.length;
    const mistakes = shown.map((error) => toMistake(error, root, file, conventions));
    for (const { mistake, explanation } of explainGroup(mistakes)) {
      if (remarks.length < MAX_REMARKS) remarks.push(toRemark(mistake, explanation));
      else left += 1;
    }
  }
  if (left > 0) {
    remarks.push({
      rule: 'too-many-mistakes',
      severity: 'error',
      pointer: '',
      message: `${left.toLocaleString('en')} more mistakes in this file are not shown.`,
      help: 'Fix those shown first: the others may have the same cause.',
    });
  }
  return remarks;
}

/** Limits the unknown properties of one object: each is searched for in the whole schema. */
function mostOf(group: readonly ErrorObject[]): readonly ErrorObject[] {
  const [unknown, others] = [true, false].map((wanted) =>
    group.filter((error) => (error.keyword === 'additionalProperties') === wanted),
  );
  return [...(unknown ?? []).slice(0, MAX_REMARKS), ...(others ?? [])];
}

/** Groups the errors about one object's properties; every other error is a group of its own. */
function groupErrors(errors: readonly ErrorObject[]): ErrorObject[][] {
  const groups: ErrorObject[][] = [];
  const byObject = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const known = OBJECT_KEYWORDS.has(error.keyword) ? byObject.get(error.instancePath) : undefined;
    if (known) {
      known.push(error);
      continue;
    }
    const group = [error];
    groups.push(group);
    if (OBJECT_KEYWORDS.has(error.keyword)) byObject.set(error.instancePath, group);
  }
  return groups;
}

function explainGroup(mistakes: readonly Mistake[]): { mistake: Mistake; explanation: Explanation }[] {
  const [mistake] = mistakes;
  if (mistake === undefined) return [];
  const explanations = OBJECT_KEYWORDS.has(mistake.error.keyword)
    ? explainObject(mistakes)
    : [explainOne(mistake)];
  return explanations.map((explanation) => ({ mistake, explanation }));
}

function explainOne(mistake: Mistake): Explanation {
  switch (mistake.error.keyword) {
    case 'type':
      return explainType(mistake);
    case 'enum':
    case 'const':
      return explainTerm(mistake);
    case 'format':
      return explainDate(mistake);
    case 'pattern':
      return explainPattern(mistake);
    case 'propertyNames':
      return explainKeyPattern(mistake);
    case 'minimum':
    case 'maximum':
      return explainRange(mistake);
    default:
      return explainSize(mistake);
  }
}

function toRemark(mistake: Mistake, explanation: Explanation): Remark {
  const { rule, message, help, pointer, on, fixed } = explanation;
  return {
    rule,
    severity: 'error',
    pointer: pointer ?? mistake.pointer,
    ...(on && { on }),
    message,
    ...(help !== undefined && { help }),
    ...(fixed !== undefined && { fix: { pointer: mistake.pointer, value: fixed } }),
  };
}

/** Several dates where one is expected: an interval, or sources that disagree. */
function adviseOnDates({ value, here }: Mistake): string | undefined {
  if (here?.schema.format !== 'edtf' || !Array.isArray(value) || value.length < 2) return undefined;
  const [from, to] = value
    .map(String)
    .filter(isEdtf)
    .toSorted(compareDates)
    .filter((_, i, all) => i === 0 || i === all.length - 1);
  const interval =
    from !== undefined && to !== undefined && isEdtf(`${from}/${to}`)
      ? `"${from}/${to}"`
      : '"2024-03-22/2024-03-24"';
  const differ =
    here.schema.properties?.reports === undefined
      ? 'Where sources disagree, write the interval, and in a note who gives which.'
      : `Where sources disagree, write what each says: \`{"reports": [{"value": "${from ?? '2024-03-22'}", "source": "…"}, …]}\`.`;
  return `Write one date, or an interval: \`${interval}\`. ${differ}`;
}

function compareDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An entry written like the examples of its list, if it has none of its own. */
function likeItsNeighbours({ along, path, here }: Mistake): string | undefined {
  const [[example] = []] = (along[path.length - 1]?.schema.examples ?? []).filter((one) =>
    Array.isArray(one),
  );
  return here && takes(here.schema, 'object') && isRecord(example)
    ? `Write it like ${write(example)}.`
    : undefined;
}

/** A value of the wrong type: names both types and, where it is obvious, the correct notation. */
function explainType(mistake: Mistake): Explanation {
  const types: unknown = mistake.error.params.type;
  const wanted = Array.isArray(types) ? types.map(String) : String(types);
  const title = mistake.path.length === 0 ? mistake.here?.schema.title : undefined;
  const subject = title ? `The ${titleInWords(title)}` : nameOf(mistake.path, true);
  const help =
    mistake.value === null
      ? adviseOnNothing(mistake)
      : (adviseOnFigure(mistake) ??
        adviseOnDates(mistake) ??
        (mistake.here && suggestValue(mistake.value, mistake.here)) ??
        likeItsNeighbours(mistake));
  const fixed = mistake.here && yearAsText(mistake.value, mistake.here);
  return {
    rule: 'wrong-type',
    message: `${subject} must be ${nameTypes(wanted)}, not ${nameValue(mistake.value)}.`,
    ...(help && { help }),
    ...(fixed !== undefined && { fixed }),
  };
}
