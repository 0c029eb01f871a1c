import type { Assessment } from '../model/generated/types.ts';
import { blocksOf } from '../prose/reading/blocks.ts';
import {
  type ProseSentence,
  readProse,
  type SkimmedSentence,
  skimProse,
} from '../prose/reading/read-prose.ts';
import { type ProseField, proseFieldsOf } from './prose-fields.ts';

/** A paragraph of a field. Its sentences are found when a rule asks for them, once for all rules. */
export class Paragraph {
  readonly field: ProseField;
  readonly text: string;
  /** Where it begins in the text of its field. */
  readonly offset: number;
  readonly #language: string | undefined;
  #skimmed: readonly SkimmedSentence[] | undefined;
  #read: readonly ProseSentence[] | undefined;

  constructor(field: ProseField, text: string, offset: number, language: string | undefined) {
    this.field = field;
    this.text = text;
    this.offset = offset;
    this.#language = language;
  }

  /** Its sentences without parsing. */
  get skimmed(): readonly SkimmedSentence[] {
    this.#skimmed ??= skimProse(this.text, this.#language);
    return this.#skimmed;
  }

  /** The same sentences with their words; costs about a millisecond a kilobyte. */
  get sentences(): readonly ProseSentence[] {
    this.#read ??= readProse(this.text, this.#language).sentences;
    return this.#read;
  }
}

const known = new WeakMap<Assessment, readonly Paragraph[]>();

/** The prose of an assessment in paragraphs, in the order in which a memo is read. Gathered once: many rules ask. */
export function paragraphsOf(assessment: Assessment): readonly Paragraph[] {
  const found =
    known.get(assessment) ??
    proseFieldsOf(assessment).flatMap((field) =>
      blocksOf(field.text).map(({ text, offset }) => new Paragraph(field, text, offset, assessment.language)),
    );
  known.set(assessment, found);
  return found;
}
