import { ProgramCode } from './program-code.ts';

// The entry of the bundle, a CommonJS script: the modules of the program are loaded by `ProgramCode`.

/** Why something could not be printed; nothing where whoever reads has left early (`| head`): the work is done then. */
let unwritten: NodeJS.ErrnoException | undefined;
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!/^(?:EPIPE|ERR_STREAM_DESTROYED)$/.test(error.code ?? '')) unwritten ??= error;
  });
}

/** The exit code for a machine that lacks something; here because the rest of the program is not loaded yet. */
const CANNOT_WRITE = 3;

const { main } = new ProgramCode(__dirname, require).load(__PROGRAM__) as typeof import('./program.ts');
void main(process.argv.slice(2)).then((exitCode) => {
  // What is printed goes out first; then nothing that is still open (a browser on its way up, a timer) keeps us.
  const leave = () => {
    if (unwritten) process.stderr.write(`The output could not be written: ${unwritten.message}\n`);
    process.exit(unwritten ? CANNOT_WRITE : exitCode);
  };
  process.stdout.write('', () => process.stderr.write('', () => setImmediate(leave)));
});
