import type { Finding, Severity } from '../model/finding.ts';

/** Messages between the desk's server and its page. All are JSON; positions are UTF-16 code units. */

/** An assessment, or the register, in the list of files. */
export interface ListedFile {
  /** Name of the file without its folder; every request uses it. */
  readonly name: string;
  readonly id: string;
  readonly title: string;
  readonly form: string;
  readonly errors: number;
  readonly warnings: number;
  /** Whether the journal has changes that the file does not. */
  readonly unsaved: boolean;
}

/** A change of the text, as CodeMirror's `ChangeSet` writes it, and the window that made it. */
export interface TextUpdate {
  readonly clientID: string;
  readonly changes: unknown;
}

/** A file as sent to a window that opens it. */
export interface OpenedFile {
  readonly name: string;
  readonly kind: 'assessment' | 'register';
  readonly isJson: boolean;
  readonly version: number;
  readonly text: string;
  readonly status: FileStatus;
  readonly state: CheckedState | undefined;
}

export interface FileStatus {
  /** Whether the text differs from what was last read from the disk or written there. */
  readonly isDirty: boolean;
  /** ISO 8601, of the last save in this session. */
  readonly savedAt: string | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /**
   * `kept`: every change so far is in the journal; `recovered`: its content was restored; otherwise why it
   * cannot be written.
   */
  readonly journal: 'kept' | 'recovered' | { readonly fault: string };
  /** Set while the file on the disk has changes that are not in the text. */
  readonly conflict: Conflict | undefined;
}

export interface Conflict {
  /** `changed`: both changed the same place; `gone`: the file no longer exists. */
  readonly kind: 'changed' | 'gone' | 'unreadable';
  /** The text on the disk now; empty if the file is gone. */
  readonly theirs: string;
  /** Paths of what both changed, with ids, where that is known: `judgments/it-goes-on/likelihood/term`. */
  readonly fields: readonly string[];
}

