import type { Nodes, RootContent, Table as TableNode } from 'mdast';
import { type Reading, readInlines, textOf } from './read-inlines.ts';
import type { Role } from './roles.ts';
import type { Block, Caption, Cell, Item, List, Picture, Row, Table } from './types.ts';

/** Blocks with tables and figures joined to their captions and source lines. */
export function readBlocks(nodes: readonly RootContent[], reading: Reading): Block[] {
  return joinCaptions(nodes.flatMap((node) => readBlock(node, reading)));
}

function readBlock(node: RootContent, reading: Reading): Block[] {
  const roles = rolesOf(node);
  switch (node.type) {
    case 'heading': {
      const content = readInlines(node.children, reading);
      return [
        { type: 'heading', roles, level: node.depth, slug: reading.slugs.next(textOf(content)), content },
      ];
    }
    case 'paragraph':
      return [{ type: 'paragraph', roles, content: readInlines(node.children, reading) }];
    case 'list': {
      const loose = node.spread === true || node.children.some(isLoose);
      const start = node.ordered ? (node.start ?? 1) : undefined;
      const items = node.children.map((item): Item => {
        const blocks = item.children.flatMap((child) => readBlock(child, reading));
        const checked = item.checked ?? undefined;
        // In a tight list, a paragraph is not a block of its own.
        return { roles: rolesOf(item), checked, blocks: loose ? joinCaptions(blocks) : blocks };
      });
      return [{ type: 'list', roles, start, loose, items } satisfies List];
    }
    case 'blockquote':
      return [{ type: 'quotation', roles, blocks: readBlocks(node.children, reading) }];
    case 'table':
      return [readTable(node, roles, reading)];
    case 'code':
      return [{ type: 'code', roles, text: node.value }];
    case 'thematicBreak':
      return [{ type: 'divider', roles }];
    default:
      return []; // front matter, and definitions, which others refer to
  }
}

function isLoose({
  spread,
  children,
}: {
  readonly spread?: boolean | null | undefined;
  readonly children: readonly unknown[];
}): boolean {
  return spread ?? children.length > 1;
}

function readTable(node: TableNode, roles: readonly Role[], reading: Reading): Table {
  const [head] = node.children;
  const columns = (node.align ?? head?.children.map(() => null) ?? []).map((align) => align ?? undefined);
  const rows = node.children.map((row): Row => {
    const cells = columns.map((_, at): Cell => {
      const cell = row.children[at];
      return cell
        ? { roles: rolesOf(cell), content: readInlines(cell.children, reading) }
        : { roles: [], content: [] };
    });
    return { roles: rolesOf(row), cells };
  });
  return { type: 'table', roles, caption: undefined, columns, rows };
}

function rolesOf(node: Nodes): readonly Role[] {
  return node.data?.roles ?? [];
}

/**
 * A paragraph with the role `caption` belongs to the table after it, or to the picture if a paragraph with only
 * a picture follows, and a source line after that picture belongs to it too. A caption before anything else
 * stays a paragraph.
 */
function joinCaptions(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) break;
    const caption = captionOf(block);
    const target = caption ? blocks[at + 1] : block;
    const picture = pictureIn(target);
    if (caption && target?.type === 'table') {
      joined.push({ ...target, caption });
      at += 1;
    } else if (picture) {
      const after = blocks[at + (caption ? 2 : 1)];
      const source = after?.roles.includes('source-line') ? after : undefined;
      joined.push({ type: 'figure', roles: target?.roles ?? [], caption, picture, source });
      at += (caption ? 1 : 0) + (source ? 1 : 0);
    } else joined.push(block);
  }
  return joined;
}

function captionOf(block: Block): Caption | undefined {
  if (block.type !== 'paragraph' || !block.roles.includes('caption')) return undefined;
  return { roles: block.roles.filter((role) => role !== 'caption'), content: block.content };
}

/** The picture of a paragraph that contains nothing else. */
function pictureIn(block: Block | undefined): Picture | undefined {
  if (block?.type !== 'paragraph') return undefined;
  const solid = block.content.filter((inline) => inline.type !== 'text' || inline.text.trim() !== '');
  const [only] = solid;
  return solid.length === 1 && only?.type === 'picture' ? only : undefined;
}
