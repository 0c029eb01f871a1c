import type { Element, ElementContent, Properties } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { classesOf, isElement, text } from '../hast.ts';
import { notePrefix } from '../notes.ts';
import type { Numbering } from './types.ts';

/** A word, a space, a note reference or a drawing, with the elements around it. */
export interface Leaf {
  readonly kind: 'text' | 'reference' | 'object';
  /** Two leaves with the same key are the same to a reader. */
  readonly key: string;
  /** Its text; empty for a reference or an object. */
  readonly text: string;
  readonly node: ElementContent;
  /** Elements around it, from the outermost below its block. */
  readonly chain: readonly Element[];
  /** Taken from the newer edition and never marked: automatic numbers, links back, drawings. */
  readonly furniture: boolean;
}

export type Side = 'before' | 'after';

/** A range with its unit, a number with its separators, a word with its apostrophe or hyphen; a run of spaces; any other character. */
const TOKENS =
  /\d[\d.,]*–\d[\d.,]*(?:[\u00a0\u202f ]?%)?|\d[\d.,]*\d(?:[\u00a0\u202f]?%)?|[\p{L}\p{N}\p{M}]+(?:[.,'’-][\p{L}\p{N}\p{M}]+)*|\s+|./gsu;

/** The leaves of a block, in reading order. */
export function leavesOf(
  children: readonly ElementContent[],
  side: Side,
  numberings: readonly Numbering[],
): Leaf[] {
  const leaves = children.flatMap((child) => leavesIn(child, []));
  return withNumbers(leaves, side, numberings);
}

/** What a reader reads: words and references, without automatic numbers and the like. */
export function readingOf(leaves: readonly Leaf[]): string {
  return leaves
    .filter(({ furniture }) => !furniture)
    .map(({ key }) => key)
    .join('')
    .trim();
}

function leavesIn(node: ElementContent, chain: readonly Element[]): Leaf[] {
  if (node.type === 'text') return wordsIn(node.value, chain);
  if (node.type === 'comment') return [];
  if (node.type !== 'element') return [{ ...objectLeaf(node, chain), furniture: true }];
  if (classesOf(node).includes('back')) return [{ ...objectLeaf(node, chain), furniture: true }];
  if (node.tagName === 'sup' && node.children.some(isReference)) {
    return node.children.filter(isReference).map((reference) => ({
      kind: 'reference',
      key: `[^${labelOf(reference)}]`,
      text: '',
      node: reference,
      chain: [...chain, node],
      furniture: false,
    }));
  }
  if (node.children.length === 0) {
    return [{ ...objectLeaf(node, chain), furniture: node.tagName !== 'br' && node.tagName !== 'input' }];
  }
  return node.children.flatMap((child) => leavesIn(child, [...chain, node]));
}

function objectLeaf(node: ElementContent, chain: readonly Element[]): Leaf {
  const key =
    node.type === 'element' ? `<${node.tagName} ${String(node.properties.checked ?? '')}>` : '<raw>';
  return { kind: 'object', key, text: '', node, chain, furniture: false };
}

function wordsIn(value: string, chain: readonly Element[]): Leaf[] {
  const address = chain.map(addressOf).find((found) => found !== '') ?? '';
  return (value.match(TOKENS) ?? []).map((word) => ({
    kind: 'text',
    key: /^[^\S\u00a0\u202f]+$/.test(word) ? ' ' : address === '' ? word : `${word}(${address})`,
    text: word,
    node: text(word),
    chain,
    furniture: false,
  }));
}

/** The target of a link outside the page. */
function addressOf({ tagName, properties }: Element): string {
  const href = tagName === 'a' ? String(properties.href ?? '') : '';
  return href.startsWith('#') ? '' : href;
}

export function isReference(node: ElementContent): node is Element {
  return isElement(node, 'a') && node.properties.dataFootnoteRef !== undefined;
}

/** The label of the note that a reference links to. */
export function labelOf({ properties }: { readonly properties: Properties }): string {
  return String(properties.href ?? '').replace(`#${notePrefix}fn-`, '');
}

/** The number that a reference shows. */
export function numberOf(reference: Element): string {
  return textOf(reference);
}

/** Gives numbers of the memo's own parts the key of the part. */
function withNumbers(leaves: readonly Leaf[], side: Side, numberings: readonly Numbering[]): Leaf[] {
  const keys = new Map<number, string>();
  const whole = leaves.map((leaf) => leaf.text).join('');
  for (const { pattern, ...ids } of numberings) {
    if (pattern === 'alone') continue;
    for (const { 0: phrase, index } of whole.matchAll(pattern)) {
      for (const { 0: digits, index: offset } of phrase.matchAll(/\d+/g)) {
        const id = ids[side].get(Number(digits));
        if (id !== undefined) keys.set(index + offset, `#${id}`);
      }
    }
  }
  const alone = numberings.filter(({ pattern }) => pattern === 'alone').map((ids) => ids[side]);
  let at = 0;
  return leaves.map((leaf) => {
    if (!/^\d+$/.test(leaf.text)) {
      at += leaf.text.length;
      return leaf;
    }
    const number = Number(leaf.text);
    const id = isAlone(leaf)
      ? alone.map((ids) => ids.get(number)).find((found) => found !== undefined)
      : undefined;
    const key = keys.get(at) ?? (id === undefined ? undefined : `#${id}`);
    at += leaf.text.length;
    return key === undefined ? leaf : { ...leaf, key };
  });
}

/** Whether a number is alone in bold, as memos number their lists. */
function isAlone({ chain }: Leaf): boolean {
  const around = chain.at(-1);
  return around?.tagName === 'strong' && /^\d+$/.test(textOf(around));
}

/** Identifies equal elements around a word in both editions. */
export function signatureOf(element: Element): string {
  return `${element.tagName}.${classesOf(element).join('.')} ${addressOf(element)}`;
}
