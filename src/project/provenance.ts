import { createHash } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import type { AssessmentHistory } from '../derive/analysis/history.ts';
import type { QuestionRecord } from '../derive/analysis/question-record.ts';
import { registerExcerpt } from '../derive/entities/register-excerpt.ts';
import type { Assessment, Register } from '../model/generated/types.ts';
import type { Picture } from '../model/page.ts';
import type { Attachment, PdfMetadata } from '../pdf/finish/document.ts';
import { configAttachment } from './config/excerpt.ts';
import type { WordFormSettings } from './config/word-settings.ts';
import type { Effects } from './effects.ts';
import type { LoadedForm } from './forms.ts';

/** A file that a memo is made from, as read. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The edition an assessment replaces, as far as its memo may show it. */
export interface PreviousEdition {
  readonly assessment: Assessment;
  /** Embedded in the memo, so that it can be made again. */
  readonly file: SourceFile;
}

/** Everything a memo is made from, and its form. Plain data: it can be sent to a worker. */
export interface MemoSource {
  /** The whole assessment, or a release. */
  readonly assessment: Assessment;
  readonly register: Register;
  readonly form: LoadedForm;
  /** The previous edition, if the memo is to show what changed since. */
  readonly previous?: Pick<PreviousEdition, 'assessment'> | undefined;
  /** How its judgments moved over time, if the memo shows that. */
  readonly history?: AssessmentHistory | undefined;
  /** The pictures it shows, by id. A missing one is printed as its description. */
  readonly pictures?: ReadonlyMap<string, Picture> | undefined;
  /** How earlier judgments on its question turned out, if the memo shows that. */
  readonly record?: QuestionRecord | undefined;
  /** Settings for the Word document, if one is made. */
  readonly looks?: WordFormSettings | undefined;
}

/** The same with the files, for a memo with provenance. */
export interface FiledSource extends MemoSource {
  /** The assessment's file as read, or the release as a file. */
  readonly file: SourceFile;
  readonly previous?: PreviousEdition | undefined;
}

/** Attachments and provenance of a PDF. */
export type Origin = Required<Pick<PdfMetadata, 'attachments' | 'provenance'>>;

/** Identifies what a returned Word document is compared with. */
export interface WordOrigin {
  /** SHA-256 of the assessment's file, or of its release, in hexadecimal. */
  readonly edition: string;
  /** TLP label of the release. */
  readonly release?: string;
}

/** The provenance of a memo. */
export async function originOf(
  { file, assessment, register, form, previous, history, pictures, record }: FiledSource,
  effects: Effects,
): Promise<Origin> {
  return {
    attachments: [
      ...attachmentsOf(file, assessment, register),
      ...configAttachment([{ assessment, register: registerExcerpt(assessment, register) }]),
      ...(previous ? [previousAttachment(assessment, previous)] : []),
      ...(history ? [historyAttachment(history)] : []),
      ...pictureAttachments(assessment, pictures),
      ...(record ? [recordAttachment(record)] : []),
    ],
    provenance: {
      program: await programVersion(effects),
      form: form.name,
      formHash: formHash(form),
      sourceHashes: [sha256(file.bytes)],
      ...(assessment.edition && { edition: String(assessment.edition.number) }),
      informationCutOff: assessment.asOf,
    },
  };
}

/** The provenance of a document of several memos; `leftOut` is how many files could not be included. */
export async function packOriginOf(
  parts: readonly FiledSource[],
  leftOut: number,
  form: LoadedForm,
  effects: Effects,
): Promise<Origin> {
  const excerpts = packRegisters(parts);
  const attachments = packAttachments(parts, excerpts);
  const nameOf = (excerpt: Uint8Array | undefined) =>
    attachments.find(({ bytes }) => bytes === excerpt)?.name ?? '';
  return {
    attachments,
    provenance: {
      program: await programVersion(effects),
      form: form.name,
      formHash: formHash(form),
      sourceHashes: parts.map(({ file }) => sha256(file.bytes)),
      ...(excerpts.size > 1 && {
        sourceRegisters: parts.map(({ register }) => nameOf(excerpts.get(register))),
      }),
      ...(leftOut > 0 && { leftOut }),
    },
  };
}

