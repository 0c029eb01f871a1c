import { UsageFault } from '../../../model/fault.ts';
import { hasErrors } from '../../../model/finding.ts';
import {
  add,
  addFromFile,
  isFileNamed,
  objectionTo,
  openTarget,
  questionsFor,
  type Target,
} from '../../../scaffold/add.ts';
import type { AddedKind, Answers } from '../../../scaffold/questions.ts';
import { ExitCode } from '../../exit-codes.ts';
import { findingText, summaryText } from '../../print/findings.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';
import { PromptCancelled, type Prompter, terminalPrompter } from '../../prompt.ts';
import { printReport } from '../import/run.ts';

/**
 * `threat-memo add`: asks for everything that no option gives, writes the entry, and prints the check's
 * findings on it.
 */
export async function runAddCommand(
  kind: AddedKind,
  text: string | undefined,
  { into, ...flags }: Readonly<Record<string, string>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const effects = processEffects();
  const target = await openTarget(into, effects);
  if (kind === 'source' && text !== undefined && (await isFileNamed(text, effects))) {
    const report = await addFromFile(text, target, effects);
    printReport(report, { format: 'text' }, terminal);
    return report.files.some(({ findings }) => hasErrors(findings)) ? ExitCode.findings : ExitCode.clean;
  }
  const given = answersOf(kind, text, flags);
  const asker = terminalPrompter();
  const answers = asker ? await askRest(kind, given, target, asker) : given;
  if (!answers) {
    terminal.err('\nNothing was added.\n');
    return ExitCode.interrupted;
  }
  const missing = questionsFor(kind, target).filter(({ isRequired, name }) => isRequired && !answers[name]);
  if (missing.length > 0) {
    const options = missing.map(({ name, isMain }) => (isMain ? `<${name}>` : `--${name}`)).join(', ');
    throw new UsageFault(`A ${kind} needs ${options}: ${missing.map(({ asks }) => asks).join('; ')}.`);
  }
  const added = add(kind, answers, target, effects);
  const { shown, collection, id, findings, own } = await (asker
    ? added.catch((error: unknown) => {
        if (!(error instanceof UsageFault)) throw error;
        throw new UsageFault(
          `${error.message}\nWhat you answered: ${commandOf(kind, { ...answers, into: into ?? '' })}`,
        );
      })
    : added);
  terminal.out(`${shown}: ${collection}/${id}\n`);
  for (const finding of own) terminal.err(findingText(finding, terminal.color));
  terminal.err(`Check: ${summaryText(findings, 1)}\n`);
  return ExitCode.clean;
}

/** The command line that gives the same answers: nothing typed is lost if one answer is wrong. */
function commandOf(kind: AddedKind, answers: Answers): string {
  const quoted = (text: string) => (/^[\w.:/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
  const { [MAIN[kind]]: main = '', ...options } = answers;
  const named = Object.entries(options).filter(([, text]) => text !== '');
  return [
    'threat-memo add',
    kind,
    quoted(main),
    ...named.map(([name, text]) => `--${name} ${quoted(text)}`),
  ].join(' ');
}

/** Options as answers: commander has turned `--would-change` into `wouldChange`. */
function answersOf(
  kind: AddedKind,
  text: string | undefined,
  flags: Readonly<Record<string, string>>,
): Answers {
  const named = Object.entries(flags).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    value,
  ]);
  return { ...Object.fromEntries(named), ...(text !== undefined && { [MAIN[kind]]: text }) };
}

const MAIN: Readonly<Record<AddedKind, string>> = {
  source: 'source',
  evidence: 'statement',
  incident: 'title',
  actor: 'name',
  judgment: 'statement',
};

/**
 * Asks for what is not answered yet; an empty line leaves out an optional answer. `undefined` if the user
 * leaves.
 */
async function askRest(
  kind: AddedKind,
  given: Answers,
  target: Target,
  asker: Prompter,
): Promise<Answers | undefined> {
  const answers: Record<string, string> = { ...given };
  try {
    for (const { name, asks, isRequired, isOption, needs, choices, isList } of questionsFor(kind, target)) {
      if (isOption || answers[name] !== undefined || (needs !== undefined && !answers[needs])) continue;
      if (
        name === 'title' &&
        kind === 'source' &&
        !/^(?:https?:|doi:|10\.|isbn|97[89])/i.test(answers.source ?? '')
      )
        continue;
      const answer = await asker.ask({
        asks,
        isRequired: isRequired === true,
        choices,
        isList: isList === true,
        objectionTo: (written) => objectionTo(kind, name, { ...answers, [name]: written }, target),
      });
      if (answer !== '') answers[name] = answer;
    }
  } catch (error) {
    if (error instanceof PromptCancelled) return undefined;
    throw error;
  } finally {
    asker.close();
  }
  return answers;
}
