/**
 * The built program in a process that stays: runs one command after the other as they are sent to it, each in the folder
 * and with the environment it is sent with. Its modules are loaded once, which is most of what a short command takes.
 */

import { readdirSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { build } from 'esbuild';

const [entry] = process.argv.slice(2);
const usualEnvironment = { ...process.env };
process.setMaxListeners(0); // each command listens for the end of the process

const printed = { out: '', err: '' };
const take = (stream) => (chunk, encoding, done) => {
  printed[stream] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
  (typeof encoding === 'function' ? encoding : done)?.();
  return true;
};
process.stdout.write = take('out');
process.stderr.write = take('err');

process.on('uncaughtExceptionMonitor', (error) => writeSync(2, `${error.stack}\n`)); // what is printed is caught
const main = await programOf(dirname(entry));
process.on('message', async ({ args, cwd, env }) => {
  Object.assign(printed, { out: '', err: '' });
  for (const name of Object.keys(process.env)) if (!(name in usualEnvironment)) delete process.env[name];
  Object.assign(process.env, usualEnvironment, env);
  process.chdir(cwd);
  const code = await main(args);
  process.chdir('/'); // the folder may go now
  process.send({ code, ...printed });
});
process.send('ready');

/** The function that runs a command line, from the bundle in a folder, loaded as the command loads it. */
async function programOf(folder) {
  const { outputFiles } = await build({
    entryPoints: [new URL('../../src/cli/program-code.ts', import.meta.url).pathname],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  const loader = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
  const program = readdirSync(folder).find((name) => /^program-\w+\.js$/.test(name));
  setFlagsFromString(loader.ENGINE_FLAGS);
  return new loader.ProgramCode(folder, createRequire(entry)).load(program).main;
}