/** Version of the installed program, from its package; empty if unreadable. */
export async function programVersion(effects: Effects): Promise<string> {
  const bytes = await effects.readFile(join(effects.programFolder, 'package.json'));
  return /"version":\s*"([^"]*)"/.exec(new TextDecoder().decode(bytes))?.[1] ?? '';
}

const hashes = new WeakMap<LoadedForm, string>();

/**
 * SHA-256 of everything a form prints with: its templates, phrases, and style. Without the configuration's
 * words for own terms and fields: those used are embedded in the document, which is made again from them.
 */
export function formHash(form: LoadedForm): string {
  const known = hashes.get(form);
  if (known !== undefined) return known;
  const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const { templates, messages, ownPhrases, stylesheet, fit, brand } = form;
  const own = new Set(ownPhrases);
  const phrases = new Map(
    [...messages].map(([language, texts]) => [
      language,
      own.size === 0 ? texts : Object.fromEntries(Object.entries(texts).filter(([key]) => !own.has(key))),
    ]),
  );
  const hash = sha256(
    JSON.stringify([sorted(templates), sorted(phrases), stylesheet, fit, ...(brand ? [brand] : [])]),
  );
  hashes.set(form, hash);
  return hash;
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * The embedded source of a PDF: the assessment byte for byte, and the part of the register that it uses. With
 * it, the memo can be made again.
 */
export function attachmentsOf(file: SourceFile, assessment: Assessment, register: Register): Attachment[] {
  const description = 'The assessment that this memo was made from';
  return [
    sourceAttachment(file, description),
    ...registerAttachments(
      [registerExcerpt(assessment, register)],
      'The part of the register that the assessment uses',
    ),
  ];
}

/** For each register, the part that the memos of a document use, as JSON; `undefined` if none uses it. */
function packRegisters(parts: readonly FiledSource[]): Map<Register, Uint8Array | undefined> {
  const registers = [...new Set(parts.map(({ register }) => register))];
  return new Map(
    registers.map((register) => {
      const used = parts
        .filter((part) => part.register === register)
        .map(({ assessment }) => registerExcerpt(assessment, register));
      const [attachment] = registerAttachments([union(register, used)], '');
      return [register, attachment?.bytes];
    }),
  );
}

/**
 * The same for a document of several memos: each assessment, and the parts of their registers that they use.
 */
function packAttachments(
  parts: readonly FiledSource[],
  excerpts: ReadonlyMap<Register, Uint8Array | undefined>,
): Attachment[] {
  return withNames([
    ...parts.map(({ file }) => sourceAttachment(file, 'An assessment that this document was made from')),
    ...[...excerpts.values()].flatMap((bytes) =>
      bytes ? registerAttachment(bytes, 'The part of the register that the assessments use') : [],
    ),
    ...configAttachment(
      parts.map(({ assessment, register }) => ({
        assessment,
        register: registerExcerpt(assessment, register),
      })),
    ),
    ...parts.flatMap(({ assessment, previous }) =>
      previous ? [previousAttachment(assessment, previous)] : [],
    ),
    ...parts.flatMap(({ history }) => (history ? [historyAttachment(history)] : [])),
    ...parts.flatMap(({ assessment, pictures }) => pictureAttachments(assessment, pictures)),
    ...parts.flatMap(({ record }) => (record ? [recordAttachment(record)] : [])),
  ]);
}

/** A file that a document was made from, byte for byte, as an attachment. */
export function sourceAttachment({ path, bytes }: SourceFile, description: string): Attachment {
  const mediaType = extname(path) === '.json' ? 'application/json' : 'application/yaml';
  return { name: basename(path), mediaType, bytes, description, relationship: 'Source' };
}

/** Name of the attachment with the previous edition; without file extension. */
export function previousName(id: string): string {
  return `former-edition-of-${id}`;
}

/** Name of the attachment with the history. */
export function historyName(id: string): string {
  return `history-of-${id}.json`;
}

/** Name of the attachment with a picture, without file extension. */
export function pictureName(assessment: string, picture: string): string {
  return `picture-${picture}-of-${assessment}`;
}

/** The file extension of a picture. */
export function pictureEnding({ mediaType }: Pick<Picture, 'mediaType'>): string {
  return mediaType === 'image/png' ? '.png' : '.jpg';
}

/** The pictures of a memo, re-encoded; their original files are not embedded. */
function pictureAttachments(
  { id, media = [] }: Assessment,
  pictures: ReadonlyMap<string, Picture> = new Map(),
): Attachment[] {
  return media.flatMap((medium) => {
    const picture = pictures.get(medium.id);
    if (!picture) return [];
    const { mediaType, bytes } = picture;
    return {
      name: pictureName(id, medium.id) + pictureEnding(picture),
      mediaType,
      bytes,
      description: 'A picture that the memo shows, written anew',
      relationship: 'Supplement',
    };
  });
}

function historyAttachment(history: AssessmentHistory): Attachment {
  const description = 'How the judgments moved over time, as the memo shows it';
  return dataAttachment(historyName(history.id), history, description);
}

/** Name of the attachment with the track record. */
export function recordName(id: string): string {
  return `record-of-${id}.json`;
}

function recordAttachment(record: QuestionRecord): Attachment {
  const description = 'How earlier judgments on the question turned out, as the memo shows it';
  return dataAttachment(recordName(record.id), record, description);
}

/** An attachment with data computed from more than the assessment, so that `verify` can make the memo again. */
function dataAttachment(name: string, data: object, description: string): Attachment {
  const bytes = Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
  return { name, mediaType: 'application/json', bytes, description, relationship: 'Data' };
}

function previousAttachment({ id }: Assessment, { file }: PreviousEdition): Attachment {
  const attachment = sourceAttachment(file, 'The edition before, which the memo compares itself with');
  return { ...attachment, name: previousName(id) + extname(file.path), relationship: 'Supplement' };
}

/** Parts of registers, each as an attachment; empty ones are left out. */
export function registerAttachments(excerpts: readonly Register[], description: string): Attachment[] {
  return excerpts
    .filter((excerpt) => Object.keys(excerpt).length > 0)
    .map((excerpt) => registerAttachment(Buffer.from(`${JSON.stringify(excerpt, null, 2)}\n`), description));
}

function registerAttachment(bytes: Uint8Array, description: string): Attachment {
  return { name: 'register.json', mediaType: 'application/json', bytes, description, relationship: 'Source' };
}

/** The register's entries that occur in any of the excerpts, in the order of the register. */
function union(register: Register, excerpts: readonly Register[]): Register {
  const used = (key: 'actors' | 'incidents' | 'places' | 'sources') => {
    const ids = new Set(excerpts.flatMap((excerpt) => (excerpt[key] ?? []).map(({ id }) => id)));
    const entries = (register[key] ?? []).filter(({ id }) => ids.has(id));
    return entries.length > 0 ? { [key]: entries } : {};
  };
  return { ...used('actors'), ...used('incidents'), ...used('places'), ...used('sources') };
}

/** Numbers attachments with the same name: `register.json`, `register-2.json`. */
function withNames(attachments: readonly Attachment[]): Attachment[] {
  return attachments.map((attachment, index) => {
    const before = attachments.slice(0, index).filter(({ name }) => name === attachment.name).length;
    const ending = extname(attachment.name);
    const stem = basename(attachment.name, ending);
    return before === 0 ? attachment : { ...attachment, name: `${stem}-${before + 1}${ending}` };
  });
}
