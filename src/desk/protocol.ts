import type { Finding, Severity } from '../model/finding.ts';

/** What the server of the desk and its page say to each other. All of it is JSON; positions are UTF-16 code units. */

/** Which assessments there are. */
export interface ListedFile {
  /** Name of the file without its folder; stands for it in every question. */
  readonly name: string;
  readonly id: string;
  readonly title: string;
  readonly form: string;
  readonly errors: number;
  readonly warnings: number;
  /** Changes that are in the journal and not in the file. */
  readonly unsaved: boolean;
}

/** A change of the text, as CodeMirror's `ChangeSet` writes it, and the window that made it. */
export interface TextUpdate {
  readonly clientID: string;
  readonly changes: unknown;
}

/** A file as a window gets it when it opens it. */
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
  /** Whether every change so far is in the journal; a sentence that says why not. */
  readonly journal: 'kept' | 'recovered' | { readonly fault: string };
  /** Set while the file on the disk says something that is neither in the text nor known. */
  readonly conflict: Conflict | undefined;
}

export interface Conflict {
  /** `changed`: both were changed in one place; `gone`: there is no such file any more. */
  readonly kind: 'changed' | 'gone' | 'unreadable';
  /** What stands on the disk now; empty where it is gone. */
  readonly theirs: string;
}

/** What is known of one version of the text. */
export interface CheckedState {
  readonly version: number;
  readonly findings: readonly ShownFinding[];
  /** The data as it could last be read: of this version where `isReadable`. */
  readonly data: unknown;
  readonly isReadable: boolean;
  readonly outline: readonly OutlineGroup[];
  /** What colleagues said of it, in the order of the file of reviews. */
  readonly comments: readonly CommentShown[];
  /** The form that its memo takes, its language and direction, and its scale. */
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
  /** The item that it is about, where it is about one. */
  readonly item: ItemName | undefined;
  /** What mends it, where that is known. */
  readonly fix: string | undefined;
  readonly canBeExcepted: boolean;
}

/** A comment of a colleague. */
export interface CommentShown {
  /** Its place in the file of reviews. */
  readonly index: number;
  readonly author: string;
  /** ISO 8601; may be empty. */
  readonly date: string;
  readonly quoted: string;
  readonly text: string;
  readonly resolved: boolean;
  /** What it stands at, as far as that is still there; empty for the assessment as a whole. */
  readonly pointer: string;
}

/** An entry of a collection, by what stays when others are put in before it. */
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
  /** What it stands for. */
  readonly label: string;
  readonly detail: string;
  readonly pointer: string;
  readonly errors: number;
  readonly warnings: number;
}

/** What changed since the edition that git has. */
export interface HeadState {
  readonly changes: readonly HeadChange[];
  /** How many judgments moved in likelihood or confidence. */
  readonly moved: number;
}

export interface HeadChange {
  readonly summary: string;
  readonly kind: string;
  /** From 0 to 100. */
  readonly weight: number;
  /** JSON pointer of the value as it stands now; absent for what is gone, or derived. */
  readonly pointer: string | undefined;
}

/** What happens, told to every window that has a file open. */
export type DeskEvent =
  | { readonly type: 'updates'; readonly from: number; readonly updates: readonly TextUpdate[] }
  | { readonly type: 'status'; readonly status: FileStatus }
  | { readonly type: 'state'; readonly state: CheckedState }
  | { readonly type: 'head'; readonly head: HeadState | undefined }
  | {
      readonly type: 'memo';
      readonly version: number;
      readonly fault: string | undefined;
    }
  | { readonly type: 'notice'; readonly notice: Notice };

/** Something to be said to the person, by its key among the page's phrases. */
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

/** What a form asks to be changed. Paths are within the item; an empty collection means the file itself. */
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

/** The answer to a change: a sentence where it was not made. */
export interface Answer {
  readonly version: number;
  /** What was added, or has another name now. */
  readonly item?: ItemName;
  readonly objection?: string;
}

/** The forms of one kind of file. */
export interface FormsShown {
  /** What the file itself says, beside its collections. */
  readonly file: readonly FormField[];
  readonly collections: readonly {
    readonly collection: string;
    /** What one of them is called. */
    readonly noun: string;
    readonly help: string;
    readonly fields: readonly FormField[];
  }[];
}

/** One field of a form. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  /** What the schema says of it. */
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
    /** Anything else: written as JSON. */
    | 'data';
  readonly terms?: readonly TermShown[];
  /** Words of one's own may stand in place of a term: `{"other": "…"}`. */
  readonly open?: boolean;
  /** Collections that a reference leads into; empty for any. */
  readonly refersTo?: readonly string[];
  readonly fields?: readonly FormField[];
  readonly item?: FormField;
}

export interface TermShown {
  readonly value: string | number;
  readonly label: string;
}

/** Something that can be typed at a place of the text. */
export interface CompletionShown {
  readonly label: string;
  readonly kind: 'property' | 'term' | 'id';
  readonly detail: string | undefined;
  readonly info: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What became of a file that was dropped on the page. */
export interface ImportAnswer {
  /** How many entries came, or changed. */
  readonly added: number;
  readonly losses: readonly string[];
  readonly findings: readonly string[];
}

/** A question to the ledger: all assessments of the project as they are saved. */
export interface LedgerQuestion {
  /** The table: `judgments`, `sources` … */
  readonly of: string;
  readonly query: string;
}

/** What the ledger answers. */
export interface LedgerAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly LedgerRow[];
  /** How many rows fit; more than are shown, where they are many. */
  readonly count: number;
  /** What the query may have meant, or why it cannot be read. */
  readonly hint?: string;
  /** Files that are not in it. */
  readonly missing: readonly string[];
}

export interface LedgerRow {
  /** A text for each column. */
  readonly cells: readonly string[];
  /** The file that it stands in, and its entry there. */
  readonly file: string;
  readonly id: string;
}

/** What can be typed at the end of a query: the whole query with it, and what it means. */
export interface QueryOptionShown {
  readonly query: string;
  readonly about: string;
}

/** Why a rule exists. */
export interface RuleShown {
  readonly id: string;
  readonly why: string;
  readonly source: string;
}
