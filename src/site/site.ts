import { join } from 'node:path';
import { h } from 'hastscript';
import type { Cache } from '../cache/cache.ts';
import { hashOf } from '../cache/store.ts';
import { compareAssessments } from '../derive/comparison/compare.ts';
import { drawHistory } from '../figures/history.ts';
import { drawMap } from '../figures/map/map.ts';
import type { Value } from '../ledger/columns.ts';
import type { EditionFile } from '../ledger/edition.ts';
import { openLedger } from '../ledger/ledger.ts';
import { ledgerOf } from '../ledger/released-ledger.ts';
import { MemoWorkers } from '../memo/memo-workers.ts';
import { confidenceScaleOf, likelihoodScaleOf } from '../model/conventions/conventions.ts';
import { MachineFault, UsageFault } from '../model/fault.ts';
import { compareText, type Finding } from '../model/finding.ts';
import type { Marking } from '../model/generated/types.ts';
import { linkedFontCss } from '../pdf/fonts/inline-fonts.ts';
import type { Effects, OutputFile } from '../project/effects.ts';
import { Forms } from '../project/forms.ts';
import { findInputs, type InputFile, shownPath } from '../project/inputs.ts';
import { wordsFor } from '../render/wording/figure-words.ts';
import { messagesFor } from '../render/wording/messages.ts';
import type { SpokenScales } from '../render/wording/scale-phrases.ts';
import { type SiteData, siteData } from './data.ts';
import { historyView, mapIncidents } from './drawings.ts';
import { atomFeed, dataJson, dataSchema } from './exports.ts';
import { makeMemoPages, memoFiles, textOf } from './memo-pages.ts';
import { type PageContext, PageWriter, type Part } from './page.ts';
import { comparePage } from './pages/compare.ts';
import { entityPages } from './pages/entities.ts';
import { incidentsPage, listPages } from './pages/lists.ts';
import { recordPage } from './pages/record.ts';
import { searchPage, searchRecords, searchScript } from './pages/search.ts';
import { startPage } from './pages/start.ts';
import { type SiteLanguage, SiteWords } from './words.ts';

export interface SiteOptions {
  /** Ids, files or folders; all of `assessments/` if none is named. */
  readonly named: readonly string[];
  /** Absolute path of the output folder. */
  readonly out: string;
  readonly release?: Marking;
  readonly language: SiteLanguage;
  /** Today's date (`YYYY-MM-DD`), which only decides what is overdue. */
  readonly today: string;
  readonly cache?: Cache | undefined;
  /**
   * The bundled `memo-thread.ts`: if there are many memos, they are made in workers; without it, in this
   * thread.
   */
  readonly thread?: URL;
}

export interface SiteReport {
  /** How many files the site has, and how many of them were written or removed this time. */
  readonly files: number;
  readonly written: number;
  readonly removed: number;
  readonly assessments: number;
  /** Assessments that a release leaves out completely. */
  readonly leftOut: number;
  /** Why an assessment is not in the site. */
  readonly findings: readonly Finding[];
}

/** With fewer memos, all are made before a worker has started. */
const FEW = 10;
/** Each takes some hundred megabytes. */
const MAX_WORKERS = 3;

/**
 * Most that the files of a site's assessments may have together, in bytes. The whole site is held until it is written, with
 * what it is made of: measured, twenty times as much, and Node has 4 GB by default.
 */
const MAX_BYTES = 180_000_000;

/** Names the files of a site, so that the next build removes those that it no longer has. */
const MANIFEST = 'site-files.json';

/**
 * Builds a site of plain files. Only changed files are written, and files of an earlier build that are no
 * longer part of it are removed: a release keeps nothing of a site for a wider circle. Throws UsageFault for a
 * folder with other files in it.
 */
