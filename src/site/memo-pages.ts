import { h } from 'hastscript';
import { memoSource, releaseOf } from '../build/memo-source.ts';
import { partsOf } from '../build/shared-memos.ts';
import { type Cache, getCached, keyOf, putCached } from '../cache/cache.ts';
import { hashOf } from '../cache/store.ts';
import { screenBody, screenStyle } from '../html/house.ts';
import type { ReleasedVersion } from '../ledger/released-ledger.ts';
import type { MemoWorkers } from '../memo/memo-workers.ts';
import type { Finding } from '../model/finding.ts';
import { hasErrors } from '../model/finding.ts';
import type { Marking } from '../model/generated/types.ts';
import type { PrintablePage } from '../model/page.ts';
import type { Effects } from '../project/effects.ts';
import type { Forms } from '../project/forms.ts';
import type { InputFile } from '../project/inputs.ts';
import type { MemoSource } from '../project/provenance.ts';
import { AssessmentReader } from '../project/read-assessment.ts';
import { memoPage } from './links.ts';
import type { PageWriter } from './page.ts';

/** The page of a memo, and its form's style, which memos of one form share. */
export interface MemoPage {
  readonly assessment: string;
  readonly page: Omit<PrintablePage, 'body' | 'brief'>;
  /** Its body as UTF-8: there may be thousands. */
  readonly body: Uint8Array;
  /** What it was made of. */
  readonly version: ReleasedVersion;
}

/** The tools for making memos' pages. */
export interface MemoTools {
  readonly forms: Forms;
  readonly effects: Effects;
  readonly workers: MemoWorkers;
  readonly cache?: Cache | undefined;
}

/** Memos as shown on a screen, in the order of their files; `findings` says why one is missing. */
export async function makeMemoPages(
  inputs: readonly InputFile[],
  release: Marking | undefined,
  tools: MemoTools,
): Promise<{
  readonly pages: readonly MemoPage[];
  readonly findings: readonly Finding[];
  /** How many are missing: they have errors, or cannot be released. */
  readonly leftOut: number;
}> {
  const reader = new AssessmentReader(tools.effects, { forms: await tools.forms.names() });
  const made: (MemoPage | readonly Finding[])[] = [];
  const queue = inputs.entries();
  const work = async () => {
    for (const [index, input] of queue) made[index] = await makePage(input, release, reader, tools);
  };
  // While this thread reads and checks the next file, each worker has a memo to make.
  await Promise.all(Array.from({ length: 2 * tools.workers.count + 1 }, work));
  const pages = made.filter((one): one is MemoPage => 'page' in one);
  const findings = made.flatMap((one) => ('page' in one ? [] : one));
  return { pages, findings, leftOut: inputs.length - pages.length };
}

/** The page of one assessment, or the errors that prevent it. */
async function makePage(
  input: InputFile,
  release: Marking | undefined,
  reader: AssessmentReader,
  { forms, effects, workers, cache }: MemoTools,
): Promise<MemoPage | readonly Finding[]> {
  const read = await reader.read(input);
  const version = releaseOf(read, input.path, release);
  const { assessment, findings, previous } = version;
  if (!assessment || hasErrors(findings)) return findings.filter(({ severity }) => severity === 'error');
  const form = await forms.load(assessment.form);
  const options = release ? { release } : {};
  const source = await memoSource(input, version, assessment, read, form, options, effects);
  // Releases are never cached.
  const key = cache && !release ? keyOf(cache, 'page of a memo', partsOf(source)) : undefined;
  const known = cache && key !== undefined ? (getCached(cache, key) as CachedPage | undefined) : undefined;
  const page = known ?? (await pageOf(source, workers));
  if (cache && key !== undefined && !known) putCached(cache, key, page);
  const { body, brief: _, ...rest } = page;
  return {
    assessment: assessment.id,
    page: { ...rest, stylesheet: form.stylesheet },
    body: Buffer.from(body),
    version: {
      assessment,
      register: read.register,
      shown: input.shown,
      previous: previous?.assessment,
    },
  };
}

/** A page without the style that it shares with other memos of its form. */
type CachedPage = Omit<PrintablePage, 'stylesheet'>;

async function pageOf(source: MemoSource, workers: MemoWorkers): Promise<CachedPage> {
  const { page } = await workers.make(source, { level: 0, paper: 'A4', isLaidOut: true });
  if (!page) throw new Error('A memo that is laid out has a page.');
  const { stylesheet, ...own } = page;
  return own;
}

/** The text of a body. */
export function textOf(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

/** The files of memos' pages, one after the other: one each, and the style sheets they share. */
export function* memoFiles(
  pages: readonly MemoPage[],
  fontCss: string,
  writer: PageWriter,
): Generator<readonly [path: string, content: string]> {
  for (const { assessment, page, body } of pages) {
    // Memos of one form and one marking share their style.
    const style = `${fontCss}\n${screenStyle(page.stylesheet)}\n${page.css}`;
    const shared = `style/${hashOf(style).slice(0, 16)}.css`;
    yield [shared, style];
    const path = memoPage(assessment);
    const memo = h(
      'div',
      { lang: page.language, dir: page.direction },
      { type: 'raw', value: screenBody(textOf(body)) },
    );
    const html = writer.html({ path, title: page.title, content: [memo], styles: [shared], isMemo: true });
    yield [path, html];
  }
}
