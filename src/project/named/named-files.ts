import { join } from 'node:path';
import { MachineFault } from '../../model/fault.ts';
import type { Remark } from '../../model/finding.ts';
import type { Assessment } from '../../model/generated/types.ts';
import type { Picture } from '../../model/page.ts';
import { toPointer } from '../../model/pointer.ts';
import { isRefused, type PictureRefusal, refused } from '../../pictures/limits.ts';
import { asWritten, reEncode } from '../../pictures/re-encode.ts';
import type { Effects } from '../effects.ts';
import type { InputFile } from '../inputs.ts';
import { sha256 } from '../provenance.ts';
import { type FetchedPrevious, type PreviousFile, previousFile } from './previous-file.ts';

/** Fetches the files that an assessment names, or says why that is not possible. */
export interface NamedFiles {
  /** The file that `edition.supersedes` names. */
  previous(reference: string): Promise<PreviousFile | string>;
  /** Why a picture cannot be shown; `undefined` if it can. */
  picture(file: string): Promise<PictureRefusal | undefined>;
}

/** The files an assessment names, and what was found. */
export interface Fetched {
  readonly previous?: FetchedPrevious | undefined;
  /** By path from the project's root, with the result. */
  readonly pictures: ReadonlyMap<string, FetchedPicture>;
}

export interface FetchedPicture {
  /** SHA-256 of the file; absent if there is no readable file. */
  readonly hash?: string;
  readonly made: Picture | PictureRefusal;
}

/** The files that one assessment names, read from disk, with a record of everything requested. */
export function filesOf(input: InputFile, effects: Effects): NamedFiles & { readonly fetched: Fetched } {
  const pictures = new Map<string, FetchedPicture>();
  let previous: FetchedPrevious | undefined;
  return {
    async previous(reference) {
      const found = await previousFile(reference, input, effects);
      previous = { reference, found };
      return found;
    },
    async picture(file) {
      const found = pictures.get(file) ?? (await readPicture(file, effects));
      pictures.set(file, found);
      return isRefused(found.made) ? found.made : undefined;
    },
    get fetched() {
      return { previous, pictures };
    },
  };
}

/** The path of a picture that an assessment names. */
export function pathOfPicture(file: string, { projectFolder }: Pick<Effects, 'projectFolder'>): string {
  return join(projectFolder, file);
}

async function readPicture(file: string, effects: Effects): Promise<FetchedPicture> {
  const path = pathOfPicture(file, effects);
  let bytes: Uint8Array | undefined;
  try {
    bytes = await effects.readFile(path);
  } catch (error) {
    if (!(error instanceof MachineFault)) throw error;
    return {
      made: refused(
        error.message.replaceAll(path, () => `\`${file}\``),
        error.help,
      ),
    };
  }
  if (!bytes) {
    return {
      made: refused(
        `There is no file \`${file}\` in the project.`,
        'A picture is named by its path from the root of the project: `pictures/cabinet.jpg`.',
      ),
    };
  }
  const hash = sha256(bytes);
  return { hash, made: await pictureOf(bytes, hash, effects.carriesPictures === true) };
}

/**
 * Cache of decoded pictures, the least recent first: a memo is rebuilt far more often than its pictures change.
 */
const known = new Map<string, Promise<Picture | PictureRefusal>>();
const MAX_KNOWN = 48;
/** One picture is decoded at a time: the largest takes half a gigabyte. */
let turn: Promise<unknown> = Promise.resolve();

function pictureOf(bytes: Uint8Array, hash: string, isWritten: boolean): Promise<Picture | PictureRefusal> {
  const key = `${hash} ${isWritten}`;
  const made = known.get(key) ?? inTurn(() => (isWritten ? asWritten(bytes) : reEncode(bytes)));
  known.delete(key);
  known.set(key, made);
  const [oldest] = known.keys();
  if (known.size > MAX_KNOWN && oldest !== undefined) known.delete(oldest);
  return made;
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.catch(() => undefined); // reported to whoever requested it
  return done;
}

/** What is wrong with the pictures an assessment names. */
export async function pictureRemarks(
  { media = [] }: Pick<Assessment, 'media'>,
  files: NamedFiles,
): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (const [index, { file }] of media.entries()) {
    const refusal = await files.picture(file);
    if (!refusal) continue;
    remarks.push({
      rule: 'unusable-picture',
      severity: 'error',
      pointer: toPointer(['media', index, 'file']),
      message: `The picture cannot be shown. ${refusal.message}`,
      help: refusal.help,
    });
  }
  return remarks;
}

/** The pictures an assessment names, from disk, whatever revision the assessment is from. */
export async function picturesOnDisk(
  assessment: Pick<Assessment, 'media'>,
  effects: Effects,
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, FetchedPicture>();
  for (const { file } of assessment.media ?? []) pictures.set(file, await readPicture(file, effects));
  return picturesOf(assessment, { pictures });
}

/** The pictures of an assessment, or of a release, by id. */
export function picturesOf(
  { media = [] }: Pick<Assessment, 'media'>,
  { pictures }: Fetched,
): ReadonlyMap<string, Picture> {
  return new Map(
    media.flatMap(({ id, file }) => {
      const made = pictures.get(file)?.made;
      return made && !isRefused(made) ? [[id, made] as const] : [];
    }),
  );
}
