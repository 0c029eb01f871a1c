import { type DocumentSymbol, type FoldingRange, type Range, SymbolKind } from 'vscode-languageserver';
import type { PlacedNode } from '../load/placed-node.ts';
import type { DeskFile } from './desk.ts';
import type { Entity } from './ids.ts';
import { labelOf, shortened } from './words.ts';

/** The file as an outline: its properties, and in them the entries by what they stand for. */
export function symbolsOf(file: DeskFile, entities: readonly Entity[]): DocumentSymbol[] {
  const { read } = file;
  if (!read) return [];
  const byPointer = new Map(entities.map((entity) => [entity.pointer, entity]));
  const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }): Range => ({
    start: file.document.positionAt(start),
    end: file.document.positionAt(end),
  });
  return [...(read.root.members ?? [])].map(([name, node]) => {
    const children = (node.items ?? []).flatMap((item, index) => {
      const entity = byPointer.get(`/${name}/${index}`);
      if (!entity) return [];
      const range = rangeOf(item);
      const selectionRange = rangeOf(item.members?.get('id') ?? item.members?.get('ref') ?? item);
      const detail = shortened(labelOf(entity), 80);
      return [{ name: entity.id, detail, kind: SymbolKind.Object, range, selectionRange }];
    });
    const key = node.key ?? node;
    return {
      name: name === '' ? '""' : name,
      kind: node.items ? SymbolKind.Array : node.members ? SymbolKind.Namespace : SymbolKind.Property,
      range: rangeOf({ start: Math.min(key.start, node.start), end: Math.max(key.end, node.end) }),
      selectionRange: rangeOf(key),
      ...(children.length > 0 && { children }),
    };
  });
}

/** Objects and lists of several lines. */
export function foldsOf({ read, document }: DeskFile): FoldingRange[] {
  const folds: FoldingRange[] = [];
  const visit = (node: PlacedNode) => {
    if (!node.members && !node.items) return;
    const startLine = document.positionAt(node.key?.start ?? node.start).line;
    const endLine = document.positionAt(node.end).line;
    if (endLine > startLine) folds.push({ startLine, endLine });
    for (const child of [...(node.members?.values() ?? []), ...(node.items ?? [])]) visit(child);
  };
  for (const child of [...(read?.root.members?.values() ?? []), ...(read?.root.items ?? [])]) visit(child);
  return folds;
}
