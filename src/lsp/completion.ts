import { type CompletionItem, CompletionItemKind, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Completion } from '../writing/completion.ts';

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  property: CompletionItemKind.Property,
  term: CompletionItemKind.EnumMember,
  id: CompletionItemKind.Reference,
};

/** A completion in the words of the protocol. */
export function toCompletionItem(completion: Completion, document: TextDocument): CompletionItem {
  const { kind, start, end, insert, collection, ...shown } = completion;
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  return {
    ...shown,
    kind: KINDS[kind],
    textEdit: TextEdit.replace(range, insert),
    ...(collection !== undefined && { labelDetails: { description: collection } }),
  };
}
