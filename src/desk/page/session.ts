import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { ChangeSet, EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type {
  Answer,
  CheckedState,
  DeskEvent,
  FileStatus,
  HeadState,
  ItemEdit,
  MemoEvent,
  Notice,
  OpenedFile,
  TextUpdate,
} from '../protocol.ts';
import { addressOf, ask } from './server.ts';

/** What a window knows of its open file. */
export interface Known {
  readonly status: FileStatus;
  readonly state: CheckedState | undefined;
  readonly head: HeadState | undefined;
  /** The last memo, and why there is no newer one. */
  readonly memo: Omit<MemoEvent, 'type'>;
  /** Whether the server can be reached and has everything that was typed. */
  readonly isConnected: boolean;
  readonly isSent: boolean;
}

/** How long to wait before a request is repeated, in milliseconds. */
const RETRY = 1000;

/**
 * A file in this window: its text in an editor, which need not be on the page, and the server's state of it.
 * What is typed is sent at once; changes from other windows and forms come from the server.
 */
export class Session {
  readonly opened: OpenedFile;
  readonly view: EditorView;
  readonly clientID = crypto.randomUUID();
  #known: Known;
  readonly #listeners = new Set<() => void>();
  readonly #noticed: (notice: Notice) => void;
  #events: EventSource;
  #isPushing = false;
  #isClosed = false;

  constructor(opened: OpenedFile, extensions: Extension, noticed: (notice: Notice) => void) {
    this.opened = opened;
    this.#noticed = noticed;
    this.#known = {
      status: opened.status,
      state: opened.state,
      head: undefined,
      memo: { version: -1, made: 0, form: '', release: '', fault: undefined },
      isConnected: true,
      isSent: true,
    };
    const sending = EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged) void this.#push();
    });
    this.view = new EditorView({
      state: EditorState.create({
        doc: opened.text,
        extensions: [collab({ startVersion: opened.version, clientID: this.clientID }), sending, extensions],
      }),
    });
    this.#events = this.#listenTo();
    this.#showFindings();
  }

  get name(): string {
    return this.opened.name;
  }

  get known(): Known {
    return this.#known;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Waits until the server has everything typed here. */
  async flush(): Promise<void> {
    for (let tries = 0; sendableUpdates(this.view.state).length > 0 && tries < 200; tries += 1) {
      await this.#push();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async edit(edit: ItemEdit, group?: string): Promise<Answer> {
    await this.flush();
    return ask<Answer>('edit', { name: this.name, edit, ...(group !== undefined && { group }) });
  }

  async undo(): Promise<void> {
    await this.flush();
    await ask('undo', { name: this.name });
  }

  async redo(): Promise<void> {
    await this.flush();
    await ask('redo', { name: this.name });
  }

  /** Puts the cursor of the text at an entry, by its id. */
  reveal(id: string): void {
    const at = this.view.state.doc.toString().search(new RegExp(`\\b(?:id|ref)"?: *["']?${id}["',\\s]`));
    if (at < 0) return; // an entry without id
    this.view.dispatch({
      selection: { anchor: at },
      effects: EditorView.scrollIntoView(at, { y: 'center' }),
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#events.close();
    this.view.destroy();
  }

  #listenTo(): EventSource {
    const since = String(getSyncedVersion(this.view.state));
    const events = new EventSource(addressOf('events', { name: this.name, since }));
    events.onmessage = ({ data }) => this.#take(JSON.parse(data) as DeskEvent);
    events.onopen = () => this.#set({ isConnected: true });
    events.addEventListener('reload', () => location.reload());
    events.onerror = () => {
      events.close(); // a new connection would ask again for what is known
      this.#set({ isConnected: false });
      if (!this.#isClosed) {
        setTimeout(() => {
          if (!this.#isClosed) this.#events = this.#listenTo();
        }, RETRY);
      }
    };
    return events;
  }

  #take(event: DeskEvent): void {
    switch (event.type) {
      case 'updates':
        this.#receive(event.from, event.updates);
        return;
      case 'status':
        this.#set({ status: event.status });
        return;
      case 'state':
        this.#set({ state: event.state });
        this.#showFindings();
        return;
      case 'head':
        this.#set({ head: event.head });
        return;
      case 'memo':
        this.#set({ memo: event });
        return;
      case 'notice':
        this.#noticed(event.notice);
    }
  }

  #receive(from: number, updates: readonly TextUpdate[]): void {
    const version = getSyncedVersion(this.view.state);
    if (from > version) {
      location.reload(); // an update is missing: the server has the whole text
      return;
    }
    const fresh = updates.slice(version - from);
    if (fresh.length === 0) return;
    const received = fresh.map(({ clientID, changes }) => ({
      clientID,
      changes: ChangeSet.fromJSON(changes),
    }));
    this.view.dispatch(receiveUpdates(this.view.state, received));
    this.#set({ isSent: sendableUpdates(this.view.state).length === 0 });
    void this.#push();
  }

  async #push(): Promise<void> {
    const updates = sendableUpdates(this.view.state);
    if (updates.length === 0 || this.#isPushing) return;
    this.#isPushing = true;
    this.#set({ isSent: false });
    try {
      const version = getSyncedVersion(this.view.state);
      const sent = updates.map(({ changes, clientID }) => ({ clientID, changes: changes.toJSON() }));
      await ask<Answer>('push', { name: this.name, version, updates: sent });
      this.#set({ isConnected: true });
    } catch {
      this.#set({ isConnected: false });
      await new Promise((resolve) => setTimeout(resolve, RETRY));
    } finally {
      this.#isPushing = false;
    }
    // What was typed meanwhile is sent when this update comes back; if it was refused, newer updates are on the
    // way.
    setTimeout(() => void this.#pushRest(), 50);
  }

  async #pushRest(): Promise<void> {
    if (!this.#isClosed && sendableUpdates(this.view.state).length > 0) await this.#push();
  }

  #showFindings(): void {
    const { state } = this.#known;
    if (!state || state.version !== getSyncedVersion(this.view.state)) return;
    const { length } = this.view.state.doc;
    const diagnostics = state.findings.map(
      ({ from, to, severity, message, help, rule }): Diagnostic => ({
        from: Math.min(from, length),
        to: Math.min(Math.max(to, from), length),
        severity: severity === 'note' ? 'info' : severity,
        message: help === undefined ? message : `${message}\n${help}`,
        source: rule,
      }),
    );
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  #set(known: Partial<Known>): void {
    this.#known = { ...this.#known, ...known };
    for (const listener of this.#listeners) listener();
  }
}
