import type { CheckContext, CheckedFile, Source } from '../../project/check-source.ts';
import type { FormerFile } from '../../project/former-file.ts';
import type { Job } from '../../threads/job.ts';

/** Checking a file. The thread asks for the edition before, by the reference that the file gives. */
export interface CheckJob extends Job {
  readonly given: Source;
  readonly shared: readonly [CheckContext];
  readonly question: string;
  readonly answer: FormerFile | string;
  readonly result: CheckedFile;
}
