import { commands, type ExtensionContext, type WorkspaceFolder, window, workspace } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { programFor } from './program.ts';

const clients = new Map<string, LanguageClient>();

/** VS Code calls this when a folder with assessments is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand('threat-memo.restart', async () => {
      await deactivate();
      await startAll();
    }),
    workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const folder of removed) void stop(folder.uri.toString());
      for (const folder of added) void start(folder);
    }),
  );
  await startAll();
}

export async function deactivate(): Promise<void> {
  await Promise.all([...clients.keys()].map(stop));
}

async function startAll(): Promise<void> {
  await Promise.all((workspace.workspaceFolders ?? []).map(start));
}

/** Starts the server of a folder: each project has its own program and version. */
async function start(folder: WorkspaceFolder): Promise<void> {
  if (folder.uri.scheme !== 'file') return;
  const setting = workspace.getConfiguration('threat-memo', folder.uri).get('program', '');
  const module = programFor(folder.uri.fsPath, setting);
  if (module === undefined) {
    void window.showWarningMessage(
      `threat-memo is not installed in ${folder.name}: run \`npm install\` there, then "Restart the language server".`,
    );
    return;
  }
  // With this transport the client adds `--stdio` by itself.
  const server = {
    module,
    args: ['lsp'],
    transport: TransportKind.stdio,
    options: { cwd: folder.uri.fsPath },
  };
  const pattern = (files: string) => ({
    scheme: 'file',
    pattern: `${folder.uri.fsPath.replaceAll('\\', '/')}/${files}`,
  });
  const client = new LanguageClient('threat-memo', `threat-memo (${folder.name})`, server, {
    documentSelector: [
      pattern('assessments/*.{json,yaml,yml}'),
      pattern('threat-memo.config.{json,yaml,yml}'),
    ],
    workspaceFolder: folder,
  });
  clients.set(folder.uri.toString(), client);
  await client.start();
}

async function stop(uri: string): Promise<void> {
  const client = clients.get(uri);
  clients.delete(uri);
  await client?.stop();
}
