import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { mend } from '../load/edit/mend.ts';
import type { Finding } from '../model/finding.ts';
import { rangeOfPlace } from './findings.ts';
import { type Entity, type Ids, isSlug } from './ids.ts';

/** What mends findings: what `check --fix` would do, and the word that was probably meant. */
export function quickFixes(
  uri: string,
  document: TextDocument,
  findings: readonly Finding[],
  toDiagnostic: (finding: Finding) => Diagnostic,
): CodeAction[] {
  return findings.flatMap((finding) => {
    const made = mended(document, finding) ?? meant(document, finding);
    if (!made) return [];
    const { title, edit } = made;
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding)],
      isPreferred: true,
      edit: { changes: { [uri]: [edit] } },
    };
  });
}

interface NamedEdit {
  readonly title: string;
  readonly edit: TextEdit;
}

function mended(document: TextDocument, { file, fix, rule }: Finding): NamedEdit | undefined {
  if (!fix) return undefined;
  const before = document.getText();
  const { bytes, fixes } = mend(file, new TextEncoder().encode(before), [fix]);
  if (fixes.length === 0) return undefined;
  const after = new TextDecoder().decode(bytes);
  return { title: `Mend ${rule}`, edit: smallestEdit(document, before, after) };
}

/** The part in which two texts differ, as one edit; no surrogate pair is torn apart. */
function smallestEdit(document: TextDocument, before: string, after: string): TextEdit {
  const isTorn = (at: number) => /[\uD800-\uDBFF]/.test(before.charAt(at - 1));
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (isTorn(start)) start -= 1;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (tail > 0 && isTorn(before.length - tail)) tail -= 1;
  const range = { start: document.positionAt(start), end: document.positionAt(before.length - tail) };
  return { range, newText: after.slice(start, after.length - tail) };
}

/** `Did you mean …?` as an edit, where exactly what is wrong stands at the place of the finding. */
function meant(document: TextDocument, finding: Finding): NamedEdit | undefined {
  const word = /^Did you mean `([^`"'\\]+)`\?/.exec(finding.help ?? '')?.[1];
  if (word === undefined) return undefined;
  const range = rangeOfPlace(finding);
  const [, quote = '', found = ''] = /^(["']?)(.*)\1$/s.exec(document.getText(range)) ?? [];
  if (!finding.message.includes(`\`${found}\``)) return undefined;
  return { title: `Change to \`${word}\``, edit: { range, newText: `${quote}${word}${quote}` } };
}

/** Why an entity cannot be given an id, in a sentence; `undefined` where it can. */
export function objectionTo(newName: string, entity: Entity, ids: Ids): string | undefined {
  if (!isSlug(newName))
    return `\`${newName}\` is no id: lower-case letters, digits and hyphens between them.`;
  const together = ['evidence', 'sources'].includes(entity.collection)
    ? ['evidence', 'sources'] // a citation in prose means either
    : [entity.collection];
  const files = new Set([entity.file, ...ids.occurrencesOf(entity).map(({ file }) => file)]);
  const others = [...[...files].flatMap((file) => ids.entitiesOf(file)), ...ids.shared];
  const taken = others.find(({ collection, id }) => id === newName && together.includes(collection));
  return taken && `\`${newName}\` is the id of something else in \`${taken.collection}\`.`;
}
