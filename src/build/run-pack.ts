import { join } from 'node:path';
import { toStandaloneHtml } from '../html/standalone.ts';
import { buildMemo, layOut } from '../memo/build-memo.ts';
import { fittingLevel } from '../memo/fit-memo.ts';
import { UsageFault } from '../model/fault.ts';
import { contentOf } from '../model/page.ts';
import { inlineFontCss } from '../pdf/fonts/inline-fonts.ts';
import type { LoadedForm } from '../project/forms.ts';
import type { InputFile } from '../project/inputs.ts';
import { type Origin, packOriginOf } from '../project/provenance.ts';
import { failed } from './build-one.ts';
import type { BuildResult } from './build-options.ts';
import { buildPack, type Pack, type PackPart, partPrefix } from './build-pack.ts';
import { memoSource, releaseOf } from './memo-source.ts';
import { deliver, type Output, outputOf } from './outputs.ts';
import { type Run, wordSettingsFor } from './run.ts';

/** The result for one input: a part of the pack, or why there is none. */
interface Prepared {
  readonly result: BuildResult;
  readonly part?: PackPart;
}

/**
 * Builds one document from all inputs, named after the form of the pack. Assessments with errors are left out;
 * the document says how many, but never which. Results: one for each input with its findings, then one with the
 * files, which is missing if there is nothing to include.
 */
export async function runPack(inputs: readonly InputFile[], run: Run): Promise<readonly BuildResult[]> {
  const { forms, options } = run;
  const name = options.form ?? '';
  const total = inputs.length + 1;
  if (options.formats.includes('email'))
    throw new UsageFault(
      'A pack is too long for an e-mail. Build --format email of its memos, each in its own form.',
    );
  if (run.printer) await refuseTooLong(inputs, run);
  const prepared: Prepared[] = [];
  for (const input of inputs) {
    const one = await preparePart(input, run);
    prepared.push(one);
    options.onDone?.(one.result, prepared.length, total, false);
  }
  const results = prepared.map(({ result }) => result);
  const parts = prepared.flatMap(({ part }) => part ?? []);
  if (parts.length === 0) return results;
  const leftOut = prepared.length - parts.length;
  const empty: BuildResult = { file: name, findings: [], outputs: [], stale: [] };
  const last = await (async () => {
    try {
      const form = await forms.load(name);
      const pack = buildPack(parts, leftOut, form, options);
      const origin = () => packOriginOf(parts, leftOut, form, run.effects);
      return (await deliver(await outputsOf(pack, form, origin, run), empty, run)) ?? empty; // all content is at hand
    } catch (error) {
      return failed(error, empty, name);
    }
  })();
  options.onDone?.(last, total, total, false);
  return [...results, last];
}

/**
 * Most bytes of assessments printed in one document: some 27 of a hundred kilobytes, 300 pages. Chrome's time
 * for layout and tagging grows with the square of the pages: 5, 10 and 20 such memos take 0.9 s each, 40 take
 * 2.7 s and 1.6 GB, and 300 never end.
 */
const MAX_PRINTED = 3_000_000;

/** Throws UsageFault if a browser could not print so much in one document in acceptable time. */
async function refuseTooLong(inputs: readonly InputFile[], { reader }: Run): Promise<void> {
  let size = 0;
  for (const input of inputs) size += (await reader.bytesOf(input))?.length ?? 0;
  if (size <= MAX_PRINTED) return;
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  throw new UsageFault(
    `These ${inputs.length} assessments (${megabytes(size)}) are too much to print in one PDF: a browser takes at most ${megabytes(MAX_PRINTED)} in a bearable time. Build the document with --format md,html or docx, name fewer, or build a PDF of each.`,
  );
}

async function preparePart(input: InputFile, run: Run): Promise<Prepared> {
  const { reader, options, forms, measure } = run;
  const read = await reader.read(input);
  const version = releaseOf(read, input.path, options.release);
  const { assessment, findings } = version;
  const result: BuildResult = { file: input.shown, findings, outputs: [], stale: [] };
  if (!assessment) return { result };
  try {
    const form = await forms.load(assessment.form);
    const source = await memoSource(input, version, assessment, read, form, options, run.effects);
    const level = await fittingLevel(
      form,
      async (variant) => layOut(await buildMemo(source, { level: variant }), form, options.paper),
      async (page) => (await measure()).countPages(page),
    );
    const memo = await buildMemo(source, { level, partOf: partPrefix(assessment) });
    return { result, part: { ...source, memo } };
  } catch (error) {
    return { result: failed(error, result, input.shown) };
  }
}

async function outputsOf(
  { view, rendered, figures, page, metadata }: Pack,
  form: LoadedForm,
  origin: () => Promise<Origin>,
  { options, reader, printer }: Run,
): Promise<Output[]> {
  const { formats, out, paper } = options;
  const outputs: Output[] = [];
  const add = (ending: string, content: string | Uint8Array) =>
    outputs.push(outputOf(join(out, `${form.name}.${ending}`), content));
  if (formats.includes('md')) {
    for (const [path, figure] of figures) outputs.push(outputOf(join(out, path), contentOf(figure)));
    add('md', rendered.markdown);
  }
  const looks = await wordSettingsFor(form.name, { options, reader });
  if (looks) {
    const { packWordOf } = await import('../memo/word.ts');
    add('docx', await packWordOf({ view, rendered, figures, metadata }, paper, looks, form.brand));
  }
  const isLaidOut = printer !== undefined || formats.includes('html');
  const laidOut = isLaidOut ? page() : undefined;
  if (laidOut && formats.includes('html'))
    add('html', toStandaloneHtml(laidOut, inlineFontCss(laidOut.body)));
  if (laidOut && printer) {
    add('pdf', await (await printer).print(laidOut, { ...metadata, ...(await origin()) }));
  }
  return outputs;
}
