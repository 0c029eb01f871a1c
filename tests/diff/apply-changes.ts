import { FORMER, formerIn, takenOver, together } from '../../src/diff/match/former-ids.ts';
import type { Renames } from '../../src/diff/match/renames.ts';
import { rewriteIds } from '../../src/diff/match/rewrite-ids.ts';
import { ASSESSMENT, type Shape, shapeWithin } from '../../src/diff/shapes.ts';
import type { Change } from '../../src/diff/types.ts';
import { asMembers, canonical } from '../../src/diff/words/canonical.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { isRecord } from '../../src/model/json.ts';
import { fromPointer } from '../../src/model/pointer.ts';

type Node = Record<string, unknown>;
type List = Extract<Shape, { kind: 'list' }>;

/**
 * Applies changes to the older assessment. With all changes between two assessments, the result equals the
 * newer one by `canonicalAssessment`. Derived changes and those of the register are skipped, and so is a change
 * that finds nothing to change: a filtered list of changes gives the older assessment with just these.
 */
export function applyChanges(before: Assessment, changes: readonly Change[]): Assessment {
  const own = changes.filter(({ origin }) => origin === 'assessment');
  const renames = renamesIn(own);
  const copy = structuredClone(before) as unknown as Node;
  const previous = new Map([...renames].map(([collection, ids]) => [collection, inverted(ids)]));

  // First removals, under the old ids; then ids; then changes, additions and moves.
  const steps = own.map((change) => ({ change, path: pathOf(change) }));
  const members = steps.filter(({ path }) => isMember(path));
  for (const { change, path } of members) {
    if (change.type !== 'moved' && change.before !== null)
      takeOut(copy, previousPath(path, previous), change);
  }
  // What refers to an entry that went does not refer to the one that has its id now.
  const result = rewriteIds(copy, together(renames, takenOver(formerIn(own), renames)));
  for (const { change, path } of steps) {
    if (!isMember(path) && !isRenameOfEntry(change)) setField(result, path, change);
  }
  const coming = members.filter(({ change }) => change.after !== null);
  for (const { change, path } of coming.filter(({ change }) => change.position === undefined)) {
    append(result, path, structuredClone(change.after));
  }
  const placed = coming.filter(({ change }) => change.position !== undefined);
  placeInOrder(
    result,
    placed.map(({ change, path }) => ({
      path,
      value: change.type === 'moved' ? takeOut(result, path, change) : structuredClone(change.after),
      follows: change.position?.after ?? null,
    })),
  );
  return result as unknown as Assessment;
}

/** Path from the root: names, and keys of list entries. */
function pathOf({ entity, field }: Change): string[] {
  const within = field === null ? [] : fromPointer(`/${field}`);
  return entity.collection === 'assessment' ? within : [entity.collection, entity.id, ...within];
}

/** Whether the path ends at an entry of a list. */
function isMember(path: readonly string[]): boolean {
  return path.length > 1 && shapeAt(path.slice(0, -1)).kind === 'list';
}

function shapeAt(path: readonly string[]): Shape {
  return path.reduce<Shape>(shapeWithin, ASSESSMENT);
}

function isRenameOfEntry({ type, entity }: Change): boolean {
  return type === 'renamed' && entity.collection !== 'assessment';
}

function renamesIn(changes: readonly Change[]): Renames {
  const renames = new Map<string, Map<string, string>>();
  for (const { entity, before, after } of changes.filter(isRenameOfEntry)) {
    const ids = renames.get(entity.collection) ?? new Map<string, string>();
    renames.set(entity.collection, ids.set(String(before), String(after)));
  }
  return renames;
}

function inverted(ids: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...ids].map(([old, fresh]) => [fresh, old]));
}

/** The path with the entity's previous id. */
function previousPath(path: readonly string[], previous: Renames): string[] {
  const [collection = '', id = '', ...rest] = path;
  return [collection, previous.get(collection)?.get(id) ?? id, ...rest];
}

/**
 * Removes an entry from its list and returns it. A removed entry is found by its content, a moved one by its
 * key.
 */
function takeOut(root: Node, path: readonly string[], change: Change): unknown {
  const found = listAt(root, path.slice(0, -1));
  if (!found) return undefined;
  const { items, shape } = found;
  const key = path.at(-1);
  const content = canonical(change.before, shape.item);
  const index = items.findIndex((item) =>
    change.type === 'moved' ? shape.keys[0](item) === key : canonical(item, shape.item) === content,
  );
  return index === -1 ? undefined : items.splice(index, 1)[0];
}

/** The list at a path, with its shape; `undefined` if there is none. */
function listAt(root: Node, path: readonly string[]): { items: unknown[]; shape: List } | undefined {
  const shape = shapeAt(path);
  const items = nodeAt(root, path);
  return shape.kind === 'list' && Array.isArray(items) ? { items, shape } : undefined;
}

function nodeAt(root: unknown, path: readonly string[]): unknown {
  let node = root;
  let shape: Shape = ASSESSMENT;
  for (const step of path) {
    if (shape.kind === 'list') {
      const [keyOf] = shape.keys;
      node = asMembers(node).find((item) => keyOf(item) === step);
    } else node = isRecord(node) ? node[step] : undefined;
    shape = shapeWithin(shape, step);
  }
  return node;
}

function setField(root: Node, path: readonly string[], { after, field, entity }: Change): void {
  const parent = nodeAt(root, path.slice(0, -1));
  const name = path.at(-1) ?? '';
  if (!isRecord(parent)) return;
  if (after === null) delete parent[Object.hasOwn(parent, `${name}${FORMER}`) ? `${name}${FORMER}` : name];
  else parent[name] = structuredClone(after);
  // An entry has an id or a `ref`, never both.
  if (field === 'ref' && entity.collection !== 'assessment') {
    if (after === null) parent.id = entity.id;
    else delete parent.id;
  }
}

function append(root: Node, path: readonly string[], value: unknown): void {
  const way = path.slice(0, -1);
  const items = nodeAt(root, way);
  if (Array.isArray(items)) items.push(value);
  else {
    const parent = nodeAt(root, way.slice(0, -1));
    if (isRecord(parent)) parent[way.at(-1) ?? ''] = [value];
  }
}

interface Placed {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly follows: string | null;
}

/**
 * Inserts entries after those they follow, which may have to be inserted first; without a position they go to
 * the end.
 */
function placeInOrder(root: Node, members: readonly Placed[]): void {
  let waiting = members;
  while (waiting.length > 0) {
    const left = waiting.filter((member) => !place(root, member));
    if (left.length === waiting.length) {
      for (const { path, value } of left) append(root, path, value);
      return;
    }
    waiting = left;
  }
}

function place(root: Node, { path, value, follows }: Placed): boolean {
  const found = listAt(root, path.slice(0, -1));
  if (!found) {
    if (follows === null) append(root, path, value);
    return follows === null;
  }
  if (value === undefined) return true; // it moved, and is not there
  const { items, shape } = found;
  const index = follows === null ? -1 : items.findIndex((item) => shape.keys[0](item) === follows);
  if (follows !== null && index === -1) return false;
  items.splice(index + 1, 0, value);
  return true;
}
