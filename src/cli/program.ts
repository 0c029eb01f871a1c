import { Command, CommanderError } from 'commander';
import type { CommandLine } from './command-line.ts';
import { declareAdd } from './commands/add/command.ts';
import { declareBuild } from './commands/build/command.ts';
import { declareCheck } from './commands/check/command.ts';
import { declareCompare } from './commands/compare/command.ts';
import { declareCompletion } from './commands/completion/command.ts';
import { declareDiff } from './commands/diff/command.ts';
import { declareExplain } from './commands/explain/command.ts';
import { declareExport } from './commands/export/command.ts';
import { declareFmt } from './commands/fmt/command.ts';
import { declareHistory } from './commands/history/command.ts';
import { declareImport } from './commands/import/command.ts';
import { declareInit } from './commands/init/command.ts';
import { declareInspect } from './commands/inspect/command.ts';
import { declareLedger } from './commands/ledger/command.ts';
import { declareLsp } from './commands/lsp/command.ts';
import { declareMergeDriver } from './commands/merge-driver/command.ts';
import { declareMergeReports } from './commands/merge-reports/command.ts';
import { declareNew } from './commands/new/command.ts';
import { declarePhrases } from './commands/phrases/command.ts';
import { declareServe } from './commands/serve/command.ts';
import { declareSite } from './commands/site/command.ts';
import { declareTextconv } from './commands/textconv/command.ts';
import { declareVerify } from './commands/verify/command.ts';
import { declareWorker } from './commands/worker/command.ts';
import { ExitCode } from './exit-codes.ts';
import { explainFault } from './print/fault.ts';
import { processTerminal, type Terminal } from './print/terminal.ts';

/** In the order in which the help lists them. */
const commands: readonly ((program: Command, line: CommandLine) => void)[] = [
  declareInit,
  declareNew,
  declareAdd,
  declareBuild,
  declareCheck,
  declareExplain,
  declarePhrases,
  declareInspect,
  declareDiff,
  declareHistory,
  declareFmt,
  declareTextconv,
  declareMergeDriver,
  declareMergeReports,
  declareVerify,
  declareImport,
  declareExport,
  declareLedger,
  declareCompare,
  declareSite,
  declareLsp,
  declareServe,
  declareWorker,
  declareCompletion,
];

/** Runs the command line and returns the exit code. Faults become messages here and nowhere else. */
export async function main(
  args: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<ExitCode> {
  let exitCode: ExitCode = ExitCode.clean;
  const program = createProgram({
    terminal,
    exit: (code) => {
      exitCode = code;
    },
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has printed its message; help and version end here too.
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.clean : ExitCode.usage;
    return explainFault(error, terminal);
  }
}

function createProgram(line: CommandLine): Command {
  const program = new Command('threat-memo')
    .description('Structured threat assessments in, policy memos in Markdown and PDF out.')
    .version(__VERSION__, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .showSuggestionAfterError()
    .showHelpAfterError('Run with --help to see what there is.')
    .exitOverride()
    .configureOutput({ writeOut: line.terminal.out, writeErr: line.terminal.err })
    .addHelpText(
      'after',
      `
Examples:
  threat-memo build                        build every assessment in assessments/
  threat-memo check assessments/x.json     say what is wrong with one
  threat-memo build x --paper Letter       build the assessment with the id x on US Letter

Exit codes: 0 done and clean, 1 findings of severity error (or stale outputs with --check),
2 wrong usage, 3 the machine lacks something (no browser, no permission).`,
    );
  for (const declare of commands) declare(program, line);
  return program;
}
