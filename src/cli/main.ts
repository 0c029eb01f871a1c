import { ProgramCode } from './program-code.ts';

// The entry of the bundle, a CommonJS script: the modules of the program are loaded by `ProgramCode`.

// Whoever reads may leave early (`| head`): what is left to print is lost, the work is not.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const { main } = new ProgramCode(__dirname, require).load(__PROGRAM__) as typeof import('./program.ts');
void main(process.argv.slice(2)).then((exitCode) => {
  // What is printed goes out first; then nothing that is still open (a browser on its way up, a timer) keeps us.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
});
