import { type Document, isScalar, type Pair, type Scalar, type YAMLMap } from 'yaml';

/** Returns the keys of an object in their new order. */
export type Order = (keys: readonly string[]) => readonly string[];

/**
 * Reorders the members of an object; an empty line above the new first member is moved to the previous first
 * one.
 */
export function reorder(node: YAMLMap, order: Order): void {
  const first = keyOf(node.items[0]);
  const byName = new Map(node.items.map((pair) => [nameOf(pair), pair]));
  node.items = order([...byName.keys()]).flatMap((name) => byName.get(name) ?? []);
  const leader = keyOf(node.items[0]);
  if (!first || !leader || leader === first) return;
  first.spaceBefore ||= leader.spaceBefore === true;
  leader.spaceBefore = false;
}

/** A comment at the top of a file is about the file: it stays there if the first key moves. */
export function keepFileComment(document: Document, root: YAMLMap, order: Order): void {
  const first = keyOf(root.items[0]);
  if (!first?.commentBefore || order(root.items.map(nameOf))[0] === nameOf(root.items[0])) return;
  const cut = first.commentBefore.lastIndexOf('\n\n');
  const head = cut < 0 ? first.commentBefore : first.commentBefore.slice(0, cut);
  first.commentBefore = cut < 0 ? null : first.commentBefore.slice(cut + 2);
  document.commentBefore = document.commentBefore ? `${document.commentBefore}\n\n${head}` : head;
}

/** The parser attaches the comment above the first member to the whole object: moves it to that member. */
export function moveToFirstMember(node: YAMLMap, first: Scalar): void {
  if (!node.commentBefore || keyOf(node.items[0]) === first) return;
  first.commentBefore = node.commentBefore;
  node.commentBefore = null;
}

/** A comment on the first member of an item is written above the item: that is where it is read from again. */
export function moveAboveItem(item: YAMLMap): void {
  const first = keyOf(item.items[0]);
  if (!first?.commentBefore) return;
  item.commentBefore = item.commentBefore
    ? `${item.commentBefore}\n${first.commentBefore}`
    : first.commentBefore;
  first.commentBefore = null;
}

export function keyOf(pair: Pair | undefined): Scalar | undefined {
  return isScalar(pair?.key) ? pair.key : undefined;
}

export function nameOf(pair: Pair | undefined): string {
  return String(keyOf(pair)?.value);
}
