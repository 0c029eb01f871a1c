import { ProgramCode } from './program-code.ts';

// The entry of a thread that makes memos, beside `main.ts` in the bundle.

new ProgramCode(__dirname, require).load(__MEMO_THREAD__);
