import { isEdtf } from '../model/edtf.ts';
import { termLike } from './explain-term.ts';
import { isObject } from './mistake.ts';
import { childOf, itemOf, type Located, takes } from './schema-map.ts';
import { write } from './words.ts';

/** How to write what was probably meant by a value of the wrong type; `undefined` when that is not obvious. */
export function mend(value: unknown, wanted: Located): string | undefined {
  const written = rewrite(value, wanted);
  if (written !== undefined) return `Write ${write(written)}.`;
  const { title } = wanted.schema;
  if (title === 'Likelihood')
    return 'Write {"term": "likely"}, or a range of probabilities: {"range": [0.55, 0.8]}.';
  if (isObject(value) && takes(wanted.schema, 'array') && itemOf(wanted)?.schema.properties) {
    return 'Write a list, each item with its own `id`: [{"id": "first"}, {"id": "second"}].';
  }
  if (typeof value === 'number' && takes(wanted.schema, 'integer'))
    return 'Write it without a decimal point.';
  return undefined;
}

/** A number where a date is wanted, as that date: a year without quotation marks, which YAML reads as a number. */
export function yearAsText(value: unknown, { schema }: Located): string | undefined {
  return schema.format === 'edtf' && Number.isSafeInteger(value)
    ? fitting(String(value), schema.format)
    : undefined;
}

/** The value in the shape that is wanted. */
function rewrite(value: unknown, wanted: Located): unknown {
  const { schema } = wanted;
  if (takes(schema, 'string')) {
    const text = isPlain(value) ? String(value) : nameAlone(value);
    if (text !== undefined) return fitting(text, schema.format);
  }
  if (Array.isArray(value)) return rewriteList(value, wanted);
  if (typeof value === 'string' && takes(schema, 'number', 'integer')) return numberIn(value, schema);
  if (typeof value === 'string' && takes(schema, 'boolean')) return booleanIn(value);
  if (takes(schema, 'array')) {
    const item = itemOf(wanted);
    const inner = item && (fits(value, item) ? value : rewrite(value, item));
    if (inner === undefined) return twoNumbers(value, wanted);
    return schema.minItems === 2 ? [inner, inner] : [inner];
  }
  return takes(schema, 'object') ? asObject(value, wanted) : undefined;
}

/** "0.55-0.8" and "55–80 %", where two numbers from 0 to 1 are wanted. */
function twoNumbers(value: unknown, { schema }: Located): unknown {
  const parts =
    typeof value === 'string' && schema.minItems === 2
      ? /^\s*(\d+(?:\.\d+)?)\s*%?\s*(?:-|–|—|to)\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(value)
      : null;
  if (!parts) return undefined;
  const ends = [Number(parts[1]), Number(parts[2])];
  const isPercent = parts[3] === '%' || ends.some((end) => end > 1);
  const shares = ends.map((end) => (isPercent ? Number((end / 100).toPrecision(12)) : end));
  return shares.every((share) => share <= 1) ? shares : undefined;
}

function rewriteList(value: readonly unknown[], wanted: Located): unknown {
  if (wanted.schema.title === 'Likelihood') {
    return value.length === 2 && value.every((end) => typeof end === 'number') ? { range: value } : undefined;
  }
  const [only] = value;
  return value.length === 1 && fits(only, wanted) ? only : undefined;
}

/** A plain value where an object is wanted: as its likelihood term, its name, its figure, or the one property it needs. */
function asObject(value: unknown, wanted: Located): unknown {
  const { required = [], title } = wanted.schema;
  if (title === 'Quantity' && typeof value === 'number' && Number.isInteger(value))
    return { reports: [{ value }] };
  if (title === 'Likelihood' && typeof value === 'number') {
    const share = value > 1 ? Number((value / 100).toPrecision(12)) : value;
    return share > 0 && share < 1 ? { range: [share, share] } : undefined;
  }
  const key = title === 'Likelihood' ? 'term' : required.length === 0 ? 'name' : required[0];
  const inner = key !== undefined && required.length < 2 ? childOf(wanted, key) : undefined;
  if (key === undefined || inner === undefined) return undefined;
  const term =
    typeof value === 'string' && inner.schema.enum ? termLike(value, inner.schema.enum.map(String)) : value;
  return fits(term, inner) ? { [key]: term } : undefined;
}

function fits(value: unknown, { schema }: Located): boolean {
  if (schema.enum) return schema.enum.includes(value);
  if (typeof value === 'string') {
    const matches = schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value);
    return takes(schema, 'string') && matches;
  }
  if (typeof value === 'number')
    return takes(schema, 'number', Number.isInteger(value) ? 'integer' : 'number');
  const known = schema.properties ?? {};
  return (
    isObject(value) && takes(schema, 'object') && Object.keys(value).every((key) => Object.hasOwn(known, key))
  );
}

function isPlain(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

/** The name of an object that has nothing else. */
function nameAlone(value: unknown): string | undefined {
  if (!isObject(value) || Object.keys(value).length !== 1) return undefined;
  return typeof value.name === 'string' ? value.name : undefined;
}

function fitting(text: string, format: string | undefined): string | undefined {
  return format !== 'edtf' || isEdtf(text) ? text : undefined;
}

function numberIn(text: string, schema: Located['schema']): number | undefined {
  if (!/^\s*-?\d+(?:[.,]\d+)?\s*$/.test(text) || /,\d{3}\s*$/.test(text)) return undefined;
  const number = Number(text.trim().replace(',', '.'));
  return takes(schema, 'number') || Number.isInteger(number) ? number : undefined;
}

function booleanIn(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (word === 'true' || word === 'yes') return true;
  return word === 'false' || word === 'no' ? false : undefined;
}
