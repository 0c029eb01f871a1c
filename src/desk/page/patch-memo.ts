import type { MemoShown } from '../protocol.ts';

/**
 * Updates the memo shown: only what differs is replaced, so that the scroll position stays and little is laid
 * out again. No script runs in that page, whatever is put into it.
 */
export function patchMemo(page: Document, memo: MemoShown): void {
  const fresh = new DOMParser().parseFromString(memo.body, 'text/html');
  page.documentElement.lang = memo.language;
  page.documentElement.dir = memo.direction;
  setText(page.querySelector('#own'), memo.css);
  setText(page.querySelector('#form'), memo.stylesheet);
  patchChildren(page.body, fresh.body, 3);
}

function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/**
 * Compares the children of two elements from both ends; what is left between is replaced, or compared in turn.
 */
function patchChildren(old: Element, fresh: Element, depth: number): void {
  const [before, after] = [[...old.childNodes], [...fresh.childNodes]];
  let start = 0;
  while (start < before.length && start < after.length && isSame(before[start], after[start])) start += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  const left = before.slice(start, before.length - tail);
  const put = after.slice(start, after.length - tail);
  if (left.length === put.length && depth > 0) {
    for (const [index, node] of left.entries()) patchNode(node, put[index], depth);
    return;
  }
  const behind = before[before.length - tail] ?? null;
  for (const node of left) node.remove();
  for (const node of put) old.insertBefore(old.ownerDocument.importNode(node, true), behind);
}

function patchNode(node: ChildNode, other: ChildNode | undefined, depth: number): void {
  if (!other || isSame(node, other)) return;
  const isAlike =
    node.nodeType === 1 &&
    other.nodeType === 1 &&
    node.nodeName === other.nodeName &&
    withoutMarks(node).cloneNode(false).isEqualNode(other.cloneNode(false));
  if (isAlike) patchChildren(node as Element, other as Element, depth - 1);
  else node.replaceWith(node.ownerDocument.importNode(other, true));
}

function isSame(node: ChildNode | undefined, other: ChildNode | undefined): boolean {
  return node !== undefined && other !== undefined && withoutMarks(node).isEqualNode(other);
}

/** Without the classes that the page adds to mark blocks. */
function withoutMarks(node: Node): Node {
  if (node.nodeType !== 1) return node;
  const copy = node.cloneNode(true) as Element;
  for (const element of [copy, ...copy.querySelectorAll('[class*="desk-"]')]) {
    const own = [...element.classList].filter((name) => name.startsWith('desk-'));
    if (own.length === 0) continue;
    element.classList.remove(...own);
    element.removeAttribute('title');
    if (element.classList.length === 0) element.removeAttribute('class');
  }
  return copy;
}
