import type { Argument, Command, Option } from 'commander';
import type { Candidate, Candidates, Values } from './values.ts';
import type { WrittenLine } from './words.ts';

const NOTHING: Candidates = { candidates: [], files: false };

/**
 * Completions at the end of a command line: commands, options, and values of both. Everything is derived from
 * the declared commands, so that there is no second list.
 */
export async function candidatesFor(
  program: Command,
  { words, current }: WrittenLine,
  values: Values,
): Promise<Candidates> {
  let command = program;
  let position = 0;
  let open: Option | undefined;
  const given = new Map<string, string>();
  for (const word of words) {
    if (open) {
      given.set(open.name(), word);
      if (!open.variadic) open = undefined;
      if (!word.startsWith('-') || !command.options.some((option) => isCalled(option, word))) continue;
    }
    const [name = '', value] = word.split('=', 2);
    const option = word.startsWith('-') ? command.options.find((each) => isCalled(each, name)) : undefined;
    if (option) {
      open = option.required && value === undefined ? option : undefined;
      if (value !== undefined) given.set(option.name(), value);
      continue;
    }
    const inner = position === 0 ? command.commands.find((each) => each.name() === word) : undefined;
    if (inner) command = inner;
    else position += 1;
  }
  const context = { command: namesOf(command), given };
  const assigned = /^(--[a-z-]+)=(.*)$/s.exec(current);
  if (assigned) {
    const [, name = '', part = ''] = assigned;
    const option = command.options.find((each) => isCalled(each, name));
    if (!option) return NOTHING;
    const found = fitting(await values.ofOption(option, context), part);
    const written = found.candidates.map(({ value, says }) => ({ value: `${name}=${value}`, says }));
    return { candidates: written, files: found.files };
  }
  if (open && !(open.variadic && current.startsWith('-')))
    return fitting(await values.ofOption(open, context), current);
  if (current.startsWith('-')) return fitting({ candidates: optionsOf(command), files: false }, current);
  if (command.commands.length > 0 && position === 0) {
    const inner = command.commands.filter((each) => !isHidden(each));
    const named = inner.map((each) => ({ value: each.name(), says: each.summary() || each.description() }));
    const help = command === program ? [{ value: 'help', says: 'show the help of a command' }] : [];
    return fitting({ candidates: [...named, ...help], files: false }, current);
  }
  if (command === program && words[0] === 'help') {
    const named = program.commands
      .filter((each) => !isHidden(each))
      .map((each) => ({ value: each.name(), says: each.summary() }));
    return fitting({ candidates: named, files: false }, current);
  }
  const argument = argumentAt(command, position);
  return argument ? fitting(await values.ofArgument(argument, context), current) : NOTHING;
}

function isCalled({ long, short }: Option, name: string): boolean {
  return name === long || name === short;
}

/** `add source` for the command with that name. */
function namesOf(command: Command): string {
  const above = command.parent?.parent ? `${command.parent.name()} ` : '';
  return `${above}${command.name()}`;
}

/** Whether a command is hidden from the help; commander has no public property for that. */
function isHidden(command: Command): boolean {
  return (command as Command & { readonly _hidden?: boolean })._hidden === true;
}

function argumentAt({ registeredArguments }: Command, position: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[position] ?? (last?.variadic ? last : undefined);
}

function optionsOf(command: Command): Candidate[] {
  const own = command.options.filter(({ hidden }) => !hidden);
  return [
    ...own.map(({ long, short, description }) => ({ value: long ?? short ?? '', says: description })),
    { value: '--help', says: 'show this help' },
  ];
}

/** Candidates that begin with what is typed; of a comma-separated list, with its last part. */
function fitting({ candidates, files }: Candidates, current: string): Candidates {
  const isList = candidates.some(({ isOfList }) => isOfList);
  const before = isList ? current.slice(0, current.lastIndexOf(',') + 1) : '';
  const part = current.slice(before.length);
  const taken = before.split(',');
  return {
    candidates: candidates
      .filter(({ value }) => value.startsWith(part) && !(isList && taken.includes(value)))
      .map(({ value, says }) => ({ value: before + value, says })),
    files,
  };
}
