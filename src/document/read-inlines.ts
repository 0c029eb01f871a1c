import type { Definition, PhrasingContent } from 'mdast';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import { trimLines } from 'trim-lines';
import type { Slugs } from '../model/slug.ts';
import type { Inline, LinkTarget, Picture, Text } from './types.ts';

/** Context and results of reading. */
export interface Reading {
  readonly isFigure: (path: string) => boolean;
  readonly slugs: Slugs;
  /** Targets of links, by identifier. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Ids of notes in order of first reference, each with the number of references so far. */
  readonly references: Map<string, number>;
  /** Numbers of notes, by identifier. */
  readonly numbers: Map<string, number>;
}

/** The content of a block. */
export function readInlines(nodes: readonly PhrasingContent[], reading: Reading): Inline[] {
  return nodes.flatMap((node, at) => {
    const read = readInline(node, reading);
    return nodes[at - 1]?.type === 'break' ? read.map(trimStart) : read;
  });
}

function readInline(node: PhrasingContent, reading: Reading): Inline[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', text: trimLines(node.value) }];
    case 'emphasis':
    case 'strong':
      return [{ type: node.type, content: readInlines(node.children, reading) }];
    case 'delete':
      return [{ type: 'deletion', content: readInlines(node.children, reading) }];
    case 'inlineCode':
      return [{ type: 'code-text', text: node.value.replace(/\r?\n|\r/g, ' ') }];
    case 'break':
      return [{ type: 'break' }];
    case 'link':
      return [{ type: 'link', target: targetOf(node.url), content: readInlines(node.children, reading) }];
    case 'linkReference': {
      const url = reading.definitions.get(keyOf(node.identifier))?.url ?? '';
      return [{ type: 'link', target: targetOf(url), content: readInlines(node.children, reading) }];
    }
    case 'image':
      return [pictureOf(node.url, node.alt, reading)];
    case 'imageReference': {
      const url = reading.definitions.get(keyOf(node.identifier))?.url ?? '';
      return [pictureOf(url, node.alt, reading)];
    }
    case 'footnoteReference':
      return [referenceTo(keyOf(node.identifier), reading)];
    default:
      return []; // HTML was removed before
  }
}

/** Identifiers are case-insensitive. */
export function keyOf(identifier: string): string {
  return identifier.toUpperCase();
}

/** The label of a note in an address. */
export function labelOf(key: string): string {
  return normalizeUri(key.toLowerCase());
}

function referenceTo(key: string, { references, numbers }: Reading): Inline {
  const occurrence = (references.get(key) ?? 0) + 1;
  references.set(key, occurrence);
  const number = numbers.get(key) ?? references.size;
  numbers.set(key, number);
  return { type: 'reference', label: labelOf(key), number, occurrence };
}

function targetOf(url: string): LinkTarget | undefined {
  const address = normalizeUri(url);
  if (address.startsWith('#')) return { kind: 'place', name: address.slice(1) };
  return /^(?:https?|mailto):/.test(address) ? { kind: 'address', address } : undefined;
}

function pictureOf(url: string, alt: string | null | undefined, { isFigure }: Reading): Picture | Text {
  const path = normalizeUri(url);
  return isFigure(path)
    ? { type: 'picture', path, alternative: alt ?? '' }
    : { type: 'text', text: alt ?? '' };
}

/** Removes spaces at the start of what follows a line break. */
function trimStart(inline: Inline): Inline {
  if (inline.type === 'text') return { ...inline, text: inline.text.replace(/^[ \t]+/, '') };
  if (!('content' in inline)) return inline;
  const [first, ...rest] = inline.content;
  return first?.type === 'text' ? { ...inline, content: [trimStart(first), ...rest] } : inline;
}

/** The text of some content: words, note numbers, alternative texts. */
export function textOf(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      switch (inline.type) {
        case 'text':
        case 'code-text':
          return inline.text;
        case 'break':
          return '\n';
        case 'reference':
          return String(inline.number);
        case 'picture':
          return inline.alternative;
        default:
          return textOf(inline.content);
      }
    })
    .join('');
}
