import type { Argument, Option } from 'commander';
import type { Effects } from '../../../project/effects.ts';
import { ASSESSMENTS_FOLDER, isAssessmentFile, stemOf } from '../../../project/inputs.ts';
import { type AddedKind, addedKinds } from '../../../scaffold/questions.ts';

/** A completion. */
export interface Candidate {
  readonly value: string;
  /** A description on one line; may be empty. */
  readonly says: string;
  /** Whether it is part of a comma-separated list. */
  readonly isOfList?: boolean;
}

/** Completions at one place. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** Whether file names are allowed too. */
  readonly files: boolean;
}

/** Where a value is completed. */
export interface Context {
  /** `build`, `add source`. */
  readonly command: string;
  /** Values of the options already typed. */
  readonly given: ReadonlyMap<string, string>;
}

/** The values of options and arguments in a project, by the name of their placeholder in the help. */
export class Values {
  constructor(private readonly effects: Effects) {}

  async ofOption(option: Option, context: Context): Promise<Candidates> {
    const choices =
      option.argChoices ?? (option.parseArg as { readonly allowed?: readonly string[] } | undefined)?.allowed;
    const isOfList = option.argChoices === undefined;
    if (choices) return plain(choices.map((value) => ({ value, says: '', isOfList })));
    const [, placeholder = ''] = /[<[]([^>\]]+)[>\]]/.exec(option.flags) ?? [];
    const candidates = await this.#asked(option.name(), context);
    return candidates ?? this.#of(placeholder.replace('...', ''), context);
  }

  async ofArgument(argument: Argument, context: Context): Promise<Candidates> {
    return argument.argChoices
      ? plain(argument.argChoices.map((value) => ({ value, says: '' })))
      : this.#of(argument.name(), context);
  }

  async #of(placeholder: string, context: Context): Promise<Candidates> {
    switch (placeholder) {
      case 'id or path':
      case 'path or id':
      case 'path':
        return {
          candidates: await this.#ids(),
          files: !placeholder.startsWith('id') || context.command !== 'add',
        };
      case 'old':
      case 'new':
      case 'revision': {
        const ids = placeholder === 'revision' ? [] : await this.#ids();
        return { candidates: [...(await this.#revisions()), ...ids], files: placeholder !== 'revision' };
      }
      case 'form':
        return plain(await this.#forms(context.command === 'build'));
      case 'label':
        return plain(await this.#labels());
      case 'rule':
        return plain(await rules());
      case 'format':
        return plain(await formats(context.command));
      case 'table':
        return plain(await tables());
      case 'query':
        return plain(await columns(context, ':'));
      case 'column':
        return plain(await columns(context, ''));
      case 'names':
        return plain((await columns(context, '')).map((each) => ({ ...each, isOfList: true })));
      case 'file':
      case 'dir':
      case 'pdf':
      case 'report':
      case 'base':
      case 'ours':
      case 'theirs':
      case 'source':
        return { candidates: [], files: true };
      default:
        return plain([]);
    }
  }

  async #ids(): Promise<Candidate[]> {
    const folder = `${this.effects.projectFolder}/${ASSESSMENTS_FOLDER}`;
    const files = ((await this.effects.listFolder(folder)) ?? []).filter(({ isFolder }) => !isFolder);
    return files
      .filter(({ name }) => isAssessmentFile(name))
      .map(({ name }) => ({ value: stemOf(name), says: name }));
  }

  async #revisions(): Promise<Candidate[]> {
    const answer = await this.effects.git([
      'for-each-ref',
      '--format=%(refname:short)',
      'refs/heads',
      'refs/tags',
    ]);
    const names = answer?.code === 0 ? answer.stdout.toString('utf8').split('\n') : [];
    return ['HEAD', ...names.filter((name) => name !== '')].map((value) => ({ value, says: 'revision' }));
  }

  async #forms(withPacks: boolean): Promise<Candidate[]> {
    const { Forms } = await import('../../../project/forms.ts');
    const forms = new Forms(this.effects);
    const names = [...(await forms.names()), ...(withPacks ? await forms.namesOfPacks() : [])];
    return names.map((value) => ({ value, says: '' }));
  }

  async #labels(): Promise<Candidate[]> {
    const { loadSettings } = await import('../../../project/settings.ts');
    const { conventions } = await loadSettings(this.effects);
    return conventions.scheme.labels.map(({ label, meaning }) => ({ value: label, says: meaning ?? '' }));
  }

  /** Values for the questions of `add`: terms of the scales, and entries of the assessment with their names. */
  async #asked(name: string, { command, given }: Context): Promise<Candidates | undefined> {
    const kind = addedKinds.find((each) => command === `add ${each}`);
    if (!kind || name === 'into' || name === 'id') return undefined;
    const choices = await this.#choices(kind, name, given.get('into')).catch(() => []);
    return plain(choices);
  }

  async #choices(kind: AddedKind, name: string, into: string | undefined): Promise<Candidate[]> {
    const { openTarget, questionsFor } = await import('../../../scaffold/add.ts');
    const target = await openTarget(into, this.effects);
    const question = questionsFor(kind, target).find((each) => each.name === name);
    const isOfList = question?.isList === true;
    return (question?.choices ?? []).map(({ value, says }) => ({ value, says, isOfList }));
  }
}

function plain(candidates: readonly Candidate[]): Candidates {
  return { candidates, files: false };
}

async function rules(): Promise<Candidate[]> {
  const { ruleCatalogue } = await import('../../../project/rule-catalogue.ts');
  return ruleCatalogue.map(({ id, why }) => ({ value: id, says: why }));
}

async function formats(command: string): Promise<Candidate[]> {
  if (command !== 'import' && command !== 'export') return [];
  const { formatNames } = await import('../../../transfer/format-names.ts');
  return formatNames(command).map(({ id, label }) => ({ value: id, says: label }));
}

async function tables(): Promise<Candidate[]> {
  const { tableNames } = await import('../../../ledger/columns.ts');
  return tableNames.map((value) => ({ value, says: '' }));
}

/** Columns of the queried table; in a query a flag stands alone, other columns are followed by a colon. */
async function columns({ given }: Context, sign: string): Promise<Candidate[]> {
  const [{ columnsOf }, { tableNames }] = await Promise.all([
    import('../../../ledger/ask.ts'),
    import('../../../ledger/columns.ts'),
  ]);
  const of = tableNames.find((name) => name === given.get('of')) ?? 'judgments';
  return columnsOf(of)
    .filter(({ hidden }) => !hidden)
    .map(({ name, about, kind }) => ({ value: kind === 'flag' ? name : `${name}${sign}`, says: about }));
}
