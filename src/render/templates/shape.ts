import { isRecord } from '../../model/json.ts';
/**
 * The shape of a value in a template's context. `any` is unknown; a `map` has keys that an assessment decides.
 */
export type Shape =
  | { readonly is: 'any' | 'text' | 'number' | 'flag' }
  | { readonly is: 'list' | 'map'; readonly of: Shape }
  | { readonly is: 'object'; readonly fields: Readonly<Record<string, Shape>> };

export const ANY: Shape = { is: 'any' };

/** Deepest nesting examined: views have at most ten levels. */
const MAX_DEPTH = 14;

/** The combined shape of several values: a field of any of them is a field. */
export function shapeOf(values: readonly unknown[], depth = 0): Shape {
  const seen = values.filter((value) => value !== undefined && value !== null);
  const [first] = seen;
  if (first === undefined || depth > MAX_DEPTH) return ANY;
  if (seen.every((value) => typeof value === 'string')) return { is: 'text' };
  if (seen.every((value) => typeof value === 'number')) return { is: 'number' };
  if (seen.every((value) => typeof value === 'boolean')) return { is: 'flag' };
  if (seen.every(Array.isArray)) return { is: 'list', of: shapeOf(seen.flat(1), depth + 1) };
  const maps = seen.filter((value): value is Map<unknown, unknown> => value instanceof Map);
  if (maps.length === seen.length) {
    return {
      is: 'map',
      of: shapeOf(
        maps.flatMap((map) => [...map.values()]),
        depth + 1,
      ),
    };
  }
  const isPlain = (value: unknown): value is object => isRecord(value) && !(value instanceof Set);
  if (!seen.every(isPlain)) return ANY;
  const names = [...new Set(seen.flatMap((value) => Object.keys(value)))].sort();
  const fields = names.map((name) => [
    name,
    shapeOf(
      seen.map((value) => (value as Readonly<Record<string, unknown>>)[name]),
      depth + 1,
    ),
  ]);
  return { is: 'object', fields: Object.fromEntries(fields) };
}

/** Shapes as a table, each written once: a field refers to the index of its shape. */
export type ShapeTable = readonly (readonly [is: string, of?: number | Readonly<Record<string, number>>])[];

/** The table for some shapes; its first rows are these, in order. */
export function tableOf(shapes: readonly Shape[]): ShapeTable {
  const rows: [is: string, of?: number | Record<string, number>][] = shapes.map(() => ['any']);
  const known = new Map<string, number>();
  const row = (shape: Shape): [is: string, of?: number | Record<string, number>] => {
    if (shape.is === 'object') {
      const fields = Object.entries(shape.fields).map(([name, field]) => [name, numberOf(field)]);
      return ['object', Object.fromEntries(fields)];
    }
    return 'of' in shape ? [shape.is, numberOf(shape.of)] : [shape.is];
  };
  const numberOf = (shape: Shape): number => {
    const made = row(shape);
    const key = JSON.stringify(made);
    const number = known.get(key) ?? rows.push(made) - 1;
    known.set(key, number);
    return number;
  };
  for (const [index, shape] of shapes.entries()) rows[index] = row(shape);
  return rows;
}

/** A shape from a table. The same index gives the same object. */
export function shapeAt(table: ShapeTable, number: number): Shape {
  const made = madeOf.get(table) ?? new Map<number, Shape>();
  madeOf.set(table, made);
  const known = made.get(number);
  if (known) return known;
  const [is, of] = table[number] ?? ['any'];
  const shape = ((): Shape => {
    if (is === 'object' && typeof of === 'object') {
      const fields = Object.entries(of).map(([name, field]) => [name, shapeAt(table, field)]);
      return { is, fields: Object.fromEntries(fields) };
    }
    if ((is === 'list' || is === 'map') && typeof of === 'number') return { is, of: shapeAt(table, of) };
    return { is: is as 'any' };
  })();
  made.set(number, shape);
  return shape;
}

const madeOf = new WeakMap<ShapeTable, Map<number, Shape>>();

/** The shape of a field; `undefined` if there is no field of that name. */
export function fieldOf(owner: Shape, name: string): Shape | undefined {
  if (owner.is === 'any') return ANY;
  if (owner.is === 'object') return Object.hasOwn(owner.fields, name) ? owner.fields[name] : undefined;
  if (name === (owner.is === 'map' ? 'size' : 'length'))
    return owner.is === 'number' || owner.is === 'flag' ? undefined : { is: 'number' };
  if (owner.is === 'list' && /^\d+$/.test(name)) return owner.of;
  return owner.is === 'map' ? owner.of : undefined;
}

/** A description of a shape. */
export function shapeText(shape: Shape): string {
  const descriptions = {
    any: 'unknown',
    text: 'text',
    number: 'a number',
    flag: 'true or false',
    list: 'a list',
    map: 'a table',
    object: 'an object',
  };
  return descriptions[shape.is];
}
