import { main } from './program.ts';

const exitCode = await main(process.argv.slice(2));
// What is printed goes out first; then nothing that is still open (a browser on its way up, a timer) keeps us.
process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
