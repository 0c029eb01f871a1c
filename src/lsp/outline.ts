import { type DocumentSymbol, type FoldingRange, SymbolKind } from 'vscode-languageserver';
import type { PlacedNode } from '../load/placed-node.ts';
import { shortened } from '../model/shown-text.ts';
import type { Entity } from '../writing/ids.ts';
import { labelOf } from '../writing/words.ts';
import type { WrittenFile } from '../writing/written-file.ts';
import { documentOf, rangeOf } from './positions.ts';

/** The outline of a file: its properties, and their entries by label. */
export function symbolsOf(file: WrittenFile, entities: readonly Entity[]): DocumentSymbol[] {
  const { read } = file;
  if (!read) return [];
  const byPointer = new Map(entities.map((entity) => [entity.pointer, entity]));
  return [...(read.root.members ?? [])].map(([name, node]) => {
    const children = (node.items ?? []).flatMap((item, index) => {
      const entity = byPointer.get(`/${name}/${index}`);
      if (!entity) return [];
      const range = rangeOf(file, item);
      const selectionRange = rangeOf(file, item.members?.get('id') ?? item.members?.get('ref') ?? item);
      const detail = shortened(labelOf(entity), 80);
      return [{ name: entity.id, detail, kind: SymbolKind.Object, range, selectionRange }];
    });
    const key = node.key ?? node;
    return {
      name: name === '' ? '""' : name,
      kind: node.items ? SymbolKind.Array : node.members ? SymbolKind.Namespace : SymbolKind.Property,
      range: rangeOf(file, { start: Math.min(key.start, node.start), end: Math.max(key.end, node.end) }),
      selectionRange: rangeOf(file, key),
      ...(children.length > 0 && { children }),
    };
  });
}

/** Objects and lists of several lines. */
export function foldsOf(file: WrittenFile): FoldingRange[] {
  const { read } = file;
  const document = documentOf(file);
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
