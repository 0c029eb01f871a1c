import type { PdfMetadata } from './document.ts';
import { type Finished, finish } from './finish.ts';
import { numbered, type Print, type Reprint } from './page-numbers.ts';

/** A print and its metadata. Plain data: another thread can finish it. */
export interface PrintToFinish extends Print {
  readonly metadata: PdfMetadata;
}

/**
 * The finished file, or what to print instead: because its page numbers do not match this print, or its annex
 * ends badly.
 */
export type FinishedPrint = Finished | Reprint;

/** Finishes a print: fills in its page numbers, and does everything `finish` does. */
export function finishPrint({ metadata, ...print }: PrintToFinish): FinishedPrint {
  const outcome = numbered(print);
  return 'file' in outcome ? finish(outcome.file, metadata, print.page) : outcome;
}
