import type { Field, FieldTable } from '../model/fields.ts';
import { assessmentFields, registerFields } from '../model/generated/fields.ts';
import { type NaturalKeys, naturalKeys } from './match/natural-keys.ts';

/**
 * How a value is compared. Anything without a shape is a `value`, compared as a whole, so that additions to the
 * schema are not missed.
 */
export type Shape =
  /** Compared as a whole; white space in texts is collapsed, the order of lists counts. */
  | { readonly kind: 'value' }
  /** Compared as it reads. */
  | { readonly kind: 'prose' }
  /** One value or a list whose order means nothing; one value equals a list of one. */
  | { readonly kind: 'set' }
  /** Compared property by property; a property not listed is a value. */
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Shape>> }
  /** A list of objects, matched by key; `ordered` if their order counts. */
  | { readonly kind: 'list'; readonly keys: NaturalKeys; readonly ordered: boolean; readonly item: Shape };

export const VALUE: Shape = { kind: 'value' };
const PROSE: Shape = { kind: 'prose' };
const SET: Shape = { kind: 'set' };

/**
 * The assessment. Order counts for sections, authors, and inside values (a range, the names of a CSL item); it
 * does not for the other collections, for lists of ids and names, and for lists of reports, claims and the
 * like.
 */
export const ASSESSMENT: Shape = rootShape(assessmentFields);

/** The register: identities without grades. */
export const REGISTER: Shape = rootShape(registerFields);

/** The shape of a file, from the table of its fields. */
function rootShape(table: FieldTable): Shape {
  const inside = new Map<string, [name: string, field: Field][]>();
  for (const [path, field] of Object.entries(table)) {
    const end = path.lastIndexOf('/');
    const parent = path.slice(0, Math.max(end, 0));
    inside.set(parent, [...(inside.get(parent) ?? []), [path.slice(end + 1), field]]);
  }
  const membersOf = (path: string): Shape => ({
    kind: 'object',
    fields: Object.fromEntries(
      (inside.get(path) ?? []).map(([name, field]) => [name, shapeOf(join(path, name), field)] as const),
    ),
  });
  const shapeOf = (path: string, { shape, keys }: Field): Shape => {
    switch (shape) {
      case 'prose':
        return PROSE;
      case 'set':
        return SET;
      case 'object':
        return membersOf(path);
      case 'list':
      case 'ordered':
        return {
          kind: 'list',
          keys: naturalKeys(keys),
          ordered: shape === 'ordered',
          item: membersOf(join(path, '*')),
        };
      default:
        return VALUE;
    }
  };
  return membersOf('');
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}

/** The shape of an object's property or of a list's entry. */
export function shapeWithin(shape: Shape, key: string): Shape {
  if (shape.kind === 'list') return shape.item;
  if (shape.kind !== 'object') return VALUE;
  return Object.hasOwn(shape.fields, key) ? (shape.fields[key] ?? VALUE) : VALUE;
}
