import { fittingLevel } from '../memo/fit-memo.ts';
import type { LoadedForm } from '../project/forms.ts';
import type { InputFile } from '../project/inputs.ts';
import { type Ingredients, originOf, wordOrderOf } from '../project/provenance.ts';
import type { ReadAssessment } from '../project/read-assessment.ts';
import type { BuildResult } from './build-options.ts';
import { deliver, failed, type Run, releaseOf, storyOf } from './build-steps.ts';
import type { KeptMemo, Recipe } from './known-builds.ts';
import { outputsOf } from './outputs.ts';
import type { Settled } from './settle.ts';

/** Builds one input: read, check, make, deliver; or takes what an earlier build made of the same. Never rejects for it. */
export async function buildOne(input: InputFile, run: Run): Promise<BuildResult> {
  const { options, reader, known } = run;
  const settled = run.settled.get(input);
  if (settled) return adoptResult(input, settled, run);
  const read = await reader.read(input);
  const { register, bytes } = read;
  const { assessment, source, former, findings: found } = releaseOf(read, options.release);
  // A copy: what was cut out of a file's text keeps all of that text in memory, and there may be thousands of files.
  const findings = structuredClone(found);
  const result: BuildResult = { file: input.shown, findings, outputs: [], stale: [] };
  const learn = ({ outputs, notices }: KeptMemo) =>
    read.isByItself ? known?.learn(input, { ...pick(read), findings, outputs, notices }) : undefined;
  if (!assessment) {
    await learn({ outputs: [], notices: [] });
    return result;
  }
  try {
    const form = await run.forms.load(options.form ?? assessment.form);
    const ingredients = { file: source ?? { path: input.path, bytes }, assessment, register, former };
    const before = await takeKnown(input, { ...ingredients, form }, result, run);
    if (before) {
      for (const notice of before.made.notices) run.notices.add(notice);
      await learn(before.made);
      return before.result;
    }
    const { files, notices } = await outputsFor(input, ingredients, form, run);
    const outputs = known?.keepMemo({ ...ingredients, form }, files, notices);
    const delivered = await deliver(files, result, run);
    if (outputs) await learn({ outputs, notices });
    return delivered;
  } catch (error) {
    return failed(error, result, input.shown);
  }
}

function pick({ bytes, id, fetched }: ReadAssessment) {
  return { bytes, ...(id !== undefined && { id }), ...(fetched && { fetched }) };
}

/** What was settled stands, unless a file before it has taken its id. */
async function adoptResult(input: InputFile, { id, result }: Settled, { reader }: Run): Promise<BuildResult> {
  const own = { ...(id !== undefined && { id }), findings: result.findings, excepted: [] };
  const { findings, isTaken } = await reader.adopt(input, own);
  return isTaken ? { file: input.shown, findings, outputs: [], stale: [] } : { ...result, findings };
}

/** A memo that was made of the same before, put where it belongs. */
async function takeKnown(
  input: InputFile,
  recipe: Recipe,
  { findings }: BuildResult,
  { known }: Run,
): Promise<{ readonly result: BuildResult; readonly made: KeptMemo } | undefined> {
  const made = known?.recallMemo(recipe);
  const result = made && (await known?.deliver(input, { findings, outputs: made.outputs }));
  return result && made && { result, made };
}

/** Makes a memo and prints it. */
async function outputsFor(input: InputFile, ingredients: Ingredients, form: LoadedForm, run: Run) {
  const { options, effects, printer, measure, prepare, make } = run;
  const { assessment, register, former } = ingredients;
  prepare(form.stylesheet);
  const story = await storyOf(input, assessment, register, former, run);
  const { paper, formats } = options;
  const word = formats.includes('docx') ? wordOrderOf(ingredients, form, options) : undefined;
  const variant = (level: number, isLaidOut: boolean, isTried = false) =>
    make({
      assessment,
      register,
      form,
      options: { level, ...story },
      paper,
      isLaidOut,
      ...(word && !isTried && { word }),
    });
  const level = await fittingLevel(form, async (tried) => {
    const { page } = await variant(tried, true, true);
    return page ? (await measure()).countPages(page) : 0;
  });
  const memo = await variant(level, printer !== undefined || formats.includes('html'));
  return outputsOf(memo, options, printer, () =>
    originOf({ ...ingredients, history: story.history }, form, effects),
  );
}
