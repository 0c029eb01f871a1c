import { isRecord } from '../../model/json.ts';
import { ASSESSMENT, type Shape, shapeWithin, VALUE } from '../shapes.ts';
import { proseOf, readingOf } from './prose.ts';

/**
 * A value as text that is the same for every notation of the same content: prose as it reads, white space
 * collapsed, members and unordered lists sorted, empty lists and objects left out. `undefined` if nothing is
 * left.
 */
export function canonical(value: unknown, shape: Shape): string | undefined {
  if (value === undefined || value === null) return undefined;
  switch (shape.kind) {
    case 'prose': {
      const text = proseOf(value);
      return text === undefined ? canonical(value, VALUE) : JSON.stringify(readingOf(text));
    }
    case 'set':
      return joined(
        asMembers(value)
          .flatMap((member) => canonical(member, VALUE) ?? [])
          .sort(),
      );
    case 'list': {
      if (!Array.isArray(value)) return canonical(value, VALUE);
      const items = value.map((item) => canonical(item, shape.item) ?? '{}');
      return joined(shape.ordered ? items : items.sort());
    }
    case 'object':
      return isRecord(value) ? canonicalObject(value, shape) : canonical(value, VALUE);
    case 'value':
      return canonicalValue(value);
  }
}

/** The content of an assessment: equal for two that differ only in notation. */
export function canonicalAssessment(assessment: unknown): string {
  return canonical(assessment, ASSESSMENT) ?? '{}';
}

/** The members of a set: one value equals a list of one. */
export function asMembers(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function canonicalObject(value: Record<string, unknown>, shape: Shape): string | undefined {
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const text = canonical(value[key], shapeWithin(shape, key));
      return text === undefined ? [] : `${JSON.stringify(key)}:${text}`;
    });
  return members.length === 0 ? undefined : `{${members.join(',')}}`;
}

function canonicalValue(value: unknown): string | undefined {
  if (typeof value === 'string') return JSON.stringify(value.trim().replace(/\s+/g, ' ').normalize('NFC'));
  if (Array.isArray(value)) return `[${value.map((item) => canonicalValue(item) ?? 'null').join(',')}]`;
  if (isRecord(value)) return canonicalObject(value, VALUE);
  return JSON.stringify(value);
}

function joined(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : `[${items.join(',')}]`;
}
