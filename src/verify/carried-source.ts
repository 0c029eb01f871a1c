import { extname, posix } from 'node:path';
import type { AssessmentHistory } from '../derive/analysis/history.ts';
import type { QuestionRecord } from '../derive/analysis/question-record.ts';
import { readDocument } from '../load/read-document.ts';
import type { Assessment } from '../model/generated/types.ts';
import type { Provenance } from '../pdf/finish/document.ts';
import type { PdfDifference } from '../pdf/reading/compare-pdfs.ts';
import type { CarriedFile, ReadPdf } from '../pdf/reading/read-pdf.ts';
import { ASSESSMENTS_FOLDER, CONFIG_FILE, isRegister } from '../project/inputs.ts';
import { historyName, pictureName, previousName, recordName } from '../project/provenance.ts';
import { ruleCatalogue } from '../project/rule-catalogue.ts';
import { isOfRedline } from '../review/redline/redline-origin.ts';
import { readHistory, readRecord } from './carried-history.ts';

/** A difference between a PDF and what its assessment gives, or why that cannot be determined. */
export interface Difference {
  readonly kind:
    | PdfDifference['kind']
    | 'unreadable' // no PDF that can be read
    | 'no-source' // no assessment in it
    | 'redline' // two editions in it, compared
    | 'source' // the assessment in it is not the one that it was made from, or cannot be built
    | 'program'
    | 'form'
    | 'browser'
    | 'bytes';
  readonly page?: number;
  /** For a person. */
  readonly message: string;
}

/** Allowed names of source files. */
const SOURCE_NAME = /^(?!\.)[^\p{Cc}/\\:]{1,200}\.(?:json|ya?ml)$/u;

/** Most assessments believed to be left out: a stranger's document may say anything. */
const MAX_LEFT_OUT = 1000;

