import { serveStreams } from '../../../lsp/server.ts';
import { nodeEffects } from '../../../project/node-effects.ts';
import { ExitCode } from '../../exit-codes.ts';
import { processEffects } from '../../process-effects.ts';

/** `threat-memo lsp`: serves until the editor says `exit` or closes the stream. */
export async function runLspCommand(): Promise<ExitCode> {
  const { programFolder } = processEffects();
  await serveStreams(process.stdin, process.stdout, (folder) => nodeEffects(programFolder, folder));
  return ExitCode.clean;
}
