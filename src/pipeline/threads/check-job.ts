import type { CheckContext, CheckedFile, Source } from '../check-source.ts';
import type { FormerFile } from '../former-file.ts';
import type { Job } from './job.ts';

/** Checking a file. The thread asks for the edition before, by the reference that the file gives. */
export interface CheckJob extends Job {
  readonly given: Source;
  readonly shared: readonly [CheckContext];
  readonly question: string;
  readonly answer: FormerFile | string;
  readonly result: CheckedFile;
}
