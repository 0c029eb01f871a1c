import { type Document, isAlias, isMap, isScalar, isSeq, visit } from 'yaml';
import { isRecord } from '../../model/json.ts';
import { editableYaml } from '../yaml/editable-yaml.ts';

/**
 * Changes a YAML text with the data `before` to have the data `after`: only what differs is touched, and
 * comments on the rest stay. List entries are matched by `id` or `ref`. `undefined` if the text has aliases: a
 * change in one place would change others.
 */
export function reconcileYaml(text: string, before: unknown, after: unknown): string | undefined {
  const document = editableYaml(text);
  let hasAliases = false;
  visit(document, {
    Alias() {
      hasAliases = true;
      return visit.BREAK;
    },
  });
  if (hasAliases) return undefined;
  document.contents = reconciled(document, document.contents, before, after) as typeof document.contents;
  return document.toString({ lineWidth: 0 });
}

function reconciled(document: Document, node: unknown, before: unknown, after: unknown): unknown {
  if (JSON.stringify(before) === JSON.stringify(after)) return node;
  if (isMap(node) && isRecord(before) && isRecord(after)) {
    for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) node.delete(key);
    for (const [key, value] of Object.entries(after)) {
      const inner = Object.hasOwn(before, key) ? node.get(key, true) : undefined;
      node.set(
        key,
        inner === undefined ? document.createNode(value) : reconciled(document, inner, before[key], value),
      );
    }
    return node;
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) {
    const places = new Map(before.map((item, index) => [memberName(item), index]));
    node.items = after.map((item) => {
      const place = places.get(memberName(item));
      const inner = place === undefined ? undefined : node.items[place];
      return inner === undefined
        ? document.createNode(item)
        : reconciled(document, inner, before[place ?? 0], item);
    });
    return node;
  }
  const fresh = document.createNode(after);
  if (isScalar(node) && isScalar(fresh) && typeof node.value === typeof fresh.value && !isAlias(node)) {
    node.value = fresh.value;
    return node;
  }
  return fresh;
}

/** What identifies a list entry: its id, or its whole content. */
export function memberName(item: unknown): string {
  const { id, ref } = isRecord(item) ? item : { id: undefined, ref: undefined };
  return typeof id === 'string' ? `id ${id}` : typeof ref === 'string' ? `ref ${ref}` : JSON.stringify(item);
}
