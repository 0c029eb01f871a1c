import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type Connection,
  type Location,
  LSPErrorCodes,
  MarkupKind,
  type Position,
  type Range,
  ResponseError,
  type TextDocuments,
  TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { chains, type EvidenceChain } from '../derive/analysis/chain.ts';
import { resolve } from '../derive/entities/resolve.ts';
import { formatFile } from '../format/format-file.ts';
import type { Finding } from '../model/finding.ts';
import { printings } from '../review/check/fmt.ts';
import { completions, configCompletions } from '../writing/completion.ts';
import { describeEntity, describeTerm } from '../writing/hover.ts';
import { Ids, type Occurrence, objectionTo } from '../writing/ids.ts';
import { kindOfFile, type WrittenFile } from '../writing/written-file.ts';
import { missingEntryActions, quickFixes, suppressionActions } from './changes.ts';
import { toCompletionItem } from './completion.ts';
import { rangeOfPlace, toDiagnostic } from './findings.ts';
import { hintsOf, lensesOf } from './hints.ts';
import { foldsOf, symbolsOf } from './outline.ts';
import { documentOf, rangeOf } from './positions.ts';
import { reviewActions } from './review-actions.ts';
import type { Workspace } from './workspace.ts';

/** A request about a place in a file. */
interface PlaceParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Answers what an editor asks about the text of its files. */
export function answerRequests(
  connection: Connection,
  workspace: Workspace,
  documents: TextDocuments<TextDocument>,
): void {
  /** The ids around a file, and its last readable version. */
  async function lookUp(uri: string): Promise<{ file: WrittenFile; ids: Ids } | undefined> {
    const path = pathOf(uri);
    const file = path === undefined ? undefined : await workspace.readableFile(path);
    return file && { file, ids: new Ids(await workspace.around(file.path)) };
  }

  async function occurrenceAt({ textDocument, position }: PlaceParams) {
    const found = await lookUp(textDocument.uri);
    const occurrence = found?.ids.at(found.file, documentOf(found.file).offsetAt(position));
    return found && occurrence && { ...found, occurrence };
  }

  connection.onHover(async (params) => {
    const found = await lookUp(params.textDocument.uri);
    if (!found) return null;
    const { file, ids } = found;
    const offset = documentOf(file).offsetAt(params.position);
    const occurrence = ids.at(file, offset);
    if (occurrence) {
      const value = describeEntity(file, occurrence.target, ids, await chainsOf(file));
      return { contents: { kind: MarkupKind.Markdown, value }, range: rangeIn(occurrence) };
    }
    const term = describeTerm(file, offset);
    if (!term) return null;
    return { contents: { kind: MarkupKind.Markdown, value: term.text }, range: rangeOf(file, term.span) };
  });

  connection.onCompletion(async ({ textDocument, position }) => {
    const path = pathOf(textDocument.uri);
    const document = documents.get(textDocument.uri);
    if (path === undefined || !document) return [];
    const offset = document.offsetAt(position);
    if (kindOfFile(path) === 'config')
      return configCompletions(
        path,
        document.getText(),
        offset,
        await workspace.projectOf(path).forms.names(),
      ).map((each) => toCompletionItem(each, document));
    const found = await lookUp(textDocument.uri);
    if (!found) return [];
    return completions(found.file, document.getText(), offset, found.ids).map((each) =>
      toCompletionItem(each, document),
    );
  });

  connection.onDefinition(async (params) => {
    const found = await occurrenceAt(params);
    if (!found) return null;
    const { file, ids, occurrence } = found;
    const entry = occurrence.target.file === file ? undefined : ids.entryOf(file, occurrence.target);
    // From a use to the file's entry, and from there to the register.
    const isInEntry = entry && occurrence.pointer.startsWith(`${entry.pointer}/ref`);
    const { file: home, pointer } = entry && !isInEntry ? entry : occurrence.target;
    const given = ids
      .occurrencesIn(home)
      .find((each) => each.pointer === `${pointer}/id` || each.pointer === `${pointer}/ref`);
    return given ? locationOf(given) : null;
  });

  connection.onReferences(async (params) => {
    const found = await occurrenceAt(params);
    if (!found) return null;
    return found.ids
      .occurrencesOf(found.occurrence.target)
      .filter(({ isDefinition }) => params.context.includeDeclaration || !isDefinition)
      .map(locationOf);
  });

  connection.onDocumentSymbol(async ({ textDocument }) => {
    const found = await lookUp(textDocument.uri);
    return found ? symbolsOf(found.file, found.ids.entitiesOf(found.file)) : [];
  });

  connection.onFoldingRanges(async ({ textDocument }) => {
    const path = pathOf(textDocument.uri);
    const file = path === undefined ? undefined : await workspace.file(path);
    return file ? foldsOf(file) : [];
  });

  connection.onDocumentFormatting(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    const path = pathOf(textDocument.uri);
    const kind = path === undefined ? undefined : kindOfFile(path);
    if (!document || path === undefined || kind === undefined) return [];
    const text = document.getText();
    const formatted = formatFile(path, new TextEncoder().encode(text), kind, printings);
    if (formatted.kind !== 'formatted' || !formatted.changed) return [];
    const range = { start: document.positionAt(0), end: document.positionAt(text.length) };
    return [TextEdit.replace(range, formatted.text)];
  });

  connection.onPrepareRename(async (params) => {
    const found = await occurrenceAt(params);
    return found ? { range: rangeIn(found.occurrence), placeholder: found.occurrence.target.id } : null;
  });

  connection.onRenameRequest(async ({ newName, ...params }) => {
    const found = await occurrenceAt(params);
    if (!found) return null;
    const { target } = found.occurrence;
    const objection = newName === target.id ? undefined : objectionTo(newName, target, found.ids);
    if (objection !== undefined) return new ResponseError(LSPErrorCodes.RequestFailed, objection);
    for (const file of await workspace.around(found.file.path)) {
      if ((await workspace.file(file.path)) !== file || !file.read) {
        const message = `${basename(file.path)} cannot be read as it stands: fix it first, so that no use is missed.`;
        return new ResponseError(LSPErrorCodes.RequestFailed, message);
      }
    }
    const changes: Record<string, TextEdit[]> = {};
    for (const occurrence of found.ids.occurrencesOf(target)) {
      const { uri, range } = locationOf(occurrence);
      changes[uri] = [...(changes[uri] ?? []), TextEdit.replace(range, newName)];
    }
    return { changes };
  });

  connection.onCodeAction(async ({ textDocument, range }) => {
    const path = pathOf(textDocument.uri);
    const file = path === undefined ? undefined : await workspace.file(path);
    if (path === undefined || !file) return [];
    const project = workspace.projectOf(path);
    const { programFolder } = project.effects;
    const shown = (finding: Finding) => toDiagnostic(finding, programFolder);
    const here = (await workspace.findings(path)).filter((finding) =>
      isTouching(rangeOfPlace(finding), range),
    );
    return [
      ...quickFixes(textDocument.uri, file, here, shown),
      ...missingEntryActions(textDocument.uri, file, here, shown),
      ...(await reviewActions(file, here, project, (uri) => documents.get(uri)?.getText(), shown)),
      ...suppressionActions(textDocument.uri, file, here),
    ];
  });

  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const path = pathOf(textDocument.uri);
    const file = path === undefined ? undefined : await workspace.file(path);
    return file ? hintsOf(file, new Ids([file]).entitiesOf(file), await chainsOf(file), range) : [];
  });

  connection.onCodeLens(async ({ textDocument }) => {
    const path = pathOf(textDocument.uri);
    const file = path === undefined ? undefined : await workspace.file(path);
    return file ? lensesOf(file, new Ids([file]).entitiesOf(file), await chainsOf(file)) : [];
  });

  /** The evidence chain of each judgment; empty if the file is not valid. */
  async function chainsOf(file: WrittenFile): Promise<ReadonlyMap<string, EvidenceChain>> {
    const project = workspace.projectOf(file.path);
    if (file.kind !== 'assessment') return new Map();
    const { assessment, register } = await project.file(project.inputAt(file.path));
    return assessment && register ? chains(resolve(assessment, register)) : new Map();
  }
}

/** The path of a file from an editor; `undefined` if it is not on this machine, or not one of ours. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    const path = fileURLToPath(uri);
    return kindOfFile(path) === undefined ? undefined : path;
  } catch {
    return undefined; // on another machine, or with an encoded slash
  }
}

function isTouching(a: Range, b: Range): boolean {
  const isBefore = (one: Position, other: Position) =>
    one.line < other.line || (one.line === other.line && one.character <= other.character);
  return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}

function rangeIn(occurrence: Occurrence): Range {
  return rangeOf(occurrence.file, occurrence);
}

function locationOf(occurrence: Occurrence): Location {
  return { uri: pathToFileURL(occurrence.file.path).href, range: rangeIn(occurrence) };
}
