import { ChangeSet, Text } from '@codemirror/state';
import type { TextChange } from '../writing/changes.ts';
import type { TextUpdate } from './protocol.ts';

/** Most undo steps, and most updates a window may be behind. */
const MAX_STEPS = 500;
const MAX_BEHIND = 2000;

/** Changes of one window within this many milliseconds are undone together. */
const GROUP_TIME = 1000;

interface Step {
  /** Reverts the text. */
  readonly inverse: ChangeSet;
  readonly group: string;
  readonly at: number;
}

/**
 * The text of a file with its linear history in this session: windows send changes, and each change is based on
 * a version. Undo reverts the last change, whichever window or form it came from.
 */
export class WrittenText {
  #doc: Text;
  #version = 0;
  readonly #updates: TextUpdate[] = [];
  readonly #undo: Step[] = [];
  readonly #redo: Step[] = [];

  constructor(text: string) {
    this.#doc = docOf(text);
  }

  get version(): number {
    return this.#version;
  }

  get text(): string {
    return this.#doc.toString();
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** Updates since a version; `undefined` if it is too old, or not of this session. */
  since(version: number): readonly TextUpdate[] | undefined {
    const behind = this.#version - version;
    if (behind < 0 || behind > this.#updates.length) return undefined;
    return behind === 0 ? [] : this.#updates.slice(-behind);
  }

  /**
   * Applies a window's changes if they are based on the current version; returns whether they were. Throws a
   * RangeError for anything that is not a change of this text.
   */
  push(version: number, updates: readonly TextUpdate[], now: number): boolean {
    if (version !== this.#version) return false;
    const sets = updates.map(({ changes }) => ChangeSet.fromJSON(changes));
    let length = this.#doc.length;
    for (const set of sets) {
      if (set.length !== length) throw new RangeError('The changes are not of this text.');
      length = set.newLength;
    }
    for (const [index, set] of sets.entries()) this.#apply(set, updates[index]?.clientID ?? '', now);
    return true;
  }

  /** Replaces ranges of the text; changes of one `group` are undone together. */
  change(changes: readonly TextChange[], clientID: string, now: number, group = clientID): void {
    const specs = changes.map(({ start, end, text }) => ({ from: start, to: end, insert: docOf(text) }));
    this.#apply(ChangeSet.of(specs, this.#doc.length), clientID, now, group);
  }

  /** Applies changes based on an earlier version, rebased to the current one. */
  changeSince(version: number, changes: readonly TextChange[], clientID: string, now: number): boolean {
    const later = this.since(version);
    if (!later) return false;
    const sets = later.map(({ changes: set }) => ChangeSet.fromJSON(set));
    const before = sets[0]?.length ?? this.#doc.length;
    const specs = changes.map(({ start, end, text }) => ({ from: start, to: end, insert: docOf(text) }));
    let made = ChangeSet.of(specs, before);
    for (const set of sets) made = made.map(set, true);
    this.#apply(made, clientID, now);
    return true;
  }

  undo(now: number): boolean {
    return this.#step(this.#undo, this.#redo, now);
  }

  redo(now: number): boolean {
    return this.#step(this.#redo, this.#undo, now);
  }

  #step(from: Step[], to: Step[], now: number): boolean {
    const step = from.pop();
    if (!step) return false;
    to.push({ inverse: step.inverse.invert(this.#doc), group: '', at: 0 });
    this.#take(step.inverse, `undo-${now}`);
    return true;
  }

  #apply(set: ChangeSet, clientID: string, now: number, group = clientID): void {
    if (set.empty) return;
    const inverse = set.invert(this.#doc);
    const last = this.#undo.at(-1);
    if (last && last.group === group && now - last.at < GROUP_TIME) {
      this.#undo.splice(-1, 1, { inverse: inverse.compose(last.inverse), group, at: now });
    } else {
      this.#undo.push({ inverse, group, at: now });
      if (this.#undo.length > MAX_STEPS) this.#undo.shift();
    }
    this.#redo.length = 0;
    this.#take(set, clientID);
  }

  #take(set: ChangeSet, clientID: string): void {
    this.#doc = set.apply(this.#doc);
    this.#version += 1;
    this.#updates.push({ clientID, changes: set.toJSON() });
    if (this.#updates.length > MAX_BEHIND) this.#updates.splice(0, MAX_BEHIND / 2);
  }
}

function docOf(text: string): Text {
  return Text.of(text.split(/\r\n?|\n/));
}

/** A text with the line ends used by the desk. */
export function withUnixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
