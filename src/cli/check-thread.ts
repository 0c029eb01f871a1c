import { ProgramCode } from './program-code.ts';

// The entry of a thread that checks files, beside `main.ts` in the bundle.

new ProgramCode(__dirname, require).load(__CHECK_THREAD__);
