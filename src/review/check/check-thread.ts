import type { PictureRefusal } from '../../pictures/limits.ts';
import { checkFile } from '../../project/check-source.ts';
import type { PreviousFile } from '../../project/named/previous-file.ts';
import { serve } from '../../threads/serve.ts';
import type { CheckJob } from './check-many.ts';

// Entry of a worker that checks files.

serve<CheckJob>((source, [context], ask) =>
  checkFile(source, context, {
    // The main thread answers these as `NamedFiles` does.
    previous: async (name) => (await ask({ what: 'previous', name })) as PreviousFile | string,
    picture: async (name) => (await ask({ what: 'picture', name })) as PictureRefusal | undefined,
  }),
);