export async function buildSite(options: SiteOptions, effects: Effects): Promise<SiteReport> {
  const { named, out, release, language, today, cache, thread } = options;
  const before = await filesBefore(out, effects);
  const inputs = await findInputs(named, effects);
  await assertNotTooMuch(inputs, effects);
  const forms = new Forms(effects);
  const workers = new MemoWorkers(
    thread,
    inputs.length < FEW ? 0 : Math.min(effects.parallelism, MAX_WORKERS),
  );
  const memos = await makeMemoPages(inputs, release, { forms, effects, workers, cache }).finally(() =>
    workers.close(),
  );
  const versions = memos.pages.map(({ version }) => version);
  const ledger = release
    ? ledgerOf(versions, memos.leftOut)
    : await openLedger(effects, { named, ...(cache && { cache }) });
  const data = withMemosOnly(
    siteData(ledger, today),
    new Set(memos.pages.map(({ assessment }) => assessment)),
  );
  const { messages } = await forms.load('policy-memo');
  const words = new SiteWords(language, messagesFor(language, messages, scalesOf(versions)));
  const context: PageContext = { data, words, release };
  // A drawing uses the scales of its assessment; the map shows no likelihood.
  const figureWordsOf = (assessment?: Value) => {
    const speaker = versions.find((version) => version.assessment.id === assessment)?.assessment;
    return wordsFor({ language, citableSources: new Map(), ...scalesIn(speaker ?? {}) }, { messages });
  };

  const files = new SiteFiles();
  const writer = new PageWriter(context);
  const map = drawing(
    drawMap({
      view: { chronology: mapIncidents(data), direction: words.direction, language },
      words: figureWordsOf(),
    }),
  );
  const pages = [
    startPage(context),
    ...listPages(context),
    incidentsPage(context, map),
    comparePage(compareAssessments(versions), context),
    recordPage(context),
    searchPage(context),
  ];
  for (const page of pages) files.setPage(page.path, writer.html(page));
  const figureOf = (thread: Parameters<typeof historyView>[0]) => {
    const view = historyView(thread);
    return view && drawing(drawHistory(view, words.direction, figureWordsOf(thread[0]?.edition.assessment)));
  };
  for (const page of entityPages(context, figureOf)) files.setPage(page.path, writer.html(page));
  for (const { body } of memos.pages) files.show(textOf(body));
  const fonts = linkedFontCss([...files.shown].join(''));
  for (const [path, content] of memoFiles(memos.pages, fonts.css('../fonts/'), writer))
    files.set(path, content);
  for (const [name, bytes] of fonts.files) files.set(`fonts/${name}`, bytes);
  files.set('site.css', `${fonts.css('fonts/')}\n${await shippedText('site.css', effects)}`);
  for (const script of ['filter.js', 'search.js']) files.set(script, await shippedText(script, effects));
  files.set('search-data.js', searchScript(searchRecords(context)));
  files.set('feed.xml', atomFeed(context));
  files.set('data.json', dataJson(ledger, context));
  files.set('data.schema.json', dataSchema());
  const names = [...files.keys()].sort(compareText);
  files.set(MANIFEST, `${JSON.stringify(names, null, 1)}\n`);

  const changed = await changedFiles(out, files, new Set([...before, MANIFEST]), effects);
  const gone = before.filter((name) => !files.has(name)).map((name) => join(out, name));
  await effects.removeFiles(gone, out);
  if (changed.length > 0) await effects.writeFiles(changed);
  return {
    files: files.size,
    written: changed.length,
    removed: gone.length,
    assessments: data.assessments.length,
    leftOut: ledger.leftOut,
    findings: release ? ledger.findings : withoutRepetition([...ledger.findings, ...memos.findings]),
  };
}

/** Rejects with a UsageFault if a site of these files would not fit into memory. */
async function assertNotTooMuch(inputs: readonly InputFile[], effects: Effects): Promise<void> {
  let bytes = 0;
  for (const { path } of inputs) bytes += (await effects.readFile(path))?.length ?? 0;
  if (bytes <= MAX_BYTES) return;
  const [size, most] = [bytes, MAX_BYTES].map((count) => Math.round(count / 1e6));
  throw new UsageFault(
    `The assessments of a site can have ${most} MB together, but these ${inputs.length} have ${size} MB. Make several sites: name the assessments of each, or their folder.`,
  );
}

