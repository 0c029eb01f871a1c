import { checkFile } from '../check-source.ts';
import type { CheckJob } from './check-job.ts';
import { serve } from './serve.ts';

// The entry of a thread that checks files.

serve<CheckJob>((source, [context], ask) => checkFile(source, context, ask));
