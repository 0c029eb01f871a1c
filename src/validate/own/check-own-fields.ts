import { isEdtf } from '../../model/edtf.ts';
import type { Remark } from '../../model/finding.ts';
import { isRecord } from '../../model/json.ts';
import { fromPointer, type PointerPart, toPointer } from '../../model/pointer.ts';
import { nearest } from '../../model/suggest.ts';
import { membersOf } from '../mistake.ts';
import { code, joinOr, nameValue, quote } from '../words.ts';
import type { FieldSchema, OwnFields } from './read-own-fields.ts';

/**
 * Mistakes in the own fields of a valid assessment. Without a schema, every own field is one: a misspelt field
 * could not be told from an intended one.
 */
export function checkOwnFields(assessment: object, fields: OwnFields | undefined): Remark[] {
  const remarks: Remark[] = [];
  checkNamed(assessment, [], fields?.assessment ?? {}, fields !== undefined, remarks);
  const demand = (value: object, at: readonly PointerPart[], list: string) => {
    for (const name of fields?.required?.[list] ?? []) {
      if (Object.hasOwn(value, name)) continue;
      remarks.push({
        rule: 'invalid-own-field',
        severity: 'error',
        pointer: toPointer(at),
        message: `The project demands ${code(name)}, and it is not here.`,
        help: `Fill it in; the schema that ${code('fields')} of the configuration names describes it.`,
      });
    }
  };
  demand(assessment, [], '');
  for (const [list, items] of Object.entries(assessment)) {
    if (!Array.isArray(items) || list.startsWith('x-')) continue;
    for (const [index, item] of items.entries()) {
      const entry = membersOf(item);
      checkNamed(entry, [list, index], fields?.entries[list] ?? {}, fields !== undefined, remarks);
      demand(entry, [list, index], list);
    }
  }
  return remarks;
}

/** Replaces remarks on unknown properties by a hint if there is an own field of that name with `x-`. */
export function meantAsOwn(remarks: readonly Remark[], fields: OwnFields | undefined): readonly Remark[] {
  if (!fields) return remarks;
  return remarks.map((remark) => {
    if (remark.rule !== 'unknown-property') return remark;
    const parts = fromPointer(remark.pointer);
    const known =
      parts.length === 1
        ? fields.assessment
        : parts.length === 3
          ? fields.entries[String(parts[0])]
          : undefined;
    const name = `x-${parts.at(-1)}`;
    return known && Object.hasOwn(known, name) ? { ...remark, help: `Did you mean ${code(name)}?` } : remark;
  });
}

function checkNamed(
  value: object,
  at: readonly PointerPart[],
  known: Readonly<Record<string, FieldSchema>>,
  isDescribed: boolean,
  remarks: Remark[],
): void {
  const names = Object.keys(known);
  for (const [name, own] of Object.entries(value)) {
    if (!name.startsWith('x-')) continue;
    const schema = Object.hasOwn(known, name) ? known[name] : undefined;
    if (schema) {
      checkValue(own, [...at, name], schema, remarks);
      continue;
    }
    const meant = nearest(name, names);
    remarks.push({
      rule: 'undescribed-field',
      severity: 'error',
      pointer: toPointer([...at, name]),
      on: 'key',
      message: `No schema of the project describes ${quote(name)} here.`,
      help: meant
        ? `Did you mean ${code(meant)}?`
        : isDescribed
          ? `Describe it in the schema that ${code('fields')} of the configuration names${names.length > 0 ? `, or use ${joinOr(names.map(code), 12)}` : ''}.`
          : `Name a JSON Schema of the project's own fields under ${code('fields')} in the project's configuration, and describe it there.`,
    });
  }
}

function checkValue(
  value: unknown,
  at: readonly PointerPart[],
  schema: FieldSchema,
  remarks: Remark[],
): void {
  const refuse = (message: string, help?: string, parts: readonly PointerPart[] = at) => {
    remarks.push({
      rule: 'invalid-own-field',
      severity: 'error',
      pointer: toPointer(parts),
      message,
      ...(help && { help }),
    });
  };
  const name = code(String(at.findLast((part) => typeof part === 'string') ?? ''));
  const { type } = schema;
  if (type !== undefined && !isOf(type, value)) {
    refuse(`${name} must be ${TYPE_NAMES[type] ?? type}, not ${nameValue(value)}.`);
    return;
  }
  if (schema.enum && !schema.enum.some((one) => one === value)) {
    const texts = schema.enum.map(String);
    const meant = typeof value === 'string' ? nearest(value, texts) : undefined;
    refuse(
      `${name} must be one of ${joinOr(texts.map(code), 8)}, not ${nameValue(value)}.`,
      meant && `Did you mean ${code(meant)}?`,
    );
    return;
  }
  if (typeof value === 'string') checkText(value, name, schema, refuse);
  else if (typeof value === 'number') {
    if (schema.minimum !== undefined && value < schema.minimum)
      refuse(`${name} must be at least ${schema.minimum}.`);
    if (schema.maximum !== undefined && value > schema.maximum)
      refuse(`${name} must be at most ${schema.maximum}.`);
  } else if (Array.isArray(value)) {
    if (schema.minItems !== undefined && value.length < schema.minItems)
      refuse(`${name} must have at least ${schema.minItems} entries.`);
    if (schema.maxItems !== undefined && value.length > schema.maxItems)
      refuse(`${name} must have at most ${schema.maxItems} entries.`);
    if (schema.items)
      for (const [index, item] of value.entries()) checkValue(item, [...at, index], schema.items, remarks);
  } else if (typeof value === 'object' && value !== null) {
    const { properties = {}, required = [] } = schema;
    for (const missing of required) {
      if (!Object.hasOwn(value, missing)) refuse(`${name} lacks ${code(missing)}.`);
    }
    for (const [key, item] of Object.entries(value)) {
      const inner = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (inner) checkValue(item, [...at, key], inner, remarks);
      else if (schema.properties) {
        const meant = nearest(key, Object.keys(properties));
        refuse(`${quote(key)} is not a property of ${name}.`, meant && `Did you mean ${code(meant)}?`, [
          ...at,
          key,
        ]);
      }
    }
  }
}

function checkText(
  value: string,
  name: string,
  schema: FieldSchema,
  refuse: (message: string, help?: string) => void,
): void {
  const { minLength = 0, maxLength, pattern, format } = schema;
  if (value.length < minLength) refuse(`${name} must have at least ${minLength} characters.`);
  if (maxLength !== undefined && value.length > maxLength)
    refuse(`${name} must have at most ${maxLength} characters.`);
  if (format === 'edtf' && !isEdtf(value))
    refuse(
      `${name} is ${quote(value)}, which is not a date as written here (EDTF).`,
      'Write for instance `2024-03-22`.',
    );
  if (pattern === undefined) return;
  if (value.length > MAX_MATCHED)
    refuse(`${name} must have at most ${MAX_MATCHED} characters, since it has a pattern.`);
  else if (!new RegExp(pattern, 'u').test(value))
    refuse(`${name} is ${quote(value)}, which does not have the form ${code(pattern)}.`);
}

/** Longest text matched against a pattern. */
const MAX_MATCHED = 200;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'an object',
};

function isOf(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}
