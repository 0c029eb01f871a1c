/** A file that travels inside the PDF, such as the assessment a memo was made from. */
export interface Attachment {
  readonly name: string;
  /** Media type, such as `application/json`. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly description: string;
  /** What the file is to the document (PDF 2.0, 14.13): its source, or data behind it. */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
}

/** What a PDF says of itself. */
export interface PdfMetadata {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject?: string;
  readonly keywords: readonly string[];
  /** BCP 47. */
  readonly language: string;
  /** YYYY-MM-DD; both dates of the PDF, so that they do not tell when it was printed. */
  readonly date: string;
  /** TLP label, or empty. */
  readonly marking: string;
  readonly attachments?: readonly Attachment[];
}
