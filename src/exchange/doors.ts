import type { Remark } from '../model/finding.ts';
import type { Assessment, Register } from '../model/generated/types.ts';

/**
 * The doors through which other formats come in and go out. Importers and exporters are pure: bytes or data in, data
 * out; no files, no network, no clock. Shipped ones and a user's own are entered in the same registry
 * (`registry.ts`) in the same way.
 */

/** Something that the other side has no place for, or not the whole place. Nothing is dropped without one. */
export interface Loss {
  /**
   * Where it stands in what was read: a JSON pointer (`/objects/3/pattern`) for JSON and for our own assessment, else
   * words a reader can follow (`line 12`, `row 3, column "notes"`, `entry smith2024, field keywords`).
   */
  readonly at: string;
  /** What it is, in a few words without its value: `STIX indicator`, `field pattern`. Losses are grouped by it. */
  readonly what: string;
  /** Why it has no place, in a sentence. */
  readonly why: string;
  /**
   * How much of it is lost. `dropped`: all of it. `changed`: what arrives is coarser or other than what was there.
   * `extension`: nothing is lost, but only a program that knows our extension can read it.
   */
  readonly degree: LossDegree;
  /** The value or words that were lost, as text; shown shortened. */
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

/** What an importer reads. `text` and `json` are made when they are first asked for. */
export interface ImportSource {
  /** Name of the file as the user gave it. It is shown and may give a title; it is never opened. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The bytes as text, without byte-order mark; `undefined` where they are not UTF-8. */
  readonly text: string | undefined;
  /** The text as JSON within the limits of `limits.ts`, or why it is none. */
  readonly json: JsonReading;
}

/** Without `data` where the text is not JSON or goes beyond the limits; then a remark says why. */
export interface JsonReading {
  readonly data?: unknown;
  readonly remarks: readonly Remark[];
}

/** What an importer may know besides. */
export interface ImportContext {
  /** Today as `YYYY-MM-DD`: for what needs a date and has none. An importer never asks a clock. */
  readonly today: string;
  /** What assessments share: to recognise what is there already. */
  readonly register: Register;
  /** The assessment that `--into` names. */
  readonly into?: Assessment;
  /** Settings of this importer as plain data, such as the mapping of a table: kept from last time or written by the user. */
  readonly settings?: unknown;
}

/**
 * What came in. Content is typed as parts of an assessment but not validated: the command validates the whole once
 * it is put together. Ids are readable and follow from the content alone, so that importing again changes nothing.
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
  /** Settings to keep for the next import of such a file, such as a mapping that was suggested. */
  readonly settings?: unknown;
}

export interface ImportedPart {
  /**
   * Where it goes when the user names no assessment: a new `assessment` of its own, the `register`, or nowhere,
   * because it only makes sense in an `existing` one. With `--into`, all go into the one named.
   */
  readonly belongs: 'assessment' | 'register' | 'existing';
  /**
   * Collections, and for a new assessment its head (`id`, `title`, `asOf`, …). What a person has to judge is marked as
   * not judged: reliability `F`, credibility `6`, no likelihood, no confidence.
   */
  readonly content: Partial<Assessment>;
  /** Whether it is an assessment that this program exported and that comes back: then what it says of everything holds. */
  readonly returns?: boolean;
}

export interface Importer {
  /** What `--from` calls it: a slug, unique in the registry. */
  readonly id: string;
  /** As it is shown: `STIX 2.1`. */
  readonly label: string;
  /** Usual endings of its files, in lower case with the dot. Only where content does not decide do they. */
  readonly endings: readonly string[];
  /** Whether the content is of this format. Looks at little, says no when in doubt, never throws. */
  recognises(source: ImportSource): boolean;
  /** Never throws because of what it reads. */
  import(source: ImportSource, context: ImportContext): Imported;
}

/** What an exporter is given. Where a release was asked for, it has been applied to everything in here. */
export interface ExportInput {
  readonly assessment: Assessment;
  readonly register: Register;
  /** The memo in Markdown; absent where it could not be made or the exporter does not want it. */
  readonly memo?: string;
  /** What the user chose, by the names in `options` of the exporter. */
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
  /** What a user can choose: `{ collection: 'which list becomes the table' }`. */
  readonly options?: Readonly<Record<string, string>>;
  /** The same input gives the same bytes. */
  export(input: ExportInput): Exported;
}
