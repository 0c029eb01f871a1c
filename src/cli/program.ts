import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { changeClasses } from '../diff/types.ts';
import { MachineFault, UsageFault } from '../model/fault.ts';
import { ExitCode } from './exit-codes.ts';
import type {
  BuildFlags,
  CheckFlags,
  DiffFlags,
  ExplainFlags,
  ExportFlags,
  FmtFlags,
  HistoryFlags,
  ImportFlags,
  InspectFlags,
  LedgerFlags,
  ServeFlags,
  SiteFlags,
  VerifyFlags,
} from './flags.ts';
import { processTerminal, type Terminal } from './print/terminal.ts';

/** Runs the command line and gives the exit code. Faults become messages here; nothing else prints them. */
export async function main(
  args: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<ExitCode> {
  let exitCode: ExitCode = ExitCode.clean;
  const program = createProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    return explainFault(error, terminal);
  }
}

function createProgram(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const program = new Command('threat-memo')
    .description('Structured threat assessments in, policy memos in Markdown and PDF out.')
    .version(__VERSION__, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .showSuggestionAfterError()
    .showHelpAfterError('Run with --help to see what there is.')
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
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

  program
    .command('build')
    .summary('turn assessments into memos')
    .description(
      'Checks assessments and turns each into a memo: <id>.md, <id>.pdf and figures/<id>/ in the output folder.',
    )
    .argument('[path or id...]', 'files, folders or ids of assessments (default: all of assessments/)')
    .option('--out <dir>', 'output folder (default: out, or out/<label> with --release)')
    .option(
      '--form <form>',
      'form for all of them, instead of the one each file names: <id>.<form>.md, <id>.<form>.pdf',
    )
    .addOption(
      new Option('--format <formats>', 'what to write: md, pdf, html, docx, separated by commas')
        .argParser(listOf('md', 'pdf', 'html', 'docx'))
        .default(['md', 'pdf'], 'md,pdf'),
    )
    .addOption(paperSize())
    .addOption(
      new Option(
        '--notes <place>',
        'docx: where notes stand (default: as configured, else footnotes)',
      ).choices(['footnotes', 'endnotes']),
    )
    .option('--jobs <n>', 'memos made at the same time (default: number of processors)', positiveInteger)
    .addOption(configFrom())
    .option('--check', 'write nothing; exit 1 when an output is not what its assessment gives')
    .addOption(
      new Option(
        '--release <label>',
        'leave out what is marked above this label of the marking scheme; what has no marking of its own stays',
      ),
    )
    .option('--history', 'show in each memo how its judgments moved over time, as the git history has it')
    .option('--force', 'build everything anew, whatever is there already')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo build
  threat-memo build assessments/x.yaml --out /tmp/memos --format md
  threat-memo build x --release TLP:GREEN  a version for a wider circle, in out/tlp-green/
  threat-memo build --check                in CI: are the committed outputs current?`,
    )
    .action(async (named: string[], flags: BuildFlags) => {
      const { runBuildCommand } = await import('./commands/build.ts');
      exit(await runBuildCommand(named, flags, terminal));
    });

  program
    .command('check')
    .summary('say what is wrong with assessments')
    .description(
      'Reads assessments and reports everything that is wrong with them, with file, line and column.',
    )
    .argument('[path...]', 'files, folders or ids of assessments (default: all of assessments/)')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs, sarif for code scanning')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .addOption(configFrom())
    .option('--fix', 'mend in the files what is mechanical, and report what is left')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo check
  threat-memo check assessments/x.json --format json
  threat-memo check --fix                  mend invisible characters, order and the like
  threat-memo check --format sarif > check.sarif`,
    )
    .action(async (named: string[], flags: CheckFlags) => {
      const { runCheckCommand } = await import('./commands/check.ts');
      exit(await runCheckCommand(named, flags, terminal));
    });

  program
    .command('explain')
    .summary('say why a rule exists, with examples')
    .description(
      'Explains a rule: why it exists, the standard it serves, an example that breaks it and one that does not. Without a rule: all of them.',
    )
    .argument('[rule]', 'name of a rule, as it stands in brackets after a finding')
    .addOption(textOrJson())
    .addHelpText(
      'after',
      `
Examples:
  threat-memo explain
  threat-memo explain long-sentence`,
    )
    .action(async (rule: string | undefined, flags: ExplainFlags) => {
      const { runExplainCommand } = await import('./commands/explain.ts');
      exit(await runExplainCommand(rule, flags, terminal));
    });

  program
    .command('inspect')
    .summary('show what is worked out of assessments')
    .description(
      'Shows what is derived: ranges of counts, scores of hypotheses and what their lead hangs on, the evidence behind each judgment, scores of forecasts.',
    )
    .argument('[path...]', 'files, folders or ids of assessments (default: all of assessments/)')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs, csv for a spreadsheet')
        .choices(['text', 'json', 'csv'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  threat-memo inspect assessments/x.json
  threat-memo inspect assessments --format json
  threat-memo inspect --format csv         one row for each value, for a spreadsheet`,
    )
    .action(async (named: string[], flags: InspectFlags) => {
      const { runInspectCommand } = await import('./commands/inspect.ts');
      exit(await runInspectCommand(named, flags, terminal));
    });

  program
    .command('diff')
    .summary('say which judgments moved, how far, and why')
    .description(
      'Compares two states of assessments by what they say: judgments that moved, what follows from the data, evidence, texts. What only looks different gives nothing.',
    )
    .argument(
      '<old>',
      'a file, a folder, a git revision (main, HEAD~3, v1:assessments/x.json) or two (v1..v2)',
    )
    .argument('[new]', 'the same (default: the working tree)')
    .addOption(
      new Option(
        '--format <format>',
        'text for people, json for programs, md for a comment, html or pdf for the memo with its changes marked, docx for the same as tracked changes',
      )
        .choices(['text', 'json', 'md', 'html', 'pdf', 'docx'])
        .default('text'),
    )
    .option('--exit-code', 'exit 1 when there are differences')
    .addOption(
      new Option('--only <classes>', `only these: ${changeClasses.join(', ')}`).argParser(
        listOf(...changeClasses),
      ),
    )
    .option('--min-weight <n>', 'only changes of at least this weight, from 0 to 100', weight)
    .option('--assessment <id or path...>', 'only these assessments')
    .option('--author <name>', 'docx: whose changes they are (default: as git has it, or the newer file)')
    .addOption(
      new Option('--date <time>', 'docx: when they were made, as 2025-04-30T12:00:00Z').argParser(isoTime),
    )
    .option('--out <path>', 'write to this file (html, pdf and docx: into this folder, default: out/redline)')
    .option('--form <form>', 'html and pdf: form of the memo, instead of the one the newer file names')
    .addOption(paperSize())
    .addHelpText(
      'after',
      `
Examples:
  threat-memo diff HEAD                    what is not committed yet
  threat-memo diff main...HEAD --format md a comment for a pull request
  threat-memo diff old.json new.json       two files
  threat-memo diff v1..v2 --only judgments,derived --assessment x
  threat-memo diff v1 --format pdf         the memos with their changes marked

Exit codes: 0 compared, 1 with --exit-code: something differs, or a file cannot be read, 2 wrong usage.`,
    )
    .action(async (old: string, fresh: string | undefined, flags: DiffFlags) => {
      const { runDiffCommand } = await import('./commands/diff.ts');
      exit(await runDiffCommand(old, fresh, flags, terminal));
    });

  program
    .command('history')
    .summary('show how judgments moved over time')
    .description(
      'Follows an assessment through the git history: likelihood and confidence of each judgment, level of each capability, for every commit that changed what it says.',
    )
    .argument('<id or path>', 'the assessment')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs, svg for a figure of likelihoods')
        .choices(['text', 'json', 'svg'])
        .default('text'),
    )
    .option('--out <file>', 'write to this file instead of standard output')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo history x
  threat-memo history x --format svg --out history.svg`,
    )
    .action(async (named: string, flags: HistoryFlags) => {
      const { runHistoryCommand } = await import('./commands/history.ts');
      exit(await runHistoryCommand(named, flags, terminal));
    });

  program
    .command('fmt')
    .summary('write assessments in one form')
    .description(
      'Writes assessments, the register and the configuration in their canonical form: properties in the order of the schema, one sentence a line, one layout. What they say stays the same.',
    )
    .argument('[path...]', 'files, folders or ids (default: all of assessments/, and the configuration)')
    .option('--check', 'write nothing; list what is not in canonical form, and exit 1 if there is any')
    .option('--upgrade', 'write the newest version of the file format too')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo fmt
  threat-memo fmt assessments/x.yaml
  threat-memo fmt --check                  in CI`,
    )
    .action(async (named: string[], flags: FmtFlags) => {
      const { runFmtCommand } = await import('./commands/fmt.ts');
      exit(await runFmtCommand(named, flags, terminal));
    });

  program
    .command('textconv')
    .summary('print one file as facts, one a line, for git diff')
    .description(
      'Prints what an assessment or a register says as plain text: one fact a line, one sentence a line, in an order of its own. Meant as the textconv of a git diff driver; docs/review.md says how to set it up.',
    )
    .argument('<file>', 'an assessment or a register')
    .action(async (file: string) => {
      const { runTextconvCommand } = await import('./commands/textconv.ts');
      exit(await runTextconvCommand(file, terminal));
    });

  program
    .command('merge-driver')
    .summary('merge two versions of a file by what they say, for git')
    .description(
      'Merges our and their version of an assessment or register: entries by their ids, prose sentence by sentence, all else field by field. Only a field that both changed, each otherwise, is left in conflict. Meant as a git merge driver; docs/review.md says how to set it up.',
    )
    .argument('<base>', 'file with the version that both were made from (%O)')
    .argument('<ours>', 'file with our version, which the result is written into (%A)')
    .argument('<theirs>', 'file with their version (%B)')
    .argument('<path>', 'of the file in the project (%P)')
    .action(async (base: string, ours: string, theirs: string, path: string) => {
      const { runMergeDriverCommand } = await import('./commands/merge-driver.ts');
      exit(await runMergeDriverCommand([base, ours, theirs, path], terminal));
    });

  program
    .command('verify')
    .summary('say whether a PDF is what the assessment it carries gives')
    .description(
      'Builds the assessment again that a PDF carries, in memory and with this program, and compares: the bytes first; where they differ, the words of each page, drawings, properties and attachments.',
    )
    .argument('<pdf>', 'a memo that this program made')
    .addOption(textOrJson())
    .option('--own-templates', 'use the templates/ of this folder too, as a build does')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo verify out/x.pdf
  threat-memo verify memo.pdf --format json

Exit codes: 0 the PDF is what its assessment gives, 1 it is not, or that cannot be told.`,
    )
    .action(async (file: string, flags: VerifyFlags) => {
      const { runVerifyCommand } = await import('./commands/verify.ts');
      exit(await runVerifyCommand(file, flags, terminal));
    });

  program
    .command('import')
    .summary('take over what others hold: STIX, MISP, bibliographies, tables')
    .description(
      'Reads files of other formats and puts what they say into a new assessment, an existing one, or the register; prints what could not be carried, and checks the result. What a person has to judge is marked as not judged.',
    )
    .argument('<file...>', 'files to import')
    .option('--from <format>', 'the format, where the content does not say it')
    .option('--into <id or path>', 'the assessment that everything is put into')
    .option(
      '--mapping <file>',
      'which column of a table is what; made with a suggestion where it is not there',
    )
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--yes', 'Word: write what colleagues changed without asking')
    .option('--all', 'show every single thing that could not be carried')
    .addOption(textOrJson())
    .addHelpText(
      'after',
      `
Examples:
  threat-memo import bundle.json           a STIX bundle, a MISP event … becomes an assessment
  threat-memo import event.json --into x   what it holds becomes part of the assessment x
  threat-memo import report.json --dry-run
  threat-memo import memo.docx --into x    what colleagues changed in Word, as a proposal

Formats and what each can carry: docs/exchange.md. Exit codes: 0 imported, 1 something is wrong with a file or
with the result, 2 wrong usage.`,
    )
    .action(async (files: string[], flags: ImportFlags) => {
      const [first = ''] = files;
      if (files.length === 1 && flags.into !== undefined && first.toLowerCase().endsWith('.docx')) {
        // It is no data of others, but a memo of ours that was changed: a proposal, not an import.
        const { runWordImport } = await import('./commands/import-word.ts');
        exit(
          await runWordImport(
            first,
            { into: flags.into, yes: flags.yes === true && !flags.dryRun },
            terminal,
          ),
        );
        return;
      }
      const { runImportCommand } = await import('./commands/import.ts');
      exit(await runImportCommand(files, flags, terminal));
    });

  program
    .command('export')
    .summary('write assessments for other programs')
    .description('Writes assessments in another format, and prints what that format could not carry.')
    .argument('<id or path...>', 'the assessments')
    .requiredOption('--to <format>', 'the format, such as stix, misp, json-ld')
    .option('--out <dir>', 'output folder (default: out, or out/<label> with --release)')
    .addOption(releaseLabel())
    .option('--set <name=value>', 'what the format lets one choose; may be repeated', nameAndValue)
    .option('--all', 'show every single thing that could not be carried')
    .addOption(textOrJson())
    .addHelpText(
      'after',
      `
Examples:
  threat-memo export x --to stix
  threat-memo export x --to misp --release TLP:GREEN

Formats and what each can carry: docs/exchange.md.`,
    )
    .action(async (named: string[], flags: ExportFlags) => {
      const { runExportCommand } = await import('./commands/export.ts');
      exit(await runExportCommand(named, flags, terminal));
    });

  program
    .command('ledger')
    .summary('ask all assessments a question')
    .description(
      'Shows judgments, sources, evidence, actors, incidents, gaps, indicators or recommendations of all assessments, filtered by a query; or how well the judgments foretold what came.',
    )
    .argument('[query]', 'such as: overdue and actor:iskp (default: everything)')
    .option(
      '--of <table>',
      'judgments, sources, evidence, actors, incidents, gaps, indicators, recommendations',
      'judgments',
    )
    .addOption(
      new Option('--editions <which>', 'only those that no later edition replaces, or all')
        .choices(['current', 'all'])
        .default('current'),
    )
    .option('--sort <column>', 'by this column; column:desc for the other way round')
    .option('--columns <names>', 'show these columns, separated by commas', (value) =>
      value.split(',').map((name) => name.trim()),
    )
    .option('--assessment <id or path...>', 'only these assessments')
    .addOption(releaseLabel())
    .option('--record [by]', 'the track record; by year, area, actor, author, form or assessment')
    .option('--describe', 'list the columns that a query can ask for')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs, csv for a spreadsheet')
        .choices(['text', 'json', 'csv'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  threat-memo ledger overdue
  threat-memo ledger 'actor:iskp and confidence>=moderate'
  threat-memo ledger 'worst>=D and independent<=1' --format csv
  threat-memo ledger --of sources 'reliability>=D' --sort falls:desc
  threat-memo ledger --of incidents 'on>=2024-03 place:Moscow'
  threat-memo ledger --record year

docs/ledger.md describes the query language and the track record.`,
    )
    .action(async (query: string | undefined, flags: LedgerFlags) => {
      const { runLedgerCommand } = await import('./commands/ledger.ts');
      exit(await runLedgerCommand(query, flags, terminal));
    });

  program
    .command('site')
    .summary('make a static site of all assessments')
    .description(
      'Writes a site of plain files: memos, judgments with their evidence and movement, actors, incidents, sources, places, the track record, a search. It opens from a folder, without a server, and needs nothing from elsewhere.',
    )
    .argument('[path or id...]', 'files, folders or ids of assessments (default: all of assessments/)')
    .option('--out <dir>', 'folder of the site (default: out/site, or out/<label>/site with --release)')
    .addOption(releaseLabel())
    .addOption(
      new Option('--language <tag>', 'language of the site').choices(['en', 'ru', 'he']).default('en'),
    )
    .option('--today <day>', 'the day that decides what is overdue (default: today)')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo site
  threat-memo site --release TLP:CLEAR --out public

docs/ledger.md says what is in a site and how to publish one.`,
    )
    .action(async (named: string[], flags: SiteFlags) => {
      const { runSiteCommand } = await import('./commands/site.ts');
      exit(await runSiteCommand(named, flags, terminal));
    });

  program
    .command('lsp')
    .summary('serve an editor while an assessment is written')
    .description(
      'A language server: findings as you type, what an id stands for, completion, definitions and uses, renaming, quick fixes, outline, formatting. An editor starts it; docs/editors.md says how to set up yours.',
    )
    .requiredOption('--stdio', 'speak over standard input and output')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo lsp --stdio`,
    )
    .action(async () => {
      const { runLspCommand } = await import('./commands/lsp.ts');
      exit(await runLspCommand());
    });

  program
    .command('serve')
    .summary('write assessments on a page of your browser')
    .description(
      'The desk: a page on this machine on which assessments are written in forms or as text, with the memo and the findings beside. Prints the address to open; nobody else can reach it.',
    )
    .option('--port <n>', 'port to listen on (default: a free one)', positiveInteger)
    .addHelpText(
      'after',
      `
Examples:
  threat-memo serve
  threat-memo serve --port 4173`,
    )
    .action(async (flags: ServeFlags) => {
      const { runServeCommand } = await import('./commands/serve.ts');
      exit(await runServeCommand(flags, terminal));
    });

  return program;
}

function textOrJson(): Option {
  return new Option('--format <format>', 'text for people, json for programs')
    .choices(['text', 'json'])
    .default('text');
}

function releaseLabel(): Option {
  return new Option('--release <label>', 'leave out what is marked above this label of the marking scheme');
}

function configFrom(): Option {
  return new Option(
    '--config-from <revision>',
    'use the configuration of this git revision, not the one in the folder',
  );
}

function paperSize(): Option {
  return new Option('--paper <size>', 'paper of the PDF').choices(['A4', 'Letter']).default('A4');
}

function isoTime(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/.test(value)) {
    throw new InvalidArgumentError('Write a time as 2025-04-30T12:00:00Z.');
  }
  return value;
}

function listOf(...allowed: readonly string[]): (value: string) => string[] {
  return (value) => {
    const items = value.split(',').map((item) => item.trim());
    const unknown = items.find((item) => !allowed.includes(item));
    if (unknown !== undefined) {
      throw new InvalidArgumentError(`\`${unknown}\` is none of ${allowed.join(', ')}.`);
    }
    return [...new Set(items)];
  };
}

function nameAndValue(
  value: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const at = value.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Give a name, an equals sign and a value.');
  return { ...before, [value.slice(0, at)]: value.slice(at + 1) };
}

function weight(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 100)) {
    throw new InvalidArgumentError('Give a number from 0 to 100.');
  }
  return number;
}

function positiveInteger(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return number;
}

function explainFault(error: unknown, terminal: Terminal): ExitCode {
  const { color } = terminal;
  if (error instanceof CommanderError) {
    // Commander has printed its message; help and version come this way too.
    return error.exitCode === 0 ? ExitCode.clean : ExitCode.usage;
  }
  if (error instanceof UsageFault) {
    terminal.err(`${color.red('error')} ${error.message}\n`);
    return ExitCode.usage;
  }
  if (error instanceof MachineFault) {
    terminal.err(`${color.red('error')} ${error.message}\n  ${error.help}\n`);
    return ExitCode.machine;
  }
  terminal.err(
    `${color.red('error')} threat-memo failed, which is a fault of the program, not of your file:\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return ExitCode.machine;
}