/** Everything known about one version of the text. */
export interface CheckedState {
  readonly version: number;
  readonly findings: readonly ShownFinding[];
  /** The data of the last readable version; of this one if `isReadable`. */
  readonly data: unknown;
  readonly isReadable: boolean;
  readonly outline: readonly OutlineGroup[];
  /** Colleagues' comments, in the order of the file of reviews. */
  readonly comments: readonly CommentShown[];
  /** Form, language, direction and scale of its memo. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly scale: ScaleShown;
}

/** A scale of likelihood: the terms that name each band. */
export interface ScaleShown {
  readonly id: string;
  readonly bands: readonly {
    readonly low: number;
    readonly high: number;
    readonly terms: readonly string[];
  }[];
}

export interface ShownFinding extends Pick<Finding, 'rule' | 'pointer' | 'message'> {
  readonly severity: Severity;
  readonly help: string | undefined;
  readonly from: number;
  readonly to: number;
  /** The item it is about, if any. */
  readonly item: ItemName | undefined;
  /** The title of its quick fix, if there is one. */
  readonly fix: string | undefined;
  readonly canBeSuppressed: boolean;
}

/** A colleague's comment. */
export interface CommentShown {
  /** Its position in the file of reviews. */
  readonly index: number;
  readonly author: string;
  /** ISO 8601; may be empty. */
  readonly date: string;
  readonly quoted: string;
  readonly text: string;
  readonly resolved: boolean;
  /** The place commented on, if it still exists; empty for the whole assessment. */
  readonly pointer: string;
}

/** An entry of a collection, by a name that does not change when others are inserted before it. */
export interface ItemName {
  readonly collection: string;
  readonly id: string;
}

export interface OutlineGroup {
  readonly collection: string;
  readonly items: readonly OutlineItem[];
}

export interface OutlineItem {
  readonly id: string;
  /** Its label. */
  readonly label: string;
  readonly detail: string;
  readonly pointer: string;
  readonly errors: number;
  readonly warnings: number;
}

/** An entry of the register, which an assessment can refer to. */
export interface SharedItem {
  readonly collection: string;
  readonly id: string;
  readonly label: string;
}

/** What changed since the edition in git. */
export interface HeadState {
  readonly changes: readonly HeadChange[];
  /** How many judgments changed in likelihood or confidence. */
  readonly moved: number;
}

export interface HeadChange {
  readonly summary: string;
  readonly kind: string;
  /** From 0 to 100. */
  readonly weight: number;
  /** JSON pointer of the current value; absent for removed or derived values. */
  readonly pointer: string | undefined;
}

/** Events sent to every window that has a file open. */
export type DeskEvent =
  | { readonly type: 'updates'; readonly from: number; readonly updates: readonly TextUpdate[] }
  | { readonly type: 'status'; readonly status: FileStatus }
  | { readonly type: 'state'; readonly state: CheckedState }
  | { readonly type: 'head'; readonly head: HeadState | undefined }
  | MemoEvent
  | { readonly type: 'notice'; readonly notice: Notice };

/** The memo that can be shown. */
export interface MemoEvent {
  readonly type: 'memo';
  /** The version of the text it was made of; -1 if there is none yet. */
  readonly version: number;
  /** Which one it is: another one may be made of the same text, in another form or with another register. */
  readonly made: number;
  /** The form and the release that all windows see it in; empty for the assessment's own and for everything. */
  readonly form: string;
  readonly release: string;
  /** Why there is no newer one. */
  readonly fault: string | undefined;
}

/** A message to the user, by its key among the page's phrases. */
export interface Notice {
  readonly key: 'merged' | 'taken' | 'recovered' | 'saved' | 'kept-theirs' | 'kept-mine';
  readonly count?: number;
}

/** A memo as the page shows it. */
export interface MemoShown {
  readonly version: number;
  readonly body: string;
  readonly css: string;
  readonly stylesheet: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
}

/** An edit made in a form. Paths are within the item; an empty collection means the file itself. */
export type ItemEdit =
  | {
      readonly kind: 'set';
      readonly item: ItemName | undefined;
      readonly path: readonly (string | number)[];
      readonly value: unknown;
    }
  | {
      readonly kind: 'remove';
      readonly item: ItemName | undefined;
      readonly path: readonly (string | number)[];
    }
  | { readonly kind: 'add'; readonly collection: string; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'move'; readonly item: ItemName; readonly to: number }
  | { readonly kind: 'rename'; readonly item: ItemName; readonly id: string };

/** What refers to an item: an entry by its label; a part of the file without entries by its name alone. */
export interface UseShown {
  readonly collection: string;
  readonly label: string;
}

/** The answer to an edit: a sentence if it was not made. */
export interface Answer {
  readonly version: number;
  /** The item that was added or renamed. */
  readonly item?: ItemName;
  readonly objection?: string;
}

/** The forms of one kind of file. */
export interface FormsShown {
  /** The file's own fields, apart from its collections. */
  readonly file: readonly FormField[];
  readonly collections: readonly {
    readonly collection: string;
    /** What one entry is called. */
    readonly noun: string;
    readonly help: string;
    readonly fields: readonly FormField[];
  }[];
}

/** One field of a form. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  /** The description in the schema. */
  readonly help: string;
  readonly required: boolean;
  readonly example?: string;
  readonly widget:
    | 'line'
    | 'prose'
    | 'date'
    | 'number'
    | 'flag'
    | 'id'
    | 'term'
    | 'reference'
    | 'references'
    | 'likelihood'
    | 'ratings'
    | 'object'
    | 'list'
    /** Anything else: edited as JSON. */
    | 'data';
  readonly terms?: readonly TermShown[];
  /** Whether `{"other": "…"}` is allowed in place of a term. */
  readonly open?: boolean;
  /** Collections a reference leads into; empty for all. */
  readonly refersTo?: readonly string[];
  /** Whether plain words may stand in place of a reference. */
  readonly words?: boolean;
  readonly fields?: readonly FormField[];
  readonly item?: FormField;
}

export interface TermShown {
  readonly value: string | number;
  readonly label: string;
}

/** A completion at a place of the text. */
export interface CompletionShown {
  readonly label: string;
  readonly kind: 'property' | 'term' | 'id';
  readonly detail: string | undefined;
  readonly info: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The result of importing a dropped file. */
export interface ImportAnswer {
  /** How many entries were added or changed. */
  readonly added: number;
  readonly losses: readonly string[];
  readonly findings: readonly string[];
}

/** A query to the ledger: all assessments of the project, as saved. */
export interface LedgerQuestion {
  /** The table: `judgments`, `sources` … */
  readonly of: string;
  readonly query: string;
}

/** The ledger's answer. */
export interface LedgerAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly LedgerRow[];
  /** How many rows match; more than are shown, if there are many. */
  readonly count: number;
  /** What the query may have meant, or why it cannot be parsed. */
  readonly hint?: string;
  /** Files that are missing from the ledger. */
  readonly missing: readonly string[];
}

export interface LedgerRow {
  /** A text for each column. */
  readonly cells: readonly string[];
  /** The file it comes from, and its entry there. */
  readonly file: string;
  readonly id: string;
}

/** A completion of a query: the whole query with it, and what it means. */
export interface QueryOptionShown {
  readonly query: string;
  readonly about: string;
}

/** Explanation of a rule. */
export interface RuleShown {
  readonly id: string;
  readonly why: string;
  readonly source: string;
}
