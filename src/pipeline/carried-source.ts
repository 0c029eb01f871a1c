import { basename, extname, join, posix } from 'node:path';
import type { AssessmentHistory } from '../derive/history.ts';
import { readDocument } from '../load/read-document.ts';
import { hasErrors } from '../model/finding.ts';
import type { Assessment } from '../model/generated/types.ts';
import { type Paper, papers } from '../model/page.ts';
import type { Provenance } from '../pdf/document.ts';
import type { PdfDifference } from '../pdf/reading/compare-pdfs.ts';
import type { CarriedFile, ReadPdf } from '../pdf/reading/read-pdf.ts';
import { build } from './build.ts';
import type { CarriedEffects } from './carried-effects.ts';
import { readHistory } from './carried-history.ts';
import { Forms } from './forms.ts';
import { ASSESSMENTS_FOLDER, CONFIG_FILE, isRegister } from './inputs.ts';
import { formerName, historyName } from './provenance.ts';
import { ruleCatalogue } from './rule-catalogue.ts';

/** In what a PDF is not what the assessment it carries gives, or why that cannot be told. */
export interface Difference {
  readonly kind:
    | PdfDifference['kind']
    | 'unreadable' // no PDF that can be read
    | 'no-source' // no assessment in it
    | 'source' // the assessment in it is not the one that it was made from, or cannot be built
    | 'program'
    | 'form'
    | 'browser'
    | 'bytes';
  readonly page?: number;
  /** For a person. */
  readonly message: string;
}

/** Width and height of upright pages, in points as Chrome prints them. */
const SIZES: Readonly<Record<Paper, readonly [number, number]>> = {
  A4: [594.96, 841.92],
  Letter: [612, 792],
};

/** A name that a file of ours can have. */
const SOURCE_NAME = /^(?!\.)[^\p{Cc}/\\:]{1,200}\.(?:json|ya?ml)$/u;

