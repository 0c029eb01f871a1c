import { setFlagsFromString } from 'node:v8';
import { ENGINE_FLAGS, ProgramCode } from './program-code.ts';

// Entry of the bundle, a CommonJS script: the program's modules are loaded by `ProgramCode`.

/**
 * Why output could not be written; `undefined` if the reader closed the pipe early (`
 * head`), which is fine.
 */
let unwritten: NodeJS.ErrnoException | undefined;
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!/^(?:EPIPE|ERR_STREAM_DESTROYED)$/.test(error.code ?? '')) unwritten ??= error;
  });
}

/**
 * The exit code for a missing capability of the machine; repeated here because the rest of the program is not
 * loaded yet.
 */
const CANNOT_WRITE = 3;

setFlagsFromString(ENGINE_FLAGS);
const { main } = new ProgramCode(__dirname, require).load(__PROGRAM__) as typeof import('./program.ts');
void main(process.argv.slice(2)).then((exitCode) => {
  // Flushes output; then exits, although something may still be open (a starting browser, a timer).
  const leave = () => {
    if (unwritten) process.stderr.write(`The output could not be written: ${unwritten.message}\n`);
    process.exit(unwritten ? CANNOT_WRITE : exitCode);
  };
  process.stdout.write('', () => process.stderr.write('', () => setImmediate(leave)));
});
