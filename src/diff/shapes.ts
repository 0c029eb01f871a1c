import type { Field, FieldTable } from '../model/fields.ts';
import { assessmentFields, registerFields } from '../model/generated/fields.ts';
import { type NaturalKeys, naturalKeys } from './match/natural-keys.ts';

/**
 * How a value is compared. What no shape describes is a `value`: compared as a whole, so that nothing is lost that the
 * schema will have one day.
 */
export type Shape =
  /** Compared whole; blanks in texts are single, the order of lists means something. */
  | { readonly kind: 'value' }
  /** Compared as it is read. */
  | { readonly kind: 'prose' }
  /** One value or a list of them, in which order means nothing: one value is a list of one. */
  | { readonly kind: 'set' }
  /** Compared member by member; a member that is not listed is a value. */
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Shape>> }
  /** A list of objects, matched by their keys; `ordered` where their order means something. */
  | { readonly kind: 'list'; readonly keys: NaturalKeys; readonly ordered: boolean; readonly item: Shape };

export const VALUE: Shape = { kind: 'value' };
const PROSE: Shape = { kind: 'prose' };
const SET: Shape = { kind: 'set' };

/**
 * The assessment. Order means something for sections, authors, and inside values (a range, the names of a CSL item); it
 * means nothing for the other collections, for lists of ids and names, and for lists of reports, claims and the like.
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

/** The shape of a member of an object or of an item of a list. */
export function shapeWithin(shape: Shape, key: string): Shape {
  if (shape.kind === 'list') return shape.item;
  if (shape.kind !== 'object') return VALUE;
  return Object.hasOwn(shape.fields, key) ? (shape.fields[key] ?? VALUE) : VALUE;
}
