/** A file embedded in the PDF, such as the assessment a memo was made from. */
export interface Attachment {
  readonly name: string;
  /** Media type, such as `application/json`. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly description: string;
  /** What the file is to the document (PDF 2.0, 14.13): its source, or data behind it. */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
}

/** What a PDF was made from, and with what: enough to make it again. */
export interface Provenance {
  /** Version of the program. */
  readonly program: string;
  /** The form, and the SHA-256 of the form's templates, phrases and style. */
  readonly form: string;
  readonly formHash: string;
  /** SHA-256 of each assessment it was made from, in the order of the attachments. */
  readonly sourceHashes: readonly string[];
  /**
   * If several registers were used: the attachment with each source's register (empty for none), in the same
   * order.
   */
  readonly sourceRegisters?: readonly string[];
  /** Number of the assessment's edition. */
  readonly edition?: string;
  /** EDTF, as the assessment has it. */
  readonly informationCutOff?: string;
  /** How many assessments could not be included. */
  readonly leftOut?: number;
}

/** Metadata of a PDF. */
export interface PdfMetadata {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject?: string;
  readonly keywords: readonly string[];
  /** BCP 47. */
  readonly language: string;
  /** YYYY-MM-DD; used for both dates of the PDF, so that they do not reveal when it was printed. */
  readonly date: string;
  /** TLP label, or empty. */
  readonly marking: string;
  readonly attachments?: readonly Attachment[];
  readonly provenance?: Provenance;
}
