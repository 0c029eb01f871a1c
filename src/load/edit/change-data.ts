import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, YAMLSeq } from 'yaml';
import { isRecord } from '../../model/json.ts';
import { indexLines } from '../line-index.ts';
import type { PlacedNode } from '../placed-node.ts';
import { readerOf } from '../read-document.ts';
import { editableYaml } from '../yaml/editable-yaml.ts';

/** The path to a value from the root: keys of objects, and list indexes. */
export type DataPath = readonly (string | number)[];

/** A change of a file's data. */
export type DataChange =
  /** Replaces a value, or adds one after the keys of an object; missing objects on the path are created. */
  | { readonly kind: 'set'; readonly path: DataPath; readonly value: unknown }
  /** Inserts a value into a list, before this index; a missing list is created. */
  | { readonly kind: 'insert'; readonly path: DataPath; readonly value: unknown }
  | { readonly kind: 'remove'; readonly path: DataPath }
  /** Moves a list entry to a new index. */
  | { readonly kind: 'move'; readonly path: DataPath; readonly to: number };

/**
 * Applies one change of data to the text of a file (JSON or YAML, by its extension); comments and the layout of
 * everything else stay. The result is read again: `undefined` if it does not have exactly the intended data, as
 * with values repeated by an alias, or if the text cannot be read or the path leads nowhere.
 */
export function changeText(file: string, text: string, change: DataChange): string | undefined {
  const before = read(file, text);
  if (!before) return undefined;
  const expected = changeData(before.data, change);
  if (expected === undefined) return undefined;
  const made = /\.json$/i.test(file) ? changeJson(text, before.node, change) : changeYaml(text, change);
  const after = made === undefined ? undefined : read(file, made);
  return after && isDeepStrictEqual(after.data, expected) ? made : undefined;
}

function read(file: string, text: string) {
  const { value, problems } = readerOf(file)?.(text, indexLines(text)) ?? { problems: [] };
  return problems.length === 0 ? value : undefined;
}

/** A changed copy of the data; `undefined` if the path leads nowhere. */
export function changeData(data: unknown, change: DataChange): unknown {
  // Values repeated by an alias become copies, so that a change in one place affects only that.
  const copy: unknown = JSON.parse(JSON.stringify(data));
  const last = change.path.at(-1);
  if (last === undefined) return undefined;
  let holder = copy;
  for (const [index, part] of change.path.slice(0, -1).entries()) {
    const next = change.path[index + 1];
    let inner = memberOf(holder, part);
    const isMade = change.kind === 'set' || change.kind === 'insert';
    if (inner === undefined && isMade && isRecord(holder) && typeof part === 'string') {
      inner = typeof next === 'number' ? [] : {};
      put(holder, part, inner);
    }
    holder = inner;
  }
  if (Array.isArray(holder) && typeof last === 'number') return changeList(holder, last, change) && copy;
  if (!isRecord(holder) || typeof last !== 'string') return undefined;
  if (change.kind === 'set') put(holder, last, structuredClone(change.value));
  else if (change.kind === 'remove' && Object.hasOwn(holder, last)) delete holder[last];
  else return undefined;
  return copy;
}

function changeList(list: unknown[], at: number, change: DataChange): boolean {
  if (at < 0 || at > list.length || (at === list.length && change.kind !== 'insert' && change.kind !== 'set'))
    return false;
  if (change.kind === 'set') list[at] = structuredClone(change.value);
  else if (change.kind === 'insert') list.splice(at, 0, structuredClone(change.value));
  else if (change.kind === 'remove') list.splice(at, 1);
  else {
    if (change.to < 0 || change.to >= list.length) return false;
    list.splice(change.to, 0, ...list.splice(at, 1));
  }
  return true;
}

/** `__proto__` in a file is an ordinary property. */
function put(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function memberOf(holder: unknown, part: string | number): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, part)
    ? (holder as Record<string | number, unknown>)[part]
    : undefined;
}

/** Rewrites the innermost existing list or object on the path, with the texts of its members unchanged. */
function changeJson(text: string, root: PlacedNode, { path, ...change }: DataChange): string | undefined {
  let node = root;
  let depth = 0;
  for (; depth < path.length - 1; depth += 1) {
    const part = path[depth];
    const inner = typeof part === 'number' ? node.items?.[part] : node.members?.get(part ?? '');
    if (!inner?.members && !inner?.items) break;
    node = inner;
  }
  const part = path[depth];
  const rest = path.slice(depth + 1);
  const made =
    'value' in change ? (rest.length === 0 ? change.value : wrapped(rest, change.value)) : undefined;
  const indent = `${indentAt(text, node.start)}  `;
  const written = (value: unknown) => JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
  const sourceOf = ({ start, end }: PlacedNode) => text.slice(start, end);
  if (node.items && typeof part === 'number') {
    const items = node.items.map(sourceOf);
    if (change.kind === 'set') items[part] = written(made);
    else if (change.kind === 'insert') items.splice(part, 0, written(made));
    else if (change.kind === 'remove') items.splice(part, 1);
    else if (change.kind === 'move') items.splice(change.to, 0, ...items.splice(part, 1));
    return replaced(text, node, items, indent, '[]');
  }
  if (!node.members || typeof part !== 'string') return undefined;
  const known = node.members.get(part);
  if (known && change.kind === 'set' && rest.length === 0) {
    return text.slice(0, known.start) + written(made) + text.slice(known.end);
  }
  const members = new Map(
    [...node.members].map(([key, member]) => [key, `${JSON.stringify(key)}: ${sourceOf(member)}`]),
  );
  if (change.kind === 'remove') members.delete(part);
  else members.set(part, `${JSON.stringify(part)}: ${written(made)}`);
  return replaced(text, node, [...members.values()], indent, '{}');
}

/** A value inside the objects and lists on its path. */
function wrapped(path: DataPath, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, part) => {
    if (typeof part === 'number') return [inner];
    const holder = {};
    put(holder, part, inner);
    return holder;
  }, value);
}

function replaced(
  text: string,
  { start, end }: PlacedNode,
  parts: readonly string[],
  indent: string,
  [open = '', close = '']: string,
): string {
  const inside = parts.map((part) => `\n${indent}${part}`).join(',');
  const tail = parts.length > 0 ? `\n${indent.slice(2)}` : '';
  return `${text.slice(0, start)}${open}${inside}${tail}${close}${text.slice(end)}`;
}

/** The indentation of the line that contains an offset. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/**
 * Applies one change of data to a YAML text; comments stay. `undefined` if the path leads nowhere, or through
 * an alias. The text must have been read without a problem; the caller verifies the result.
 */
function changeYaml(text: string, change: DataChange): string | undefined {
  const document = editableYaml(text);
  const { path } = change;
  const last = path.at(-1);
  const holder = document.getIn(path.slice(0, -1));
  if (change.kind === 'remove') {
    if (!document.deleteIn(path)) return undefined;
  } else if (change.kind === 'set') {
    if (holder === undefined || isMap(holder) || isSeq(holder))
      document.setIn(path, document.createNode(change.value));
    else return undefined;
  } else if (change.kind === 'insert') {
    const node = document.createNode(change.value);
    if (isSeq(holder) && typeof last === 'number') holder.items.splice(last, 0, node);
    else if (holder === undefined) {
      const list = new YAMLSeq();
      list.add(node);
      document.setIn(path.slice(0, -1), list);
    } else return undefined;
  } else if (isSeq(holder) && typeof last === 'number') {
    holder.items.splice(change.to, 0, ...holder.items.splice(last, 1));
  } else return undefined;
  return document.toString({ lineWidth: 0, indent: 2 });
}
