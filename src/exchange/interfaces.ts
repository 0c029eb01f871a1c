import type { Remark } from '../model/finding.ts';
import type { Assessment, Register } from '../model/generated/types.ts';

/**
 * The interfaces of importers and exporters. Both are pure: bytes or data in, data out; no files, no network,
 * no clock. Shipped formats and a user's own are registered in the same way (`registry.ts`).
 */

/** Something the other format cannot hold, or only in part. Nothing is dropped without one. */
export interface Loss {
  /**
   * Where it stands in the source: a JSON pointer (`/objects/3/pattern`) for JSON and for our own assessments,
   * otherwise words a reader can follow (`line 12`, `row 3, column "notes"`, `entry smith2024, field
   * keywords`).
   */
  readonly at: string;
  /**
   * What it is, in a few words, without its value: `STIX indicator`, `field pattern`. Losses are grouped by
   * this.
   */
  readonly what: string;
  /** Why it has no place, in a sentence. */
  readonly why: string;
  /**
   * How much of it is lost. `dropped`: all of it. `changed`: what arrives is coarser or different. `extension`:
   * nothing, but only a program that knows our extension can read it.
   */
  readonly degree: LossDegree;
  /** The value that was lost, as text; shortened when shown. */
  readonly value?: string;
}

export type LossDegree = 'dropped' | 'changed' | 'extension';

/** Losses of one kind: same degree, same `what`, same `why`. */
export interface LossGroup {
  readonly what: string;
  readonly why: string;
  readonly degree: LossDegree;
  /** In the order of the source; at least one. */
  readonly losses: readonly Loss[];
}

/** What an importer reads. `text` and `json` are made when first used. */
export interface ImportSource {
  /** Name of the file as the user gave it. It is shown and may give a title; it is never opened. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The bytes as text, without byte-order mark; `undefined` if they are not UTF-8. */
  readonly text: string | undefined;
  /** The text parsed as JSON within the limits of `limits.ts`, or why it cannot be. */
  readonly json: JsonReading;
}

/** `data` is absent if the text is not JSON or exceeds the limits; then a remark says why. */
export interface JsonReading {
  readonly data?: unknown;
  readonly remarks: readonly Remark[];
}

/** What else an importer is given. */
export interface ImportContext {
  /** Today as `YYYY-MM-DD`, for entries that need a date and have none. An importer never asks a clock. */
  readonly today: string;
  /** The project's register, to recognise entries that exist already. */
  readonly register: Register;
  /** The assessment named by `--into`. */
  readonly into?: Assessment;
  /**
   * Settings of this importer as plain data, such as the column mapping of a table: saved by an earlier import
   * or written by the user.
   */
  readonly settings?: unknown;
}

/**
 * The result of an import. Content is typed as parts of an assessment but not yet validated: the command
 * validates the whole once it is put together. Ids are readable and depend only on the content, so that
 * importing the same file again changes nothing.
 */
export interface Imported {
  /** One for each assessment, or each list, that the source holds. */
  readonly parts: readonly ImportedPart[];
  readonly losses: readonly Loss[];
  /**
   * What is wrong with the source itself (too large, cyclic, ids that collide); pointers lead into the source. With
   * one of severity `error` nothing is written.
   */
  readonly remarks: readonly Remark[];
  /** Settings to save for the next import of such a file, such as a suggested mapping. */
  readonly settings?: unknown;
}

export interface ImportedPart {
  /**
   * Where the part goes if the user names no assessment: a new `assessment`, the `register`, or only into an
   * `existing` assessment, because it makes no sense alone. With `--into`, all parts go into the assessment
   * named.
   */
  readonly belongs: 'assessment' | 'register' | 'existing';
  /**
   * Collections, and for a new assessment its head (`id`, `title`, `asOf`, …). What a person has to judge is
   * marked as not judged: reliability `F`, credibility `6`, no likelihood, no confidence.
   */
  readonly content: Partial<Assessment>;
  /**
   * Whether this is an assessment of ours coming back from an export: then its values replace the existing
   * ones, also where a person has to judge.
   */
  readonly returns?: boolean;
}

export interface Importer {
  /** What `--from` calls it: a slug, unique in the registry. */
  readonly id: string;
  /** The name that is shown: `STIX 2.1`. */
  readonly label: string;
  /** Usual file extensions, in lower case with the dot. They decide only where the content does not. */
  readonly endings: readonly string[];
  /** Whether the content is of this format. Looks at little, answers no when in doubt, never throws. */
  recognises(source: ImportSource): boolean;
  /** Never throws because of what it reads. */
  import(source: ImportSource, context: ImportContext): Imported;
}

/** What an exporter is given. For a release, everything in here is already reduced to it. */
export interface ExportInput {
  readonly assessment: Assessment;
  readonly register: Register;
  /** The memo in Markdown; absent if it could not be made or the exporter does not want it. */
  readonly memo?: string;
  /** The user's choices, by the names in the exporter's `options`. */
  readonly options: Readonly<Record<string, string>>;
}

export interface Exported {
  readonly files: readonly ExportedFile[];
  /** What the format has no place for; pointers lead into the assessment. */
  readonly losses: readonly Loss[];
  readonly remarks: readonly Remark[];
}

export interface ExportedFile {
  /** A name without folders, made from the id of the assessment: `rail-sabotage-2025.stix.json`. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface Exporter {
  /** What `--to` calls it: a slug, unique in the registry. */
  readonly id: string;
  readonly label: string;
  /** Whether it needs the memo in Markdown. */
  readonly wantsMemo?: boolean;
  /** Options of the exporter and what they mean: `{ collection: 'which list becomes the table' }`. */
  readonly options?: Readonly<Record<string, string>>;
  /** The same input gives the same bytes. */
  export(input: ExportInput): Exported;
}