/** What a PDF carries to build it again from. */
export interface Source {
  /** Paths in the folder that is built, in the order of the attachments. */
  readonly named: readonly string[];
  readonly assessments: readonly CarriedFile[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Editions before that the memos speak of, by `revision:path`, which else only git has. */
  readonly revisions: ReadonlyMap<string, Uint8Array>;
  /** What the memos show of how their judgments moved, by id. */
  readonly histories: ReadonlyMap<string, AssessmentHistory>;
}

/** The files that a PDF carries, laid out as a folder to build; or why it cannot be built. */
export function sourceOf({ attachments }: ReadPdf, made: Provenance | undefined): Source | Difference {
  const ours = attachments.filter(({ name }) => SOURCE_NAME.test(name));
  const isOwn = ({ name }: CarriedFile) => !isRegister(name) && !/^register-\d+\.json$/.test(name);
  const registers = ours.filter((file) => !isOwn(file));
  const { assessments, former, histories } = sorted(ours.filter(isOwn));
  if (assessments.length === 0) {
    return { kind: 'no-source', message: 'It carries no assessment, so it cannot be built again.' };
  }
  if (registers.length > 1) {
    const message = 'It was made with several registers; which assessment used which is not in it.';
    return { kind: 'source', message };
  }
  const files = new Map<string, Uint8Array>(
    [...assessments, ...registers].map(({ name, bytes }) => [`${ASSESSMENTS_FOLDER}/${name}`, bytes]),
  );
  const revisions = new Map<string, Uint8Array>();
  for (const [reference, bytes] of former) {
    const path = posix.join(ASSESSMENTS_FOLDER, reference);
    if (/^[^\s:-][^\s:]*:[^:]+$/.test(reference)) revisions.set(reference, bytes);
    else if (mayBeFormer(path) && !files.has(path)) files.set(path, bytes);
  }
  const named = assessments.map(({ name }) => `${ASSESSMENTS_FOLDER}/${name}`);
  // What was left out of the document is named in it: a file that cannot be read takes its place.
  const leftOut = (made?.leftOut ?? []).filter(
    (path) => SOURCE_NAME.test(basename(path)) && !files.has(path),
  );
  for (const path of leftOut.filter((one) => one === `${ASSESSMENTS_FOLDER}/${basename(one)}`)) {
    files.set(path, Buffer.from('{'));
    named.push(path);
  }
  files.set(CONFIG_FILE, Buffer.from(JSON.stringify({ rules: LENIENT })));
  return { named, assessments, files, revisions, histories };
}

/** Where an edition before may lie: nowhere that a build looks for anything else, such as a template. */
function mayBeFormer(path: string): boolean {
  const isOurs = SOURCE_NAME.test(posix.basename(path)) && !isRegister(path) && path !== CONFIG_FILE;
  return isOurs && !path.startsWith('../') && !path.startsWith('templates/');
}

interface Sorted {
  readonly assessments: readonly CarriedFile[];
  /** Editions before, by what the assessments that they belong to call them. */
  readonly former: ReadonlyMap<string, Uint8Array>;
  readonly histories: ReadonlyMap<string, AssessmentHistory>;
}

/** Tells assessments from what a PDF carries for them, which is named after their ids. */
function sorted(carried: readonly CarriedFile[]): Sorted {
  const former = new Map<string, Uint8Array>();
  const histories = new Map<string, AssessmentHistory>();
  const others = new Set<CarriedFile>();
  const take = (name: (file: CarriedFile) => string) => {
    const file = carried.find((other) => other.name === name(other));
    if (file) others.add(file);
    return file;
  };
  for (const { name, bytes } of carried) {
    const data: unknown = readDocument(name, bytes).document?.data;
    const { id, edition } = (typeof data === 'object' && data !== null ? data : {}) as Partial<Assessment>;
    if (typeof id !== 'string') continue;
    const reference: unknown = edition?.supersedes;
    const before =
      typeof reference === 'string' ? take((other) => formerName(id) + extname(other.name)) : undefined;
    if (typeof reference === 'string' && before) former.set(reference, before.bytes);
    const history = readHistory(take(() => historyName(id))?.bytes.toString('utf8') ?? '');
    if (history) histories.set(id, history);
  }
  return { assessments: carried.filter((file) => !others.has(file)), former, histories };
}

/** What a team may switch, it may have switched when the PDF was made. */
const LENIENT = Object.fromEntries(
  ruleCatalogue.filter(({ kind, fixed }) => kind === 'check' && !fixed).map(({ id }) => [id, 'off']),
);

function paperOf({ pages: [first] }: ReadPdf): Paper | undefined {
  return papers.find((paper) =>
    SIZES[paper].every((points, index) => Math.abs((first?.size[index] ?? 0) - points) < 2),
  );
}

export type Rebuilt = { readonly notices: readonly string[] } & (
  | { readonly pdf: Uint8Array }
  | { readonly pdf?: undefined; readonly why: Difference }
);

/** Builds what a PDF carries, in the form and on the paper that it has; or says why that cannot be done. */
export async function rebuild(
  { named, histories }: Source,
  given: ReadPdf,
  made: Provenance | undefined,
  world: CarriedEffects,
): Promise<Rebuilt> {
  const without = (kind: Difference['kind'], message: string): Rebuilt => ({
    notices: [],
    why: { kind, message },
  });
  const paper = paperOf(given);
  if (paper === undefined) return without('drawing', `Its first page is neither of ${papers.join(', ')}.`);
  const forms = new Forms(world);
  const names = [...(await forms.names()), ...(await forms.namesOfPacks())];
  if (made && !names.includes(made.form)) {
    return without(
      'form',
      `It was made in the form ${printable(made.form)}, which this program does not have.`,
    );
  }
  const { results, notices } = await build(
    {
      named,
      out: join(world.workingFolder, 'out'),
      formats: ['pdf'],
      paper,
      ...(made && { form: made.form }),
      jobs: 1,
      compareOnly: false,
      ...(histories.size > 0 && { history: histories }),
    },
    world,
  );
  for (const { fault } of results) if (fault) throw fault;
  const pdfs = [...world.written].filter(([path]) => path.endsWith('.pdf')).map(([, bytes]) => bytes);
  if (pdfs.length === 1 && pdfs[0]) return { notices, pdf: pdfs[0] };
  const mistake = results.flatMap(({ findings }) => findings).find((finding) => hasErrors([finding]));
  if (mistake) {
    const message = `The assessment that it carries cannot be built: line ${mistake.line}: ${mistake.message}`;
    return { notices, why: { kind: 'source', message } };
  }
  const message = 'It carries several assessments, but is not one document of several memos.';
  return { notices, why: { kind: 'source', message } };
}

/** A stranger's text must not drive the terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd').slice(0, 60);
}
