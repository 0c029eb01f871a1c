import { citationsIn } from '../../model/citation.ts';
import type { ReferenceKind } from '../../model/fields.ts';
import { assessmentFields, registerFields } from '../../model/generated/fields.ts';
import { type PointerPart, toPointer } from '../../model/pointer.ts';

export type { ReferenceKind };

export interface Reference {
  readonly kind: ReferenceKind;
  readonly id: string;
  /** JSON pointer of the text that contains the reference. */
  readonly pointer: string;
  /** Whether the key of the member is the reference, not its value (ratings of the matrix). */
  readonly on: 'key' | 'value';
}

/** A node of the tree of paths to references: the children for each key, or for any index or free key. */
interface Step {
  /** Kind of reference of a text here. */
  kind?: ReferenceKind;
  /** Kind of reference of the keys here. */
  keys?: ReferenceKind;
  readonly next: Map<string, Step>;
}

const WAYS: Step = { next: new Map() };
for (const [path, { refersTo, keysReferTo }] of Object.entries({ ...registerFields, ...assessmentFields })) {
  if (refersTo) stepAt(path).kind = refersTo;
  if (keysReferTo) stepAt(path).keys = keysReferTo;
}

/** The node for a path, created if missing. */
function stepAt(path: string): Step {
  return path.split('/').reduce((step, part) => {
    const next = step.next.get(part) ?? { next: new Map() };
    step.next.set(part, next);
    return next;
  }, WAYS);
}

const known = new WeakMap<object, readonly Reference[]>();

/** Every reference of an assessment, in the order of the file. Cached: many callers ask. */
export function referencesOf(assessment: object): readonly Reference[] {
  const found = known.get(assessment);
  if (found) return found;
  const gathered: Reference[] = [];
  walk(assessment, [], WAYS, gathered);
  known.set(assessment, gathered);
  return gathered;
}

/** `parts` is the path to the value: one shared array, longer by one at each level. */
function walk(value: unknown, parts: PointerPart[], step: Step | undefined, found: Reference[]): void {
  if (typeof value === 'string') {
    if (step?.kind) found.push({ kind: step.kind, id: value, pointer: toPointer(parts), on: 'value' });
    if (value.includes('[@')) walkProse(value, toPointer(parts), found);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const depth = parts.length;
  if (Array.isArray(value)) {
    const next = step?.next.get('*');
    for (const [index, item] of value.entries()) {
      parts[depth] = index;
      walk(item, parts, next, found);
    }
  } else {
    for (const key of Object.keys(value)) {
      parts[depth] = key;
      if (step?.keys) found.push({ kind: step.keys, id: key, pointer: toPointer(parts), on: 'key' });
      // Bibliographic items are printed as they stand and contain no references.
      else if (key !== 'csl')
        walk((value as Record<string, unknown>)[key], parts, step?.next.get(key), found);
    }
  }
  parts.length = depth;
}

function walkProse(text: string, pointer: string, found: Reference[]): void {
  for (const { items } of citationsIn(text)) {
    for (const { id } of items) found.push({ kind: 'citation', id, pointer, on: 'value' });
  }
}
