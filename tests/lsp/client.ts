import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { Diagnostic, Position } from 'vscode-languageserver';
import { refuseStale } from '../support/fresh-program.ts';

const program = fileURLToPath(new URL('../../dist/threat-memo.js', import.meta.url));

/** An editor that talks to the built program over stdio, with its own project on the disk. */
export class Client {
  readonly folder: string;
  readonly #connection: ReturnType<typeof createMessageConnection>;
  readonly #ended: Promise<number | null>;
  readonly #published = new Map<string, { version: number | undefined; diagnostics: Diagnostic[] }>();
  readonly #texts = new Map<string, { version: number; text: string }>();
  #wake: (() => void)[] = [];

  private constructor(folder: string) {
    this.folder = folder;
    const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: folder, stdio: 'pipe' });
    this.#ended = new Promise((resolve) => child.on('exit', resolve));
    this.#connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', (params) => {
      const { uri, version, diagnostics } = params as {
        uri: string;
        version?: number;
        diagnostics: Diagnostic[];
      };
      this.#published.set(uri, { version, diagnostics });
      for (const wake of this.#wake.splice(0)) wake();
    });
    this.#connection.listen();
  }

  /** Starts the server in a new folder with these files, by their names. */
  static async start(files: Readonly<Record<string, string>>): Promise<Client> {
    await refuseStale();
    const folder = await mkdtemp(join(tmpdir(), 'lsp-'));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const client = new Client(folder);
    const rootUri = pathToFileURL(folder).href;
    await client.ask('initialize', { processId: process.pid, rootUri, capabilities: {} });
    await client.notify('initialized', {});
    return client;
  }

  /** Ends the server as an editor does; gives its exit code. */
  async stop(): Promise<number | null> {
    await this.ask('shutdown');
    await this.notify('exit');
    const code = await this.#ended;
    this.#connection.dispose();
    await rm(this.folder, { recursive: true });
    return code;
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  ask<T>(method: string, params: object | null = null): Promise<T> {
    return params === null
      ? this.#connection.sendRequest<T>(method)
      : this.#connection.sendRequest<T>(method, params);
  }

  notify(method: string, params?: object): Promise<void> {
    return params === undefined
      ? this.#connection.sendNotification(method)
      : this.#connection.sendNotification(method, params);
  }

  async open(name: string, text: string): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name);
    this.#texts.set(name, { version: 1, text });
    const languageId = name.endsWith('.json') ? 'json' : 'yaml';
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return this.diagnostics(name);
  }

  /** Replaces the whole text in the editor, and waits for its findings. */
  async change(name: string, text: string): Promise<readonly Diagnostic[]> {
    await this.type(name, text);
    return this.diagnostics(name);
  }

  /** The same without waiting. */
  async type(name: string, text: string): Promise<void> {
    const version = (this.#texts.get(name)?.version ?? 0) + 1;
    this.#texts.set(name, { version, text });
    await this.notify('textDocument/didChange', {
      textDocument: { uri: this.uri(name), version },
      contentChanges: [{ text }],
    });
  }

  /** The findings on the text in the editor. */
  async diagnostics(name: string): Promise<readonly Diagnostic[]> {
    for (;;) {
      const published = this.#published.get(this.uri(name));
      if (published?.version === this.#texts.get(name)?.version) return published?.diagnostics ?? [];
      await new Promise<void>((resolve) => this.#wake.push(resolve));
    }
  }

  /** Sends a request for the place in the middle of `needle` in the editor's text: `|` in it is the cursor. */
  at<T>(method: string, name: string, needle: string, more: object = {}): Promise<T> {
    return this.ask<T>(method, {
      textDocument: { uri: this.uri(name) },
      position: this.position(name, needle),
      ...more,
    });
  }

  position(name: string, needle: string): Position {
    const text = this.#texts.get(name)?.text ?? '';
    const [before = '', after = ''] = needle.split('|');
    const at = text.indexOf(before + after);
    if (at < 0) throw new Error(`There is no ${needle} in ${name}`);
    return positionOf(text, at + before.length);
  }

  /** The text that a range of a file holds. */
  textAt(
    name: string,
    { start, end }: { start: Position; end: Position },
    text = this.#texts.get(name)?.text ?? '',
  ): string {
    return text.slice(offsetOf(text, start), offsetOf(text, end));
  }
}

function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function offsetOf(text: string, { line, character }: Position): number {
  const before = text.split('\n').slice(0, line);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + character;
}

/** A text with edits made in it, as an editor makes them: all of them mean the text before. */
export function edited(
  text: string,
  edits: readonly { range: { start: Position; end: Position }; newText: string }[],
): string {
  return edits
    .toSorted((a, b) => offsetOf(text, b.range.start) - offsetOf(text, a.range.start))
    .reduce(
      (made, { range, newText }) =>
        made.slice(0, offsetOf(text, range.start)) + newText + made.slice(offsetOf(text, range.end)),
      text,
    );
}
