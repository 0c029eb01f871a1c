import { isRecord } from '../../model/json.ts';
import { fromPointer } from '../../model/pointer.ts';
import { ASSESSMENT, REGISTER, type Shape, shapeWithin } from '../shapes.ts';
import type { Change, DiffSide } from '../types.ts';

/** One step on the path from an entity to a change in it. */
export interface PathStep {
  /** Name of the property. */
  readonly name: string;
  /**
   * If the property is a list of entries with keys (or the ratings of a row): the entry, as in the newer file.
   */
  readonly member?: { readonly key: string; readonly value: unknown };
}

/** The path of a change within its entity, and how values at its end are compared. */
export interface ChangePath {
  readonly steps: readonly PathStep[];
  readonly shape: Shape['kind'];
}

/** Resolves the `field` of a change in the assessment or in the register. */
export function pathOfChange(
  { entity: { collection }, field, origin, pointers }: Change,
  before: DiffSide,
  after: DiffSide,
): ChangePath {
  const isOwn = collection === 'assessment';
  const root = origin === 'register' ? REGISTER : ASSESSMENT;
  const side = pointers.after === undefined ? before : after;
  const names = field === null ? [] : fromPointer(`/${field}`);
  const parts = fromPointer(pointers.after ?? pointers.before ?? '');
  const ahead = isOwn ? [] : parts.slice(0, 2);
  let shape = isOwn ? root : shapeWithin(shapeWithin(root, collection), '');
  let value = ahead.reduce(memberOf, origin === 'register' ? side.register : side.assessment);
  const steps: PathStep[] = [];
  for (const [index, name] of names.entries()) {
    value = memberOf(value, parts[ahead.length + index] ?? name);
    const last = steps.at(-1);
    if (last && (shape.kind === 'list' || last.name === 'ratings')) {
      steps[steps.length - 1] = { ...last, member: { key: name, value } };
    } else steps.push({ name });
    shape = shapeWithin(shape, name);
  }
  return { steps, shape: shape.kind };
}

function memberOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isRecord(value) ? value[key] : undefined;
}
