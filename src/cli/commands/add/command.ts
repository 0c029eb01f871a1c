import { type Command, Option } from 'commander';
import { addedKinds, type Question, questionsOf } from '../../../scaffold/questions.ts';
import type { CommandLine } from '../../command-line.ts';

/**
 * Declares `threat-memo add` with a subcommand for each kind of entry; its options are the entry's questions.
 */
export function declareAdd(program: Command, { terminal, exit }: CommandLine): void {
  const add = program
    .command('add')
    .summary('add a source, evidence, an incident, an actor or a judgment')
    .description(
      'Adds an entry to an assessment in its proper place, formatted as by fmt; comments and order are preserved. On a terminal it asks for whatever the options do not give; in a script it never asks. Nothing is downloaded: a DOI or an address is stored as given.',
    )
    .addHelpText(
      'after',
      `
Examples:
  threat-memo add source https://rail.example/report.pdf --title 'Safety Report' --into rail
  threat-memo add source doi:10.1000/182 --into rail
  threat-memo add source library.bib --into rail
  threat-memo add evidence 'Four cabinets burned.' --source rail-authority --credibility 2
  threat-memo add judgment                 on a terminal: asks for each field`,
    );
  for (const kind of addedKinds) {
    const questions = questionsOf[kind];
    const main = questions.find(({ isMain }) => isMain);
    const command = add
      .command(kind)
      .summary(`add ${SUMMARIES[kind]}`)
      .argument(`[${main?.name ?? 'text'}]`, main?.asks)
      .option('--into <id or path>', 'the assessment (default: the only one)')
      .option('--id <id>', 'id of the entry (default: derived from its text)');
    for (const question of questions) if (!question.isMain) command.addOption(optionOf(question));
    command.action(async (text: string | undefined, flags: Readonly<Record<string, string>>) => {
      const { runAddCommand } = await import('./run.ts');
      exit(await runAddCommand(kind, text, flags, terminal));
    });
  }
}

const SUMMARIES = {
  source: 'a source: an address, a DOI, an ISBN, a title, or a file of them',
  evidence: 'evidence: what was said or seen, and by whom',
  incident: 'an incident: what happened, where and when',
  actor: 'an actor: a group, a state, a person',
  judgment: 'a judgment: what you conclude, how likely, how sure',
};

function optionOf({ name, asks, isList, isRequired, of, terms }: Question): Option {
  const value = isList ? (of ? 'ids' : 'words') : of ? 'id' : 'text';
  const option = new Option(`--${name} <${value}>`, isRequired ? `${asks}; required` : asks);
  return Array.isArray(terms) ? option.choices(terms) : option;
}
