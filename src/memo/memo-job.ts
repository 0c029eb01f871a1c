import type { Register } from '../model/generated/types.ts';
import type { FinishedPrint, PrintToFinish } from '../pdf/finish/finish-print.ts';
import type { LoadedForm } from '../project/forms.ts';
import type { Job } from '../threads/job.ts';
import type { MadeMemo, MemoOrder } from './make-memo.ts';

/** Making a memo, or finishing what was printed of it. */
export interface MemoJob extends Job {
  readonly given:
    | { readonly kind: 'make'; readonly order: Omit<MemoOrder, 'register' | 'form'> }
    | { readonly kind: 'finish'; readonly print: PrintToFinish };
  readonly shared: readonly [] | readonly [Register, LoadedForm];
  readonly question: never;
  readonly answer: never;
  readonly result: MadeMemo | FinishedPrint;
}
