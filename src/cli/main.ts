import { main } from './program.ts';

// Whoever reads may leave early (`| head`): what is left to print is lost, the work is not.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const exitCode = await main(process.argv.slice(2));
// What is printed goes out first; then nothing that is still open (a browser on its way up, a timer) keeps us.
process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
