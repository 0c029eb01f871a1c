import type { Command } from 'commander';
import { shortened } from '../../../model/shown-text.ts';
import { ExitCode } from '../../exit-codes.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';
import { candidatesFor } from './candidates.ts';
import { FILES } from './scripts.ts';
import { Values } from './values.ts';
import { wordsOf } from './words.ts';

/** Longest explanation that is printed, in characters. */
const MAX_SAID = 70;

/** `threat-memo complete`: for shells. On errors it prints nothing: the user is typing. */
export async function runCompleteCommand(
  program: Command,
  line: string,
  terminal: Terminal,
): Promise<ExitCode> {
  const values = new Values(processEffects());
  const { candidates, files } = await candidatesFor(program, wordsOf(line), values).catch(() => ({
    candidates: [],
    files: false,
  }));
  for (const { value, says } of candidates) {
    const about = says.replace(/\s+/g, ' ');
    terminal.out(`${value}\t${shortened(about, MAX_SAID)}\n`);
  }
  if (files) terminal.out(`${FILES}\n`);
  return ExitCode.clean;
}
