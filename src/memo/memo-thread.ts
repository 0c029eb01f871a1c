import { withConventions } from '../model/conventions/conventions.ts';
import { finishPrint } from '../pdf/finish/finish-print.ts';
import { serve } from '../threads/serve.ts';
import { makeMemo } from './make-memo.ts';
import type { MemoJob } from './memo-workers.ts';

// Entry of a worker that makes memos.

serve<MemoJob>(async (task, [register, form]) => {
  if (task.kind === 'finish') return finishPrint(task.print);
  if (!register || !form) throw new Error('A memo needs a register and a form.');
  const { source, order, conventions } = task;
  const { assessment, previous } = source;
  return makeMemo(
    {
      ...source,
      assessment: withConventions(assessment, conventions),
      ...(previous && { previous: { assessment: withConventions(previous.assessment, conventions) } }),
      register,
      form,
    },
    order,
  );
});
