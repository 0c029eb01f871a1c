import type { LikelihoodScale } from '../../model/conventions/conventions.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import type { ConfidenceLevel, Judgment, Marking } from '../../model/generated/types.ts';
import { type LikelihoodView, viewLikelihood } from '../analysis/likelihood.ts';
import { printedNumbers } from '../release/numbers.ts';
import { viewDate } from './dates.ts';
import { type EntityReference, referTo } from './name-entity.ts';
import { type OtherViews, viewOtherViews } from './other-views.ts';
import { byId, proseText, type ResolvedAssessment } from './resolve.ts';

export interface JudgmentView extends OtherViews {
  readonly id: string;
  /** Printed number: key judgments first, then the others, counted from 1; a release has gaps. */
  readonly number: number;
  readonly key: boolean;
  readonly statement: string;
  readonly likelihood: LikelihoodView | undefined;
  readonly confidence: { readonly level: ConfidenceLevel; readonly basis: string | undefined } | undefined;
  readonly horizon: EdtfDate | undefined;
  readonly evidence: readonly string[];
  /** Evidence against it. */
  readonly contraryEvidence: readonly { readonly id: string; readonly statement: string }[];
  /**
   * How the memo presents that: the first item no earlier judgment has shown, or the number of the judgment
   * that has shown it.
   */
  readonly against:
    | { readonly id: string; readonly statement: string; readonly toldAt: number | undefined }
    | undefined;
  /** What it is about. */
  readonly about: readonly EntityReference[];
  /** Numbers of the assumptions it rests on. */
  readonly assumptions: readonly number[];
  /** Numbers of the judgments it implies. */
  readonly implies: readonly number[];
  readonly wouldChange: string | undefined;
  readonly resolution:
    | { readonly outcome: boolean; readonly on: EdtfDate | undefined; readonly evidence: readonly string[] }
    | undefined;
  readonly marking: Marking | undefined;
}

export interface JudgmentViews {
  readonly key: readonly JudgmentView[];
  readonly others: readonly JudgmentView[];
  /** Key and other judgments, by number. */
  readonly all: readonly JudgmentView[];
}

/** Judgments in printed order. If none is marked as key, all are. */
export function viewJudgments(assessment: ResolvedAssessment, scale: LikelihoodScale): JudgmentViews {
  const noneIsKey = !assessment.judgments.some((judgment) => judgment.key);
  const isKey = (judgment: Judgment) => noneIsKey || judgment.key === true;
  const ordered = [
    ...assessment.judgments.filter(isKey),
    ...assessment.judgments.filter((judgment) => !isKey(judgment)),
  ];
  const printed = printedNumbers(assessment, 'judgments');
  const numbers = new Map(assessment.judgments.map(({ id }, index) => [id, printed[index] ?? 0]));
  const numbered = printedNumbers(assessment, 'assumptions');
  const assumptions = new Map(
    (assessment.assumptions ?? []).map(({ id }, index) => [id, numbered[index] ?? 0]),
  );
  const evidence = byId(assessment.evidence);
  const printedWith = new Map<string, number>();
  const all = ordered.map((judgment): JudgmentView => {
    const { confidence, resolution } = judgment;
    const number = printed[assessment.judgments.indexOf(judgment)] ?? 0;
    const contraryEvidence = (judgment.contraryEvidence ?? []).flatMap((id) => {
      const statement = proseText(evidence.get(id)?.statement);
      return statement === undefined ? [] : [{ id, statement }];
    });
    const first = contraryEvidence.find(({ id }) => !printedWith.has(id)) ?? contraryEvidence[0];
    const against = first && { ...first, toldAt: printedWith.get(first.id) };
    if (first && isKey(judgment) && against?.toldAt === undefined) printedWith.set(first.id, number);
    return {
      id: judgment.id,
      number,
      key: isKey(judgment),
      statement: proseText(judgment.statement) ?? '',
      likelihood: judgment.likelihood && viewLikelihood(scale, judgment.likelihood),
      confidence: confidence && { level: confidence.level, basis: proseText(confidence.basis) },
      horizon: viewDate(judgment.horizon),
      evidence: judgment.evidence ?? [],
      contraryEvidence,
      against,
      about: (judgment.about ?? []).map((ref) => referTo(ref, assessment, numbers)),
      assumptions: numbersOf(judgment.assumptions, assumptions),
      implies: numbersOf(judgment.implies, numbers),
      wouldChange: proseText(judgment.wouldChange),
      resolution: resolution && {
        outcome: resolution.outcome,
        on: viewDate(resolution.on),
        evidence: resolution.evidence ?? [],
      },
      marking: judgment.marking,
      ...viewOtherViews(judgment, scale),
    };
  });
  return { key: all.filter((view) => view.key), others: all.filter((view) => !view.key), all };
}

/** Printed numbers for ids of judgments; ids that lead nowhere are left out. */
export function numbersOf(
  ids: readonly string[] | undefined,
  numbers: ReadonlyMap<string, number>,
): number[] {
  return (ids ?? []).flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b);
}
