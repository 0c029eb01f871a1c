import type { Remark } from '../../model/finding.ts';
import { type PointerPart, toPointer } from '../../model/pointer.ts';
import { membersOf } from '../mistake.ts';
import { code, joinOr, quote } from '../words.ts';
import { isSafePattern } from './safe-pattern.ts';

/**
 * What a project's schema may say about its own fields: the basic part of JSON Schema, which is checked without
 * compiling code.
 */
export interface FieldSchema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly (string | number | boolean)[];
  readonly format?: 'edtf';
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
}

/** A project's own fields: those of the assessment, and those of list entries, by list and name. */
export interface OwnFields {
  readonly assessment: Readonly<Record<string, FieldSchema>>;
  readonly entries: Readonly<Record<string, Readonly<Record<string, FieldSchema>>>>;
  /** Names of required fields: of the assessment under an empty key, of entries by list. */
  readonly required?: Readonly<Record<string, readonly string[]>>;
}

const NAME = /^x-[a-z0-9]+(?:-[a-z0-9]+)*$/;
const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object'];
/** Keywords of JSON Schema that only inform people or editors. */
const FOR_PEOPLE = [
  '$schema',
  '$id',
  '$comment',
  'title',
  'description',
  'examples',
  'default',
  'deprecated',
];
const COUNTS = ['minLength', 'maxLength', 'minItems', 'maxItems'];
const NUMBERS = ['minimum', 'maximum'];
const MAX_DEPTH = 6;

/**
 * Reads a project's schema: `properties` of the assessment named `x-…`, and `properties` named after a list,
 * whose `items` have `properties` named `x-…`. Unsupported keywords are rejected, since they would seem to be
 * checked.
 *
 * @returns Remarks with pointers into the schema.
 */
export function readOwnFields(data: unknown): {
  readonly fields?: OwnFields;
  readonly remarks: readonly Remark[];
} {
  const remarks: Remark[] = [];
  const object = (parts: PointerPart[], message: string, help: string) =>
    remarks.push({
      rule: 'invalid-field-schema',
      severity: 'error',
      pointer: toPointer(parts),
      message,
      help,
    });
  const assessment: Record<string, FieldSchema> = {};
  const entries: Record<string, Record<string, FieldSchema>> = {};
  const required: Record<string, readonly string[]> = {};
  readFrame(data, [], ['properties', 'required'], object);
  required[''] = demandedOf(data, [], object);
  for (const [name, schema] of Object.entries(membersOf(membersOf(data).properties))) {
    const at = ['properties', name];
    if (NAME.test(name)) {
      assessment[name] = readField(schema, at, object, 0);
      continue;
    }
    const inner = membersOf(membersOf(membersOf(schema).items).properties);
    if (Object.keys(inner).length === 0) {
      object(
        at,
        `${quote(name)} is not a field of a project's own.`,
        'Call it `x-…`; or name a list, with `items` and their `properties`.',
      );
      continue;
    }
    const { items } = membersOf(schema);
    readFrame(schema, at, ['items'], object);
    readFrame(items, [...at, 'items'], ['properties', 'required'], object);
    required[name] = demandedOf(items, [...at, 'items'], object);
    for (const [field, own] of Object.entries(inner)) {
      const place = [...at, 'items', 'properties', field];
      if (!NAME.test(field))
        object(place, `${quote(field)} is not a field of a project's own.`, 'Call it `x-…`.');
      else entries[name] = { ...entries[name], [field]: readField(own, place, object, 0) };
    }
  }
  if (remarks.length === 0 && Object.keys(assessment).length + Object.keys(entries).length === 0)
    object([], 'The schema describes no field.', 'Describe fields as `properties`, with names in `x-`.');
  return remarks.length > 0 ? { remarks } : { fields: { assessment, entries, required }, remarks };
}

/** Rejects everything around the fields that would not be checked. */
function readFrame(schema: unknown, at: PointerPart[], known: readonly string[], object: Objector): void {
  for (const [key, value] of Object.entries(membersOf(schema))) {
    if ([...known, ...FOR_PEOPLE, 'type'].includes(key)) continue;
    if (key === 'additionalProperties' && value === false) continue;
    object(
      [...at, key],
      `${code(key)} is not understood here.`,
      NAME.test(key)
        ? `Fields stand under \`properties\`: \`{"properties": {"${key}": …}}\`.`
        : 'Leave it out: what it asks for would not be checked.',
    );
  }
}

/** The own fields that an object requires. */
function demandedOf(schema: unknown, at: PointerPart[], object: Objector): readonly string[] {
  const { required = [], properties } = membersOf(schema);
  const known = Object.keys(membersOf(properties));
  const names = Array.isArray(required) ? required : [required];
  return names.flatMap((name: unknown, index): string[] => {
    if (typeof name === 'string' && NAME.test(name) && known.includes(name)) return [name];
    object(
      [...at, 'required', ...(Array.isArray(required) ? [index] : [])],
      `${quote(String(name))} is not a field that is described beside it.`,
      'Name fields of `properties`, with names in `x-`; `desk` of the configuration demands others.',
    );
    return [];
  });
}

type Objector = (parts: PointerPart[], message: string, help: string) => void;

function readField(schema: unknown, at: PointerPart[], object: Objector, depth: number): FieldSchema {
  const members = membersOf(schema);
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(members)) {
    const place = [...at, key];
    const wrong = (what: string) =>
      object(place, `${code(key)} must be ${what}.`, 'Write it as JSON Schema does.');
    if (FOR_PEOPLE.includes(key)) {
      if (typeof value === 'string' && (key === 'title' || key === 'description')) read[key] = value;
    } else if (key === 'type') {
      if (TYPES.includes(String(value))) read.type = value;
      else wrong(joinOr(TYPES.map(code)));
    } else if (key === 'enum') {
      if (Array.isArray(value) && value.every((one) => ['string', 'number', 'boolean'].includes(typeof one)))
        read.enum = value;
      else wrong('a list of texts, numbers or truth values');
    } else if (key === 'format') {
      if (value === 'edtf') read.format = value;
      else wrong('`edtf`, for a date');
    } else if (key === 'pattern') {
      if (typeof value === 'string' && isSafePattern(value)) read.pattern = value;
      else
        wrong(
          'a plain pattern: characters, classes in brackets, and at most four quantities, without groups',
        );
    } else if (COUNTS.includes(key) || NUMBERS.includes(key)) {
      if (typeof value === 'number' && (NUMBERS.includes(key) || (Number.isInteger(value) && value >= 0)))
        read[key] = value;
      else wrong('a number');
    } else if ((key === 'items' || key === 'properties') && depth >= MAX_DEPTH) {
      object(place, 'The schema is nested too deeply.', `At most ${MAX_DEPTH} levels are read.`);
    } else if (key === 'items') {
      read.items = readField(value, place, object, depth + 1);
    } else if (key === 'properties') {
      read.properties = Object.fromEntries(
        Object.entries(membersOf(value)).map(([name, own]) => [
          name,
          readField(own, [...place, name], object, depth + 1),
        ]),
      );
    } else if (key === 'required') {
      if (Array.isArray(value) && value.every((one) => typeof one === 'string')) read.required = value;
      else wrong('a list of names');
    } else if (key !== 'additionalProperties' || value !== false) {
      object(
        place,
        `${code(key)} is not understood here.`,
        'Leave it out: what it asks for would not be checked.',
      );
    }
  }
  return read;
}
