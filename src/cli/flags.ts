/** What the build command was asked for, as commander hands it over. */
export interface BuildFlags {
  /** Git revision whose configuration is used. */
  readonly configFrom?: string;
  readonly out?: string;
  /** A label of the project's marking scheme. */
  readonly release?: string;
  readonly form?: string;
  readonly format: readonly string[];
  readonly paper: string;
  readonly notes?: 'footnotes' | 'endnotes';
  readonly jobs?: number;
  readonly check?: boolean;
  readonly history?: boolean;
  /** Make everything anew, whatever earlier builds have kept. */
  readonly force?: boolean;
}

export interface CheckFlags {
  readonly format: 'text' | 'json' | 'sarif';
  /** Mend what is mechanical. */
  readonly fix?: boolean;
  /** Git revision whose configuration is used. */
  readonly configFrom?: string;
}

export interface ExplainFlags {
  readonly format: 'text' | 'json';
}

export interface InspectFlags {
  readonly format: 'text' | 'json' | 'csv';
}

export interface FmtFlags {
  readonly check?: boolean;
  readonly upgrade?: boolean;
}

export interface VerifyFlags {
  readonly format: 'text' | 'json';
  /** Use the templates of the working folder too. */
  readonly ownTemplates?: boolean;
}

export interface DiffFlags {
  readonly format: 'text' | 'json' | 'md' | 'html' | 'pdf' | 'docx';
  /** docx: whose changes they are, and when they were made. */
  readonly author?: string;
  readonly date?: string;
  readonly exitCode?: boolean;
  /** Classes of changes. */
  readonly only?: readonly string[];
  readonly minWeight?: number;
  /** Ids or paths. */
  readonly assessment?: readonly string[];
  readonly out?: string;
  readonly form?: string;
  readonly paper: string;
}

export interface HistoryFlags {
  readonly format: 'text' | 'json' | 'svg';
  readonly out?: string;
}

export interface ImportFlags {
  readonly from?: string;
  readonly into?: string;
  /** A file with a mapping. */
  readonly mapping?: string;
  readonly dryRun?: boolean;
  /** Show every loss, not only the first of each kind. */
  readonly all?: boolean;
  readonly format: 'text' | 'json';
  /** Word: write without asking. */
  readonly yes?: boolean;
}

export interface ExportFlags {
  readonly to: string;
  readonly out?: string;
  /** A label of the project's marking scheme. */
  readonly release?: string;
  /** What the format lets one choose. */
  readonly set?: Readonly<Record<string, string>>;
  readonly all?: boolean;
  readonly format: 'text' | 'json';
}

export interface ServeFlags {
  /** A free one when left out. */
  readonly port?: number;
}

export interface WordImportFlags {
  /** Id or path of the assessment that the document was made from. */
  readonly into: string;
  /** Write without asking. */
  readonly yes?: boolean;
}

export interface LedgerFlags {
  readonly of: string;
  readonly editions: 'current' | 'all';
  readonly format: 'text' | 'json' | 'csv';
  readonly sort?: string;
  readonly columns?: readonly string[];
  /** Ids or paths. */
  readonly assessment?: readonly string[];
  readonly release?: string;
  /** The track record: of all, or by a group. */
  readonly record?: string | true;
  /** Print the columns of the table instead of rows. */
  readonly describe?: boolean;
}

export interface SiteFlags {
  readonly out?: string;
  readonly release?: string;
  readonly language: string;
  readonly today?: string;
}
