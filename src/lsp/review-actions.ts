import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CodeAction, CodeActionKind, type Diagnostic, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changeText } from '../load/edit/change-data.ts';
import type { Finding } from '../model/finding.ts';
import { unresolvedNote } from '../model/unfinished.ts';
import type { Project } from '../project/project.ts';
import { readReview, reviewPath } from '../project/reviews.ts';
import { smallestChange } from '../writing/changes.ts';
import type { WrittenFile } from '../writing/written-file.ts';

/**
 * Actions that mark a colleague's comment as resolved, in the file of reviews beside the assessment.
 *
 * @param textOf The text of a file as an editor has it; `undefined` where it has not opened it.
 */
export async function reviewActions(
  file: WrittenFile,
  findings: readonly Finding[],
  project: Project,
  textOf: (uri: string) => string | undefined,
  toDiagnostic: (finding: Finding) => Diagnostic,
): Promise<CodeAction[]> {
  const { id } = (file.read?.data ?? {}) as { readonly id?: unknown };
  const openComments = findings.filter(({ rule }) => rule === 'unresolved-comment');
  if (typeof id !== 'string' || openComments.length === 0) return [];
  const path = reviewPath(dirname(file.path), id);
  const uri = pathToFileURL(path).href;
  const bytes = textOf(uri) ?? (await project.effects.readFile(path).catch(() => undefined));
  if (bytes === undefined) return [];
  const text = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
  const notes = readReview(path, new TextEncoder().encode(text)).review?.notes ?? [];
  return openComments.flatMap((finding) => {
    const index = notes.findIndex((note) => !note.resolved && unresolvedNote(note) === finding.message);
    if (index < 0) return [];
    const changed = changeText(path, text, { kind: 'set', path: ['notes', index, 'resolved'], value: true });
    if (changed === undefined) return [];
    const document = TextDocument.create(uri, 'json', 0, text);
    const { start, end, text: put } = smallestChange(text, changed);
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    return {
      title: 'Resolve this comment',
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding)],
      edit: { changes: { [uri]: [TextEdit.replace(range, put)] } },
    };
  });
}
