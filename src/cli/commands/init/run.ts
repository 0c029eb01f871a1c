import { resolve } from 'node:path';
import { init } from '../../../scaffold/init.ts';
import { ExitCode } from '../../exit-codes.ts';
import type { Terminal } from '../../print/terminal.ts';
import { effectsIn } from '../../process-effects.ts';

export interface InitFlags {
  /** Dependency to write into package.json. */
  readonly package?: string;
}

/** `threat-memo init`: one line for each file written; next steps go to standard error. */
export async function runInitCommand(
  folder: string | undefined,
  flags: InitFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const at = resolve(folder ?? '.');
  const { written, existing, dependency, git } = await init(effectsIn(at), __VERSION__, flags.package);
  for (const file of written) terminal.out(`${file}\n`);
  if (existing.length > 0) terminal.err(`Left as it is: ${existing.join(', ')}.\n`);
  terminal.err(
    git === 'set'
      ? 'In this clone, `git diff` shows facts and merges of assessments work by content.\n'
      : 'After `git init`, run `threat-memo init` again: `git diff` then shows facts, and merges work by content.\n',
  );
  if (dependency !== undefined) {
    const go = folder === undefined || at === resolve('.') ? '' : `cd ${folder} && `;
    terminal.err(`Next: ${go}npm install && npm run build-report\n`);
  }
  return ExitCode.clean;
}
