import type { Assessment } from '../model/generated/types.ts';
import { Recent } from '../model/memory/recent.ts';
import { blocksOf } from '../prose/reading/blocks.ts';
import {
  type ProseSentence,
  readProse,
  type SkimmedSentence,
  skimProse,
} from '../prose/reading/read-prose.ts';
import { type ProseField, proseFieldsOf } from './prose-fields.ts';

/**
 * What a text must contain: an expression without the `g` flag, or a function that always gives the same answer
 * for the same text.
 */
export type Candidate = RegExp | ((text: string) => boolean);

/**
 * A text with everything parsed from it, shared by all files it occurs in. Parsed when a rule first asks, once
 * for all rules.
 */
class Reading {
  #skimmed: readonly SkimmedSentence[] | undefined;
  #read: readonly ProseSentence[] | undefined;
  readonly #answers = new WeakMap<object, boolean>();

  constructor(
    private readonly text: string,
    private readonly language: string | undefined,
  ) {}

  get skimmed(): readonly SkimmedSentence[] {
    this.#skimmed ??= skimProse(this.text, this.language);
    return this.#skimmed;
  }

  get sentences(): readonly ProseSentence[] {
    this.#read ??= readProse(this.text, this.language).sentences;
    return this.#read;
  }

  has(candidate: Candidate): boolean {
    const known = this.#answers.get(candidate);
    if (known !== undefined) return known;
    const answer = candidate instanceof RegExp ? candidate.test(this.text) : candidate(this.text);
    this.#answers.set(candidate, answer);
    return answer;
  }
}

/**
 * Cache of parsed texts: while a file is edited, all of its paragraphs but one stay the same. Sized for two
 * of the largest assessments, of some 400 paragraphs.
 */
const readings = new Recent<Reading>(1000);

/** A paragraph of a field. Its sentences are parsed when a rule first asks, once for all rules. */
export class Paragraph {
  readonly field: ProseField;
  readonly text: string;
  /** Where it begins in the text of its field. */
  readonly offset: number;
  readonly #reading: Reading;

  constructor(field: ProseField, text: string, offset: number, language: string | undefined) {
    this.field = field;
    this.text = widened(text);
    this.offset = offset;
    this.#reading = readings.get(`${language ?? ''}\n${text}`, () => new Reading(this.text, language));
  }

  /** Its sentences without parsing. */
  get skimmed(): readonly SkimmedSentence[] {
    return this.#reading.skimmed;
  }

  /** The same sentences with their words; costs about a millisecond a kilobyte. */
  get sentences(): readonly ProseSentence[] {
    return this.#reading.sentences;
  }

  /** Whether the text contains a candidate; tested once for each text. */
  has(candidate: Candidate): boolean {
    return this.#reading.has(candidate);
  }
}

/**
 * The same text as V8 stores text beyond Latin-1. It compiles an expression for each of its two kinds of text, and most of the
 * rules' expressions run a few times.
 */
function widened(text: string): string {
  return `${text}\ufffc`.slice(0, -1);
}

const known = new WeakMap<Assessment, readonly Paragraph[]>();

/** The prose of an assessment in paragraphs, in reading order of a memo. Cached: many rules ask. */
export function paragraphsOf(assessment: Assessment): readonly Paragraph[] {
  const found =
    known.get(assessment) ??
    proseFieldsOf(assessment).flatMap((field) =>
      blocksOf(field.text).map(({ text, offset }) => new Paragraph(field, text, offset, assessment.language)),
    );
  known.set(assessment, found);
  return found;
}
