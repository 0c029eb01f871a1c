/** The program's version, put in by the bundler from package.json. */
declare const __VERSION__: string;
/** Hash of all that the program is made from, put in by the bundler: another program gives other results. */
declare const __BUILD_ID__: string;
/** Names of files in the bundle: of `program.ts`, and of the entries of threads. */
declare const __PROGRAM__: string;
declare const __CHECK_THREAD__: string;
declare const __MEMO_THREAD__: string;
