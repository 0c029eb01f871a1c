import type { JudgmentView, JudgmentViews } from '../entities/judgments.ts';
import type { SectionView } from '../entities/sections.ts';
import type { EvidenceView } from '../entities/sources.ts';
import type { SectionOf } from './section-of.ts';

/** A section with the judgments and evidence that belong to it, read as a question and its answer. */
export interface AnswerView extends SectionView {
  /** Numbers of its key judgments, which are printed at the front of a memo. */
  readonly keyJudgments: readonly number[];
  /** The other judgments that belong here. */
  readonly judgments: readonly JudgmentView[];
  /** Its evidence, in the order in which the section, then its judgments, name it. */
  readonly evidence: readonly EvidenceView[];
}

export interface AnswersView {
  /** One for each section, in the order of the file. */
  readonly sections: readonly AnswerView[];
  /** Judgments that are not key and belong to no section. */
  readonly unplaced: readonly JudgmentView[];
}

/** Each section with the judgments and the evidence that belong to it. */
export function viewAnswers(
  sections: readonly SectionView[],
  sectionOf: SectionOf,
  judgments: JudgmentViews,
  evidence: ReadonlyMap<string, EvidenceView>,
): AnswersView {
  const placeOf = ({ id }: JudgmentView) => sectionOf.judgments.get(id);
  return {
    sections: sections.map((section) => ({
      ...section,
      keyJudgments: judgments.key
        .filter((judgment) => placeOf(judgment) === section.id)
        .map(({ number }) => number),
      judgments: judgments.others.filter((judgment) => placeOf(judgment) === section.id),
      evidence: [...sectionOf.evidence].flatMap(([id, place]) =>
        place === section.id ? (evidence.get(id) ?? []) : [],
      ),
    })),
    unplaced: judgments.others.filter((judgment) => placeOf(judgment) === undefined),
  };
}
