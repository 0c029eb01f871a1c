import { basename, dirname, extname } from 'node:path';
import { type Conventions, shippedConventions } from '../model/conventions/conventions.ts';
import type { CheckContext } from '../project/check-source.ts';
import { CONFIG_FILES, isAssessmentFile, isRegister, REVIEWS_FOLDER } from '../project/inputs.ts';
import type { OwnFields } from '../validate/own/read-own-fields.ts';
import { type ReadText, readText } from './reading.ts';

/** What may be written in a project: its scales and marking scheme, its own fields, the names of its forms. */
export interface Surroundings extends Pick<CheckContext, 'conventions' | 'forms'> {
  readonly fields?: OwnFields | undefined;
  /** Tags of the languages that have phrases. */
  readonly languages?: readonly string[];
}

/** A file being edited, in its present state: in an editor, on a page, or on disk. */
export interface WrittenFile {
  /** Absolute. */
  readonly path: string;
  readonly kind: 'assessment' | 'register';
  readonly text: string;
  /** Absent if the text cannot be read as data. */
  readonly read: ReadText | undefined;
  /** The marking scheme and the scales of its project. */
  readonly conventions: Conventions;
  /** Fields of the project's own. */
  readonly fields: OwnFields | undefined;
  readonly forms: readonly string[];
  /** Tags of the languages that have phrases. */
  readonly languages: readonly string[];
}

/** The kind of a file, by its name; `undefined` if it is not one of ours. */
export function kindOfFile(path: string): 'assessment' | 'register' | 'config' | undefined {
  const name = basename(path);
  if (basename(dirname(path)) === REVIEWS_FOLDER) return undefined;
  if (CONFIG_FILES.includes(name)) return 'config';
  if (isRegister(name)) return 'register';
  return isAssessmentFile(name) ? 'assessment' : undefined;
}

export function isJsonFile(path: string): boolean {
  return extname(path).toLowerCase() === '.json';
}

/** A text as a file; `undefined` if it is neither an assessment nor a register. */
export function writtenFile(path: string, text: string, around: Surroundings = {}): WrittenFile | undefined {
  const kind = kindOfFile(path);
  if (kind === undefined || kind === 'config') return undefined;
  const { conventions = shippedConventions, fields, forms = [], languages = [] } = around;
  return { path, kind, text, read: readText(path, text), conventions, fields, forms, languages };
}
