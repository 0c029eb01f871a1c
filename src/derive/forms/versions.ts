import type { AlternativesView, HypothesisView, MatrixRowView } from '../analysis/alternatives.ts';
import type { Rating } from '../entities/hypotheses.ts';
import type { SectionView } from '../entities/sections.ts';

/** An item of evidence as it weighs for or against one version. */
export interface CaseItem {
  /** Id of the evidence. */
  readonly evidence: string;
  /** Row of the matrix, counted from 1. */
  readonly number: number;
  readonly statement: string;
  /** Whether it is rated CC or II. */
  readonly strong: boolean;
}

/** A hypothesis told as a version of events: by whom, and what of the evidence is for and against it. */
export interface VersionView extends HypothesisView {
  /** The section that tells it: one that is about it, else one of kind `version` that has its id. */
  readonly section: SectionView | undefined;
  readonly caseFor: readonly CaseItem[];
  readonly caseAgainst: readonly CaseItem[];
  /** Whether there is a matrix to make cases from. */
  readonly weighed: boolean;
}

export interface VersionsView {
  readonly versions: readonly VersionView[];
  /** Sections of kind `version` that tell no hypothesis. */
  readonly sections: readonly SectionView[];
}

const FOR: readonly Rating[] = ['CC', 'C'];
const AGAINST: readonly Rating[] = ['II', 'I'];

/**
 * The versions of what happened, in the order of the file; `undefined` where the assessment has neither hypotheses nor
 * sections of kind `version`. In a case the strong items come first, then those that separate the versions most.
 */
export function viewVersions(
  alternatives: AlternativesView | undefined,
  sections: readonly SectionView[],
): VersionsView | undefined {
  const written = sections.filter((section) => section.kind === 'version');
  const tellerOf = (id: string) =>
    written.find(({ about }) => about.includes(id) || about.includes(`hypotheses/${id}`)) ??
    written.find((section) => section.id === id);
  const { hypotheses = [], matrix = [] } = alternatives ?? {};
  if (hypotheses.length === 0 && written.length === 0) return undefined;
  const rows = matrix.map((row) => ({ row, number: row.number }));
  const decisive = rows.filter(({ row }) => !isUniform(row.ratings));
  const caseOf = (at: number, ratings: readonly Rating[]) =>
    decisive
      .filter(({ row }) => ratings.includes(row.ratings[at] ?? 'NA'))
      .sort((a, b) => b.row.diagnosticity - a.row.diagnosticity)
      .map(({ row, number }) => caseItem(row, number, row.ratings[at]))
      .sort((a, b) => Number(b.strong) - Number(a.strong));
  return {
    versions: hypotheses.map((hypothesis, at) => ({
      ...hypothesis,
      section: tellerOf(hypothesis.id),
      caseFor: caseOf(at, FOR),
      caseAgainst: caseOf(at, AGAINST),
      weighed: rows.length > 0,
    })),
    sections: written.filter((section) => !hypotheses.some(({ id }) => tellerOf(id) === section)),
  };
}

/** Whether a row rates every version the same; where there is only one, there is nothing to tell apart. */
export function isUniform(ratings: readonly Rating[]): boolean {
  return ratings.length > 1 && new Set(ratings).size === 1;
}

function caseItem(row: MatrixRowView, number: number, rating: Rating | undefined): CaseItem {
  return {
    evidence: row.evidence,
    number,
    statement: row.statement,
    strong: rating === 'CC' || rating === 'II',
  };
}
