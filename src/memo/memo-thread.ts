import { finishPrint } from '../pdf/finish/finish-print.ts';
import { serve } from '../threads/serve.ts';
import { makeMemo } from './make-memo.ts';
import type { MemoJob } from './memo-job.ts';

// The entry of a thread that makes memos.

serve<MemoJob>(async (given, [register, form]) => {
  if (given.kind === 'finish') return finishPrint(given.print);
  if (!register || !form) throw new Error('A memo needs a register and a form.');
  return makeMemo({ ...given.order, register, form });
});