/** The embedded files from which a PDF can be rebuilt. */
export interface Source {
  /** Paths of the assessments in the folder, in the order of the attachments. */
  readonly named: readonly string[];
  readonly assessments: readonly CarriedFile[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Previous editions shown in the memos, by `revision:path`; otherwise only git has them. */
  readonly revisions: ReadonlyMap<string, Uint8Array>;
  /** Histories of judgments shown in the memos, by id. */
  readonly histories: ReadonlyMap<string, AssessmentHistory>;
  readonly records: ReadonlyMap<string, QuestionRecord>;
}

/** The embedded files arranged as a folder to build; or why it cannot be built. */
export function sourceOf({ attachments }: ReadPdf, made: Provenance | undefined): Source | Difference {
  if (isOfRedline(attachments.map(({ name }) => name))) {
    const message =
      'It is a redline, which is not made again: take both editions that it carries out of it, and compare them (`threat-memo diff`).';
    return { kind: 'redline', message };
  }
  const ours = attachments.filter(({ name }) => SOURCE_NAME.test(name));
  const isOwn = ({ name }: CarriedFile) =>
    name !== CONFIG_FILE && !isRegister(name) && !/^register-\d+\.json$/.test(name);
  const registers = ours.filter((file) => !isOwn(file) && file.name !== CONFIG_FILE);
  const { assessments, previous, histories, media, records } = sorted(ours.filter(isOwn));
  if (assessments.length === 0) {
    return { kind: 'no-source', message: 'It carries no assessment, so it cannot be built again.' };
  }
  const folders = foldersOf(assessments, registers, made?.sourceRegisters ?? []);
  if (!folders) return { kind: 'source', message: UNKNOWN_REGISTERS };
  const folderOf = (file: CarriedFile) => folders.assessments.get(file) ?? ASSESSMENTS_FOLDER;
  const files = new Map<string, Uint8Array>([
    ...assessments.map((file) => [`${folderOf(file)}/${file.name}`, file.bytes] as const),
    ...folders.registers,
  ]);
  const revisions = new Map<string, Uint8Array>();
  for (const { reference, bytes, of } of previous) {
    const path = posix.join(folderOf(of), reference);
    if (/^[^\s:-][^\s:]*:[^:]+$/.test(reference)) revisions.set(reference, bytes);
    else if (mayBePrevious(path) && !files.has(path)) files.set(path, bytes);
  }
  for (const { id, picture, path } of media) {
    const carried = attachments.find(
      ({ name }) => /^(.*)\.(?:png|jpg)$/.exec(name)?.[1] === pictureName(id, picture),
    );
    if (carried && mayBePicture(path) && !files.has(path)) files.set(path, carried.bytes);
  }
  const named = assessments.map((file) => `${folderOf(file)}/${file.name}`);
  // The document says how many assessments were left out: unreadable files take their places.
  for (let left = Math.min(made?.leftOut ?? 0, MAX_LEFT_OUT); left > 0; left -= 1) {
    const path = `${ASSESSMENTS_FOLDER}/left-out-${left}/left-out.json`;
    files.set(path, Buffer.from('{'));
    named.push(path);
  }
  const carried = ours.find(({ name }) => name === CONFIG_FILE);
  const config = { ...conventionsIn(carried), rules: LENIENT };
  files.set(CONFIG_FILE, Buffer.from(JSON.stringify(config)));
  return { named, assessments, files, revisions, histories, records };
}

const UNKNOWN_REGISTERS =
  'It was made with several registers, and does not say which assessment used which: an earlier version of the program made it. Build the document again from its assessments.';

/**
 * The paths of the assessments, and the registers by path: each register is in a folder with the assessments
 * that use it.
 */
interface Folders {
  readonly assessments: ReadonlyMap<CarriedFile, string>;
  readonly registers: readonly (readonly [path: string, bytes: Uint8Array])[];
}

/** `used` names the register of each assessment (empty for none); it is empty if all use the same. */
function foldersOf(
  assessments: readonly CarriedFile[],
  registers: readonly CarriedFile[],
  used: readonly string[],
): Folders | undefined {
  const inOne = used.length === 0 && registers.length <= 1;
  const names = inOne ? assessments.map(() => registers[0]?.name ?? '') : used;
  const known = names.every((name) => name === '' || registers.some((file) => file.name === name));
  if (names.length !== assessments.length || !known) return undefined;
  const folders = [...new Set(names)].map((name, index) => ({
    name,
    folder: index === 0 ? ASSESSMENTS_FOLDER : `${ASSESSMENTS_FOLDER}-${index + 1}`,
  }));
  const folderOf = (register: string) => folders.find(({ name }) => name === register)?.folder;
  return {
    assessments: new Map(
      assessments.map((file, index) => [file, folderOf(names[index] ?? '') ?? ASSESSMENTS_FOLDER]),
    ),
    registers: registers.flatMap(({ name, bytes }) => {
      const folder = folderOf(name);
      return folder === undefined
        ? []
        : [[`${folder}/${isRegister(name) ? name : 'register.json'}`, bytes] as const];
    }),
  };
}

/**
 * Whether a path is allowed for a previous edition: not where a build looks for anything else, such as a
 * template.
 */
function mayBePrevious(path: string): boolean {
  const isOurs = SOURCE_NAME.test(posix.basename(path)) && !isRegister(path) && path !== CONFIG_FILE;
  return isOurs && !path.startsWith('../') && !path.startsWith('templates/');
}

/** Whether a path is allowed for a picture: only where a build looks for pictures. */
function mayBePicture(path: string): boolean {
  const parts = path.split('/');
  const isPlain = parts.every(
    (part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\p{Cc}]/u.test(part),
  );
  return isPlain && !path.startsWith('templates/') && !/\.(?:json|ya?ml)$/i.test(path);
}

interface PreviousFile {
  readonly reference: string;
  readonly bytes: Uint8Array;
  readonly of: CarriedFile;
}

interface Sorted {
  readonly assessments: readonly CarriedFile[];
  /** Previous editions, by the name their assessments use for them. */
  readonly previous: readonly PreviousFile[];
  readonly histories: ReadonlyMap<string, AssessmentHistory>;
  /** Pictures named in the assessments, with both ids. */
  readonly media: readonly { readonly id: string; readonly picture: string; readonly path: string }[];
  readonly records: ReadonlyMap<string, QuestionRecord>;
}

/** Separates assessments from the files embedded for them, which are named after their ids. */
function sorted(carried: readonly CarriedFile[]): Sorted {
  const previous: PreviousFile[] = [];
  const histories = new Map<string, AssessmentHistory>();
  const media: { id: string; picture: string; path: string }[] = [];
  const records = new Map<string, QuestionRecord>();
  const others = new Set<CarriedFile>();
  const take = (name: (file: CarriedFile) => string) => {
    const file = carried.find((other) => other.name === name(other));
    if (file) others.add(file);
    return file;
  };
  for (const file of carried) {
    const data: unknown = readDocument(file.name, file.bytes).document?.data;
    const {
      id,
      edition,
      media: named,
    } = (typeof data === 'object' && data !== null ? data : {}) as Partial<Assessment>;
    if (typeof id !== 'string') continue;
    for (const { id: picture, file: path } of Array.isArray(named) ? named : []) {
      if (typeof picture === 'string' && typeof path === 'string') media.push({ id, picture, path });
    }
    const reference: unknown = edition?.supersedes;
    const before =
      typeof reference === 'string' ? take((other) => previousName(id) + extname(other.name)) : undefined;
    if (typeof reference === 'string' && before) previous.push({ reference, bytes: before.bytes, of: file });
    const history = readHistory(take(() => historyName(id))?.bytes.toString('utf8') ?? '');
    if (history) histories.set(id, history);
    const record = readRecord(take(() => recordName(id))?.bytes.toString('utf8') ?? '');
    if (record) records.set(id, record);
  }
  return { assessments: carried.filter((file) => !others.has(file)), previous, histories, media, records };
}

/**
 * The markings and terms in an embedded configuration: it may come from anybody, and is validated when read.
 */
function conventionsIn(carried: CarriedFile | undefined): Readonly<Record<string, unknown>> {
  const data = carried && readDocument(carried.name, carried.bytes).document?.data;
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(Object.entries(data).filter(([key]) => SAYS_WHAT_TERMS_MEAN.has(key)));
}

const SAYS_WHAT_TERMS_MEAN: ReadonlySet<string> = new Set([
  'marking',
  'markingSchemes',
  'scales',
  'likelihoodScales',
  'confidenceScales',
  'vocabularies',
  'fields',
]);

/** Rules that a team may switch off: they may have been off when the PDF was made. */
const LENIENT = Object.fromEntries(
  ruleCatalogue.filter(({ kind, fixed }) => kind === 'check' && !fixed).map(({ id }) => [id, 'off']),
);
