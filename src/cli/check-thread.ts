import { ProgramCode } from './program-code.ts';

// Entry of a worker that checks files, beside `main.ts` in the bundle.

new ProgramCode(__dirname, require).load(__CHECK_THREAD__);
