import { schemeOf } from '../../model/conventions/conventions.ts';
import { lookOf, type MarkingLook, strictestOf } from '../../model/conventions/markings.ts';
import { directionOf } from '../../model/conventions/writing-direction.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import type { Marking } from '../../model/generated/types.ts';
import { splitSentences } from '../../model/sentences.ts';
import { uncited } from '../analysis/uncited.ts';
import type { CitedSourceView } from '../entities/sources.ts';
import type { MemoView } from '../memo-view.ts';
import { compareAssessments } from './compare.ts';
import type { Compared } from './types.ts';
import { type ComparisonPages, viewComparison } from './view.ts';

/** Sentences quoted from a bottom line in a table of several. */
const MAX_SENTENCES = 2;

/** Several assessments in one document. Read-only; every property is present. */
export interface PackView {
  /** The most restrictive of the memos' markings. */
  readonly marking: Marking;
  readonly look: MarkingLook;
  /** The scales used by the memos, in order of appearance. */
  readonly scales: readonly Pick<MemoView, 'scale' | 'confidenceScale'>[];
  /** The latest information cut-off. */
  readonly asOf: EdtfDate;
  /** BCP 47: the language of all memos, English where they have several. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly memos: readonly PackedMemo[];
  /**
   * How many assessments are not in the pack because they have errors or cannot be released. Never which: the
   * pack may be read by people who may not know of them.
   */
  readonly leftOut: number;
  /** What the memos share and where they differ. */
  readonly comparison: ComparisonPages;
  /** Sources by `assessment/source`, for short references: two files may use one id for different things. */
  readonly citableSources: ReadonlyMap<string, CitedSourceView>;
}

export interface PackedMemo {
  /** The memo's number in the comparison, from 1. */
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly form: string;
  readonly asOf: EdtfDate;
  readonly marking: Marking;
  /** The first sentences of its bottom line, without citations. */
  readonly bottomLine: string | undefined;
  /** Whether the bottom line is longer than that. */
  readonly goesOn: boolean;
}

/** `views` are those of the assessments compared, in their order; there is at least one. */
export function viewPack(
  compared: readonly Compared[],
  views: readonly MemoView[],
  leftOut: number,
): PackView {
  const languages = new Set(views.map((view) => view.language));
  const language = languages.size === 1 ? (views[0]?.language ?? 'en') : 'en';
  const comparison = compareAssessments(compared);
  const [first] = comparison.memos;
  if (first === undefined || compared[0] === undefined) throw new RangeError('A pack has at least one memo.');
  const scheme = schemeOf(compared[0].assessment);
  // A document is handled by the most restrictive marking of its contents.
  const marking = strictestOf(
    scheme,
    views.map((view) => view.marking),
  );
  return {
    marking,
    look: lookOf(scheme, marking),
    scales: views.map(({ scale, confidenceScale }) => ({ scale, confidenceScale })),
    asOf: comparison.memos.map(({ asOf }) => asOf).reduce(later, first.asOf),
    language,
    direction: directionOf(language),
    memos: views.map((view, index) => packed(view, index + 1)),
    leftOut,
    comparison: viewComparison(comparison),
    citableSources: new Map(
      views.flatMap((view) =>
        [...view.citableSources].map(([id, source]) => [`${view.id}/${id}`, source] as const),
      ),
    ),
  };
}

function packed(view: MemoView, number: number): PackedMemo {
  const { id, title, form, asOf, marking, bottomLine, language } = view;
  const text = bottomLine === undefined ? undefined : uncited(bottomLine);
  const sentences = text === undefined ? [] : splitSentences(text, language).map((sentence) => sentence.text);
  return {
    number,
    id,
    title,
    form,
    asOf,
    marking,
    bottomLine: text === undefined ? undefined : sentences.slice(0, MAX_SENTENCES).join(' '),
    goesOn: sentences.length > MAX_SENTENCES,
  };
}

function later(a: EdtfDate, b: EdtfDate): EdtfDate {
  return lastDay(b) > lastDay(a) ? b : a;
}

function lastDay(date: EdtfDate): string {
  return date.latest ?? date.earliest ?? '';
}
