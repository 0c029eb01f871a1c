import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { nodeAt } from '../load/placed-node.ts';
import type { Finding } from '../model/finding.ts';
import { ruleCatalogue } from '../project/rule-catalogue.ts';
import { type DeskFile, isJsonFile } from './desk.ts';

/**
 * Excepts a finding of a tradecraft rule. The reason is left empty, which is an error until somebody writes it: the
 * editor must not make one up.
 */
export function exceptionFor(uri: string, file: DeskFile, finding: Finding): CodeAction | undefined {
  const rule = ruleCatalogue.find(({ id }) => id === finding.rule);
  if (
    !file.read ||
    finding.severity === 'error' ||
    rule?.kind !== 'check' ||
    rule.fixed ||
    finding.pointer === ''
  )
    return undefined;
  const insertion = insertionOf(file, finding.rule, finding.anchor ?? finding.pointer);
  if (!insertion) return undefined;
  const position = file.document.positionAt(insertion.at);
  const edit = { range: { start: position, end: position }, newText: insertion.text };
  const title = `Except ${finding.rule} here, with a reason`;
  return { title, kind: CodeActionKind.QuickFix, edit: { changes: { [uri]: [edit] } } };
}

/** Where an exception is put in, and its text; `undefined` where the layout is not one of the usual. */
function insertionOf(file: DeskFile, rule: string, at: string): { at: number; text: string } | undefined {
  const { read, path } = file;
  if (!read) return undefined;
  const isJson = isJsonFile(path);
  const entry = isJson
    ? `{ "rule": "${rule}", "at": ${JSON.stringify(at)}, "reason": "" }`
    : `{ rule: ${rule}, at: ${JSON.stringify(at)}, reason: "" }`;
  const list = nodeAt(read.root, '/exceptions');
  const first = list?.items?.[0];
  if (first) {
    const lineStart = read.text.lastIndexOf('\n', first.start - 1) + 1;
    const before = read.text.slice(lineStart, first.start);
    if (isJson) return { at: first.start, text: `${entry},${/^\s*$/.test(before) ? `\n${before}` : ' '}` };
    return /^\s*- +$/.test(before) ? { at: lineStart, text: `${before}${entry}\n` } : undefined;
  }
  if (list) return undefined;
  const last = [...(read.root.members?.values() ?? [])].at(-1);
  if (!last) return undefined;
  if (isJson) return { at: last.end, text: `,\n  "exceptions": [\n    ${entry}\n  ]` };
  if (read.text.trimStart().startsWith('{')) return undefined;
  const lead = read.text.endsWith('\n') ? '' : '\n';
  return { at: read.text.length, text: `${lead}exceptions:\n  - ${entry}\n` };
}
