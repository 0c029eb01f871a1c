import type { Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isJsonFile, type WrittenFile } from '../writing/written-file.ts';

const documents = new WeakMap<WrittenFile, TextDocument>();

/** A file as an LSP document, which counts in lines and characters where the program counts offsets. */
export function documentOf(file: WrittenFile): TextDocument {
  const known =
    documents.get(file) ??
    TextDocument.create(file.path, isJsonFile(file.path) ? 'json' : 'yaml', 0, file.text);
  documents.set(file, known);
  return known;
}

/** A range of offsets as an LSP range. */
export function rangeOf(
  file: WrittenFile,
  { start, end }: { readonly start: number; readonly end: number },
): Range {
  const document = documentOf(file);
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
