import { join } from 'node:path';
import { whyNoHistory } from '../derive/analysis/history.ts';
import { toStandaloneHtml } from '../html/standalone.ts';
import { hasAnnex } from '../memo/build-memo.ts';
import { fittingLevel } from '../memo/fit-memo.ts';
import type { MadeMemo } from '../memo/make-memo.ts';
import { ruleUrl } from '../model/described-rule.ts';
import { MachineFault, UsageFault } from '../model/fault.ts';
import { FILE_START, type Finding } from '../model/finding.ts';
import { contentOf } from '../model/page.ts';
import { pageNotice } from '../pdf/fonts/coverage.ts';
import { inlineFontCss } from '../pdf/fonts/inline-fonts.ts';
import { withPackagedFonts } from '../project/font-packages.ts';
import type { InputFile } from '../project/inputs.ts';
import { type FiledSource, originOf, sha256 } from '../project/provenance.ts';
import type { Extent } from '../render/context.ts';
import { TemplateError } from '../render/templates/template-error.ts';
import { phraseNotice } from '../render/wording/messages.ts';
import type { MemoOutputs } from './build-cache.ts';
import type { BuildOptions, BuildResult, CachedOutcome, Outcome } from './build-options.ts';
import { memoSource, releaseOf } from './memo-source.ts';
import { deliver, type Output, outputOf } from './outputs.ts';
import { type Run, wordSettingsFor } from './run.ts';

/**
 * Builds one file: reads and checks it, applies a release, takes its memo from the cache or makes and prints
 * it, and delivers it. Never rejects because of what is wrong with it.
 */
export async function buildOne(input: InputFile, run: Run): Promise<Outcome> {
  const { options, reader, forms, cache } = run;
  const read = await reader.read(input);
  const version = releaseOf(read, input.path, options.release);
  // A copy: a substring keeps the whole string in memory, and there may be thousands of files.
  const findings = structuredClone(version.findings);
  const empty: BuildResult = { file: input.shown, findings, outputs: [], stale: [] };
  const record = async (made: MemoOutputs) => {
    const id = read.id === undefined ? {} : { id: read.id };
    if (read.isByItself) await cache?.record(input, read, { ...id, findings, ...made });
  };
  if (!version.assessment) {
    await record({ outputs: [], notices: [] });
    return { result: empty, notices: [] };
  }
  try {
    const form = await forms.load(options.form ?? version.assessment.form);
    const inputs = await memoSource(input, version, version.assessment, read, form, options, run.effects);
    const source = { ...inputs, looks: await wordSettingsFor(form.name, run) };
    const cached = await cache?.getMemo(source);
    const deliveredBefore = cached && (await deliver(cached.outputs, empty, run));
    if (deliveredBefore) {
      await record(cached);
      return { result: deliveredBefore, notices: cached.notices };
    }
    const made = options.elsewhere ? await madeElsewhere(source, options) : await makeOutputs(source, run);
    cache?.recordMemo(source, made);
    const result = (await deliver(made.outputs, empty, run)) ?? empty; // all content is at hand
    await record(made);
    return { result, notices: made.notices };
  } catch (error) {
    return { result: failed(error, empty, input.shown), notices: [] };
  }
}

async function madeElsewhere(
  source: FiledSource,
  { elsewhere, out }: Pick<BuildOptions, 'elsewhere' | 'out'>,
): Promise<MemoOutputs> {
  const { outputs = [], notices = [] } = (await elsewhere?.make(source)) ?? {};
  return { outputs: outputs.map(({ path, content }) => outputOf(join(out, path), content)), notices };
}

/** The tools for making a memo. */
export interface BuildTools extends Pick<Run, 'effects' | 'workers' | 'printer' | 'measure' | 'prepare'> {
  readonly options: Pick<BuildOptions, 'out' | 'formats' | 'paper' | 'release' | 'annex'>;
}

/**
 * Makes a memo, in the variant that fits, and prints it in the requested formats; figures belong to the
 * Markdown. If the annex is left out or printed separately, the brief and the annex are files of their own.
 */
