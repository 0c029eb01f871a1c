/** What the build command was asked for, as commander hands it over. */
export interface BuildFlags {
  readonly out?: string;
  /** A TLP label. */
  readonly release?: string;
  readonly form?: string;
  readonly format: readonly string[];
  readonly paper: string;
  readonly jobs?: number;
  readonly check?: boolean;
  /** Taken for what is to come: nothing is kept from an earlier build yet, so every build makes everything anew. */
  readonly force?: boolean;
}

export interface CheckFlags {
  readonly format: 'text' | 'json' | 'sarif';
  /** Mend what is mechanical. */
  readonly fix?: boolean;
}

export interface ExplainFlags {
  readonly format: 'text' | 'json';
}

export interface InspectFlags {
  readonly format: 'text' | 'json';
}

export interface FmtFlags {
  readonly check?: boolean;
}

export interface VerifyFlags {
  readonly format: 'text' | 'json';
  /** Use the templates of the working folder too. */
  readonly ownTemplates?: boolean;
}