/** The scales of an assessment. */
function scalesIn(assessment: Parameters<typeof likelihoodScaleOf>[0]) {
  return { scale: likelihoodScaleOf(assessment), confidenceScale: confidenceScaleOf(assessment) };
}

/** Each pair of scales used, once. */
function scalesOf(versions: readonly EditionFile[]): SpokenScales[] {
  const spoken = versions.map(({ assessment }) => scalesIn(assessment));
  return [...new Map(spoken.map((one) => [`${one.scale.id} ${one.confidenceScale.id}`, one])).values()];
}

/** Without judgments whose assessment has no memo (because of errors): they have no page either. */
function withMemosOnly(data: SiteData, memos: ReadonlySet<string>): SiteData {
  const has = (edition: SiteData['assessments'][number]) => memos.has(String(edition.assessment));
  return {
    ...data,
    assessments: data.assessments.filter(has),
    judgments: data.judgments.filter(({ edition }) => has(edition)),
  };
}

function drawing(drawn: { readonly svg: string; readonly caption: string } | undefined): Part | undefined {
  return (
    drawn && h('figure.drawing', [{ type: 'raw', value: drawn.svg }, h('figcaption', `${drawn.caption}.`)])
  );
}

/** Characters of every page. */
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

/**
 * The files of a site by their paths. They are kept as bytes, which take half the memory of text with curly quotes; the
 * characters that pages show are kept apart, for the fonts.
 */
class SiteFiles extends Map<string, Uint8Array> {
  readonly shown = new Set(ASCII);

  show(text: string): void {
    for (const run of text.match(/[^\0-~]+/g) ?? []) for (const character of run) this.shown.add(character);
  }

  override set(path: string, content: string | Uint8Array): this {
    return super.set(path, typeof content === 'string' ? Buffer.from(content) : content);
  }

  setPage(path: string, html: string): void {
    this.show(html);
    this.set(path, html);
  }
}

/** The files of the existing site; a folder with any other file is not ours to write into. */
async function filesBefore(out: string, effects: Effects): Promise<readonly string[]> {
  const entries = (await effects.listFolder(out)) ?? [];
  if (entries.length === 0) return [];
  const bytes = await effects.readFile(join(out, MANIFEST));
  const names = bytes && namesIn(new TextDecoder().decode(bytes));
  if (names) return names;
  throw new UsageFault(
    `${shownPath(out, effects.projectFolder)} has other files in it than those of a site. Name an empty folder with --out.`,
  );
}

function namesIn(text: string): readonly string[] | undefined {
  try {
    const names: unknown = JSON.parse(text);
    const isName = (name: unknown): name is string =>
      typeof name === 'string' && /^(?:[a-z]+\/)?[\w.-]+$/.test(name) && !name.includes('..');
    return Array.isArray(names) ? names.filter(isName) : undefined;
  } catch {
    return undefined;
  }
}

/** The files that differ from those of the existing site. */
async function changedFiles(
  out: string,
  files: ReadonlyMap<string, Uint8Array>,
  before: ReadonlySet<string>,
  effects: Effects,
): Promise<OutputFile[]> {
  const changed: OutputFile[] = [];
  for (const [name, content] of files) {
    const path = join(out, name);
    const there = before.has(name) ? await effects.readFile(path) : undefined;
    if (there && hashOf(there) === hashOf(content)) continue;
    changed.push({ path, content, within: [out], isRebuilt: true });
  }
  return changed;
}

async function shippedText(name: string, effects: Effects): Promise<string> {
  const bytes = await effects.readFile(join(effects.programFolder, 'dist/site', name));
  if (bytes) return new TextDecoder().decode(bytes);
  throw new MachineFault(`The program lacks its file dist/site/${name}.`, 'Install it again (npm ci).');
}

/** Findings without duplicates: ledger and memos read the same files. */
function withoutRepetition(findings: readonly Finding[]): Finding[] {
  const identity = ({ file, pointer, rule, message }: Finding) =>
    JSON.stringify([file, pointer, rule, message]);
  return [...new Map(findings.map((finding) => [identity(finding), finding])).values()];
}
