import {
  CodeActionKind,
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { watchFolders } from '../project/disk/watch.ts';
import type { Effects } from '../project/effects.ts';
import { WorkQueue } from '../writing/work-queue.ts';
import { toDiagnostic } from './findings.ts';
import { answerRequests, pathOf } from './requests.ts';
import { Workspace } from './workspace.ts';

/** The server's capabilities. */
const CAPABILITIES: InitializeResult = {
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    completionProvider: { triggerCharacters: ['"', '@', '/', '['] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentFormattingProvider: true,
    renameProvider: { prepareProvider: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    inlayHintProvider: true,
    codeLensProvider: {},
  },
  serverInfo: { name: 'threat-memo' },
};

/**
 * Serves an editor over two streams until it sends `exit` or closes them. `effectsFor` gives the effects for a
 * folder: the root of its project is found from there.
 */
export async function serveStreams(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  effectsFor: (folder: string) => Effects,
): Promise<void> {
  const connection = createConnection(input, output);
  const ended = new Promise<void>((resolved) => connection.onExit(() => resolved()));
  serve(connection, effectsFor);
  await ended;
}

/**
 * Handles the requests of one editor. Findings are published once all messages received so far are handled, so
 * that fast typing is checked once.
 */
function serve(connection: Connection, effectsFor: (folder: string) => Effects): void {
  const watched: (() => void)[] = [];
  // Not every editor reports changes by other programs, so the files are watched here.
  const workspace = new Workspace(effectsFor, (root) => {
    watched.push(watchFolders(root, (paths) => stale.add(...workspace.changed(paths))));
  });
  const { console: log } = connection;
  const documents = new TextDocuments(TextDocument);
  const stale = new WorkQueue<string>(publish, (error, path) =>
    log.error(`${path}: ${error instanceof Error ? error.stack : String(error)}`),
  );

  connection.onInitialize(() => CAPABILITIES);
  documents.onDidChangeContent(({ document }) => {
    const path = pathOf(document.uri);
    if (path !== undefined) stale.add(...workspace.edit(path, document));
  });
  documents.onDidSave(({ document }) => {
    const path = pathOf(document.uri);
    if (path !== undefined) stale.add(...workspace.changed([path]));
  });
  documents.onDidClose(({ document }) => {
    const path = pathOf(document.uri);
    if (path === undefined) return;
    stale.add(...workspace.close(path));
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    stale.add(...workspace.changed(changes.flatMap(({ uri }) => pathOf(uri) ?? [])));
  });
  connection.onExit(() => {
    for (const stop of watched.splice(0)) stop();
  });

  async function publish(path: string): Promise<void> {
    const document = documents.all().find(({ uri }) => pathOf(uri) === path);
    if (!document) return;
    const { version } = document;
    const project = workspace.projectOf(path);
    const findings = await workspace.findings(path);
    if (document.version !== version) return; // a newer text is being checked
    const diagnostics = findings.map((finding) => toDiagnostic(finding, project.effects.programFolder));
    await connection.sendDiagnostics({ uri: document.uri, version, diagnostics });
  }

  answerRequests(connection, workspace, documents);
  documents.listen(connection);
  connection.listen();
}
