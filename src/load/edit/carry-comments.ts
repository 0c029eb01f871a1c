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
  parseDocument,
} from 'yaml';
import { keepBrackets } from '../yaml/brackets.ts';
import { yamlComments } from '../yaml/yaml-comments.ts';
import { memberName } from './reconcile-yaml.ts';

/** A step on the way to a node: to the value of a key, to that key itself, to a member of a list. */
type Step = { readonly value: string } | { readonly key: string } | { readonly member: string };

/** A comment, and the node that it stands at. */
interface Comment {
  readonly way: readonly Step[];
  readonly where: 'before' | 'behind';
  readonly text: string;
}

/**
 * A merged YAML text with the comments that one edition has and the one before it does not, each at what it stands at; where that
 * is gone, at what held it, at last at the head of the file. The texts can be read.
 */
export function carryComments(merged: string, base: string, edition: string): string {
  const missing = missingComments(merged, base, edition);
  if (missing.isEmpty) return merged;
  const document = parsed(merged);
  keepBrackets(document, merged);
  // What stands twice is missing where it stands last: lists grow at their end.
  const wanted = commentsOf(parsed(edition))
    .reverse()
    .filter(({ text }) => missing.take(commentOf(text)))
    .reverse();
  const old = parsed(base);
  const kept = new Set(yamlComments(edition));
  for (const comment of wanted)
    put(
      document,
      comment,
      linesAt(old, comment).filter((line) => !kept.has(commentOf(line))),
    );
  return document.toString({ lineWidth: 0 });
}

/** Whether a text has every comment that an edition has and the one before it does not. */
export function hasComments(text: string, base: string, edition: string): boolean {
  return missingComments(text, base, edition).isEmpty;
}

/** The comments that an edition has and neither the one before it nor a text. */
function missingComments(text: string, base: string, edition: string): Bag {
  const missing = new Bag(yamlComments(edition));
  for (const comment of [...yamlComments(base), ...yamlComments(text)]) missing.take(comment);
  return missing;
}

/** Texts, each as often as it was put in. */
class Bag {
  readonly #counts = new Map<string, number>();

  constructor(texts: readonly string[]) {
    for (const text of texts) this.#counts.set(text, (this.#counts.get(text) ?? 0) + 1);
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  /** Takes a text out; gives whether it was there. */
  take(text: string): boolean {
    const count = this.#counts.get(text);
    if (count === undefined) return false;
    if (count > 1) this.#counts.set(text, count - 1);
    else this.#counts.delete(text);
    return true;
  }
}

function parsed(text: string): Document {
  return parseDocument(text, { version: '1.2', schema: 'core', keepSourceTokens: true });
}

/** A line of a comment as it stands in the file. */
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

/** Puts a comment into a document, in the place of those lines that it was written for. */
function put(document: Document, { way, where, text }: Comment, instead: readonly string[]): void {
  const { node, isWhole } = nodeOn(document.contents, way);
  const at: Pick<Node, 'comment' | 'commentBefore'> = node ?? document;
  // Where nothing is left to say it at, it goes to the head of what held that.
  const slot = isWhole && where === 'behind' ? 'comment' : 'commentBefore';
  const lines = (at[slot] ?? '')
    .split('\n')
    .filter((line) => line !== '' && !(isWhole && instead.includes(line)));
  at[slot] = [...lines, text].join('\n');
}

/** The comment that stands at the same place of another document. */
function linesAt(document: Document, { way, where }: Comment): readonly string[] {
  const { node, isWhole } = nodeOn(document.contents, way);
  const at: Pick<Node, 'comment' | 'commentBefore'> = node ?? document;
  return isWhole ? ((where === 'behind' ? at.comment : at.commentBefore) ?? '').split('\n') : [];
}

/** The last node on a way that is there, and whether that is its end. */
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

/** By what a member of a list is known: its id, or all that it says. */
function memberOf(item: unknown): string {
  return memberName(isNode(item) ? item.toJSON() : item);
}
