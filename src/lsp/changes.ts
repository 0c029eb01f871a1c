import { type CodeAction, CodeActionKind, type Diagnostic, TextEdit } from 'vscode-languageserver';
import type { Finding } from '../model/finding.ts';
import { changeFor, type TextChange } from '../writing/changes.ts';
import { missingEntries } from '../writing/missing-entry.ts';
import { suppressionFor } from '../writing/suppressions.ts';
import type { WrittenFile } from '../writing/written-file.ts';
import { rangeOf } from './positions.ts';

/** Quick fixes of findings, as code actions. */
export function quickFixes(
  uri: string,
  file: WrittenFile,
  findings: readonly Finding[],
  toDiagnostic: (finding: Finding) => Diagnostic,
): CodeAction[] {
  return findings.flatMap((finding) => {
    const change = changeFor(file, finding);
    if (!change) return [];
    const diagnostics = [toDiagnostic(finding)];
    return { ...action(uri, file, change.title, change), diagnostics, isPreferred: true };
  });
}

/** Adds the entry that a dangling reference leads to. */
export function missingEntryActions(
  uri: string,
  file: WrittenFile,
  findings: readonly Finding[],
  toDiagnostic: (finding: Finding) => Diagnostic,
): CodeAction[] {
  return findings.flatMap((finding) =>
    missingEntries(file, finding).map((change) => ({
      ...action(uri, file, change.title, change),
      diagnostics: [toDiagnostic(finding)],
    })),
  );
}

/** Suppresses findings that can be suppressed. */
export function suppressionActions(
  uri: string,
  file: WrittenFile,
  findings: readonly Finding[],
): CodeAction[] {
  return findings.flatMap((finding) => {
    const insertion = suppressionFor(file, finding);
    if (!insertion) return [];
    const { at, text } = insertion;
    return action(uri, file, `Except ${finding.rule} here, with a reason`, { start: at, end: at, text });
  });
}

function action(uri: string, file: WrittenFile, title: string, change: TextChange): CodeAction {
  const edit = TextEdit.replace(rangeOf(file, change), change.text);
  return { title, kind: CodeActionKind.QuickFix, edit: { changes: { [uri]: [edit] } } };
}
