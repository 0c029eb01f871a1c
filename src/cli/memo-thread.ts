import { ProgramCode } from './program-code.ts';

// Entry of a worker that makes memos, beside `main.ts` in the bundle.

new ProgramCode(__dirname, require).load(__MEMO_THREAD__);
