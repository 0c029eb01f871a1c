import type { Place } from './finding.ts';

/** A file read as plain data that still knows where each value stands. */
export interface SourceDocument {
  /** As shown in findings. */
  readonly file: string;
  /** The text without its byte-order mark. */
  readonly text: string;
  /** Plain data; its shape is unknown until validated. */
  readonly data: unknown;
  /** Where the value (or key) at a JSON pointer stands. A pointer that leads nowhere gives the nearest ancestor. */
  locate(pointer: string, on?: 'key' | 'value'): Place;
  /** The text of a line, counted from 1, without its line end. */
  lineText(line: number): string;
}
