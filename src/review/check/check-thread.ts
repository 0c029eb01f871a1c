import { checkFile } from '../../project/check-source.ts';
import { serve } from '../../threads/serve.ts';
import type { CheckJob } from './check-job.ts';

// The entry of a thread that checks files.

serve<CheckJob>((source, [context], ask) => checkFile(source, context, ask));
