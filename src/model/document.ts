import type { Place } from './finding.ts';

/** A file read as plain data, with the place of each value. */
export interface SourceDocument {
  /** As shown in findings. */
  readonly file: string;
  /** The text without its byte-order mark. */
  readonly text: string;
  /** Plain data; its shape is unknown until validated. */
  readonly data: unknown;
  /** The place of the value (or key) at a JSON pointer; for one that leads nowhere, of its nearest ancestor. */
  locate(pointer: string, on?: 'key' | 'value'): Place;
  /** The text of a line, counted from 1, without its line end. */
  lineText(line: number): string;
}