export async function makeOutputs(source: FiledSource, run: BuildTools): Promise<MemoOutputs> {
  const { options, measure, prepare } = run;
  const { form } = source;
  prepare(form.stylesheet);
  const extents = extentsOf(form, options.annex);
  const [first = 'whole'] = extents;
  let tried: { readonly level: number; readonly memo: MadeMemo } | undefined;
  const level = await fittingLevel(
    form,
    async (level) => {
      tried = { level, memo: await makePart(source, { level, extent: first }, run) };
      return tried.memo.page;
    },
    async (page) => (await measure()).countPages(page),
  );
  const made: MemoOutputs[] = [];
  for (const extent of extents) {
    const isMade = tried?.level === level && extent === first;
    const memo = (isMade && tried?.memo) || (await makePart(source, { level, extent }, run));
    made.push(await outputsOf(memo, source, run));
  }
  const lacks = phraseNotice(source.assessment.language ?? 'en', form.messages);
  const unshown = source.history && whyNoHistory(source.history);
  return {
    outputs: made.flatMap(({ outputs }) => outputs),
    notices: [
      ...new Set([
        ...made.flatMap(({ notices }) => notices),
        ...(lacks === undefined ? [] : [lacks]),
        ...(unshown === undefined ? [] : [`"${source.assessment.title}" shows no history. ${unshown}`]),
      ]),
    ],
  };
}

/** The parts of a memo that become files; one part if its form has no separate annex. */
function extentsOf(form: FiledSource['form'], annex: BuildOptions['annex']): readonly Extent[] {
  if (annex === undefined || !hasAnnex(form)) return ['whole'];
  return annex === 'none' ? ['brief'] : ['brief', 'annex'];
}

function makePart(
  source: FiledSource,
  { level, extent }: { readonly level: number; readonly extent: Extent },
  { options, workers, printer }: BuildTools,
): Promise<MadeMemo> {
  const { formats, paper, release } = options;
  const { file, form, looks } = source;
  return workers.make(source, {
    level,
    extent,
    paper,
    isLaidOut: printer !== undefined || form.fit !== undefined || formats.includes('html'),
    ...(formats.includes('email') && { isMailed: true }),
    ...(looks && {
      word: { edition: sha256(file.bytes), ...(release && { release }) },
    }),
  });
}

async function outputsOf(
  { name, markdown, figures, page, email, word, metadata, isEmpty }: MadeMemo,
  source: FiledSource,
  { options, effects, printer }: BuildTools,
): Promise<MemoOutputs> {
  const { out, formats } = options;
  const outputs: Output[] = [];
  const notices: string[] = [];
  if (isEmpty) return { outputs, notices };
  const add = (path: string, content: string | Uint8Array) =>
    outputs.push(outputOf(join(out, path), content));
  if (formats.includes('md')) {
    for (const [path, figure] of figures) add(path, contentOf(figure));
    add(`${name}.md`, markdown);
  }
  if (word) add(`${name}.docx`, word);
  if (email !== undefined) add(`${name}.email.html`, email);
  if (page && formats.includes('html')) add(`${name}.html`, toStandaloneHtml(page, inlineFontCss(page.body)));
  if (page && printer) {
    const origin = await originOf(source, effects);
    add(`${name}.pdf`, await (await printer).print(page, { ...metadata, ...origin }));
    const notice = pageNotice(await withPackagedFonts(page, effects));
    if (notice !== undefined) notices.push(notice);
  }
  return { outputs, notices };
}

/** An outcome from the cache. It is valid unless an earlier file has taken its id. */
export async function useCached(
  input: InputFile,
  { id, result, notices }: CachedOutcome,
  { reader }: Run,
): Promise<Outcome> {
  const own = { ...(id !== undefined && { id }), findings: result.findings, suppressed: [] };
  const { findings, isTaken } = await reader.useResult(input, own);
  return isTaken
    ? { result: { file: input.shown, findings, outputs: [], stale: [] }, notices }
    : { result: { ...result, findings }, notices };
}

/** The outcome of a memo that could not be made. The other memos are made whatever the reason. */
export function failed(error: unknown, result: BuildResult, file: string): BuildResult {
  if (error instanceof MachineFault) return { ...result, fault: error };
  if (error instanceof TemplateError)
    return { ...result, findings: [...result.findings, ...templateFindings(error, file)] };
  if (error instanceof UsageFault) {
    const help = 'Leave the file out, or build without what asks for that (such as `--history`).';
    return { ...result, fault: new MachineFault(error.message, help) };
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = `The program failed on this file: ${reason}`;
  const help = 'This is a fault of the program, not of your file: please report it.';
  return { ...result, fault: new MachineFault(message, help, { cause: error }) };
}

/** An error in a template is a finding for the form's author, placed in the template if its place is known. */
function templateFindings({ message, mistakes }: TemplateError, file: string): Finding[] {
  const rule = { rule: 'template-error', severity: 'error', url: ruleUrl('template-error') } as const;
  const help = 'Fix the template, or build with another form (--form).';
  if (mistakes.length === 0) return [{ ...rule, file, pointer: '/form', message, help, ...FILE_START }];
  return mistakes.map(({ endColumn, help: own = help, ...mistake }) => ({
    ...rule,
    ...mistake,
    pointer: '',
    help: own,
    endLine: mistake.line,
    endColumn,
    excerptColumn: mistake.column,
  }));
}
