/** The program's version, inserted by the bundler from package.json. */
declare const __VERSION__: string;
/**
 * Hash of everything the program is built from, inserted by the bundler: results of another build are not
 * reused.
 */
declare const __BUILD_ID__: string;
/** Names of files in the bundle: of `program.ts`, and of the entries of threads. */
declare const __PROGRAM__: string;
declare const __CHECK_THREAD__: string;
declare const __MEMO_THREAD__: string;
