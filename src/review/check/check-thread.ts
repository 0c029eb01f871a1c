import { checkFile } from '../../project/check-source.ts';
import { serve } from '../../threads/serve.ts';
import type { CheckJob } from './check-many.ts';

// The entry of a worker that checks files.

serve<CheckJob>((source, [context], ask) => checkFile(source, context, ask));
