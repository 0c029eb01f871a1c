/** The program's version, put in by the bundler from package.json. */
declare const __VERSION__: string;
/** Hash of all that the program is made from, put in by the bundler: another program gives other results. */
declare const __BUILD_ID__: string;
/** File of `program.ts` in the bundle, and of the room `pipeline`'s `check-worker.ts`. */
declare const __PROGRAM__: string;
declare const __CHECK_WORKER__: string;
