import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
} from 'yaml';
import { editableYaml } from '../yaml/editable-yaml.ts';
import { yamlComments } from '../yaml/yaml-comments.ts';
import { memberName } from './reconcile-yaml.ts';

/** A step on the path to a node: the value of a key, the key itself, or a list entry. */
type Step = { readonly value: string } | { readonly key: string } | { readonly member: string };

/** A comment, and the node it belongs to. */
interface Comment {
  readonly way: readonly Step[];
  readonly where: 'before' | 'behind';
  readonly text: string;
}

/**
 * A merged YAML text with the comments that one edition added to the previous one, each at its node; if the
 * node is gone, at its parent, and in the end at the head of the file. The texts must be readable.
 */
export function carryComments(merged: string, base: string, edition: string): string {
  const missing = missingComments(merged, base, edition);
  if (missing.isEmpty) return merged;
  const document = editableYaml(merged);
  // Of repeated comments, the last are the new ones: lists grow at their end.
  const wanted = commentsOf(editableYaml(edition))
    .reverse()
    .filter(({ text }) => missing.take(commentOf(text)))
    .reverse();
  const old = editableYaml(base);
  const present = new Set(yamlComments(edition));
  for (const comment of wanted)
    put(
      document,
      comment,
      linesAt(old, comment).filter((line) => !present.has(commentOf(line))),
    );
  return document.toString({ lineWidth: 0 });
}

/** Whether a text has every comment that an edition added to the previous one. */
export function hasComments(text: string, base: string, edition: string): boolean {
  return missingComments(text, base, edition).isEmpty;
}

/** The comments of an edition that neither the previous one nor a text has. */
function missingComments(text: string, base: string, edition: string): Bag {
  const missing = new Bag(yamlComments(edition));
  for (const comment of [...yamlComments(base), ...yamlComments(text)]) missing.take(comment);
  return missing;
}

/** A multiset of texts. */
class Bag {
  readonly #counts = new Map<string, number>();

  constructor(texts: readonly string[]) {
    for (const text of texts) this.#counts.set(text, (this.#counts.get(text) ?? 0) + 1);
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  /** Removes a text; returns whether it was there. */
  take(text: string): boolean {
    const count = this.#counts.get(text);
    if (count === undefined) return false;
    if (count > 1) this.#counts.set(text, count - 1);
    else this.#counts.delete(text);
    return true;
  }
}

/** A comment line as in the file. */
function commentOf(line: string): string {
  return `#${line}`.trimEnd();
}

/** All comments of a document, line by line, in its order. */
function commentsOf(document: Document): Comment[] {
  const found: Comment[] = [];
  const add = (way: readonly Step[], where: Comment['where'], texts: string | null | undefined) => {
    if (texts) for (const text of texts.split('\n')) found.push({ way, where, text });
  };
  const walk = (node: unknown, way: readonly Step[]): void => {
    if (!isNode(node)) return;
    add(way, 'before', node.commentBefore);
    if (isMap(node)) {
      for (const pair of node.items) {
        walk(pair.key, [...way, { key: nameOf(pair) }]);
        walk(pair.value, [...way, { value: nameOf(pair) }]);
      }
    }
    if (isSeq(node)) for (const item of node.items) walk(item, [...way, { member: memberOf(item) }]);
    add(way, 'behind', node.comment);
  };
  add([], 'before', document.commentBefore);
  walk(document.contents, []);
  add([], 'behind', document.comment);
  return found;
}

/** Adds a comment to a document, in place of the lines it replaces. */
function put(document: Document, { way, where, text }: Comment, instead: readonly string[]): void {
  const { node, isWhole } = nodeOn(document.contents, way);
  const at: Pick<Node, 'comment' | 'commentBefore'> = node ?? document;
  // If its node is gone, it goes to the head of the parent.
  const slot = isWhole && where === 'behind' ? 'comment' : 'commentBefore';
  const lines = (at[slot] ?? '')
    .split('\n')
    .filter((line) => line !== '' && !(isWhole && instead.includes(line)));
  at[slot] = [...lines, text].join('\n');
}

/** The comment at the same place in another document. */
function linesAt(document: Document, { way, where }: Comment): readonly string[] {
  const { node, isWhole } = nodeOn(document.contents, way);
  const at: Pick<Node, 'comment' | 'commentBefore'> = node ?? document;
  return isWhole ? ((where === 'behind' ? at.comment : at.commentBefore) ?? '').split('\n') : [];
}

/** The last existing node on a path, and whether that is its end. */
function nodeOn(root: unknown, way: readonly Step[]): { node: Node | undefined; isWhole: boolean } {
  let node = isNode(root) ? root : undefined;
  for (const step of way) {
    const next = innerOf(node, step);
    if (!isNode(next)) return { node, isWhole: false };
    node = next;
  }
  return { node, isWhole: true };
}

function innerOf(node: Node | undefined, step: Step): unknown {
  if (!isCollection(node)) return undefined;
  if ('member' in step)
    return isSeq(node) ? node.items.find((item) => memberOf(item) === step.member) : undefined;
  const [name, side] = 'key' in step ? [step.key, 'key' as const] : [step.value, 'value' as const];
  const pair = isMap(node) ? node.items.find((each) => nameOf(each) === name) : undefined;
  return isPair(pair) ? pair[side] : undefined;
}

function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

/** What identifies a list entry: its id, or its whole content. */
function memberOf(item: unknown): string {
  return memberName(isNode(item) ? item.toJSON() : item);
}
