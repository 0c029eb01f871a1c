import { openCache } from '../../../cache/cache.ts';
import { serveDesk } from '../../../desk/serve.ts';
import { deskTools } from '../../../desk/tools.ts';
import { ExitCode } from '../../exit-codes.ts';
import type { Terminal } from '../../print/terminal.ts';
import { memoThread, processEffects } from '../../process-effects.ts';

export interface ServeFlags {
  /** Any free port if left out. */
  readonly port?: number;
}

/** `threat-memo serve`: serves the desk until it is stopped (Ctrl-C, or a signal). */
export async function runServeCommand({ port }: ServeFlags, terminal: Terminal): Promise<ExitCode> {
  const disk = processEffects();
  const tools = deskTools(disk, memoThread);
  process.once('exit', () => tools.kill());
  const log = (message: string) => terminal.err(`${message}\n`);
  const cache = openCache(disk, __BUILD_ID__);
  const desk = await serveDesk({ disk, now: Date.now, tools, log, cache }, port ?? 0);
  terminal.out(`${desk.url}\n`);
  terminal.err(
    'Open this address in a browser. Keep it to yourself: whoever has it can write the project. Ctrl-C ends.\n',
  );
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  await desk.close();
  await tools.close();
  return ExitCode.clean;
}
