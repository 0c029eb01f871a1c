import type { AlternativesView, HypothesisView, MatrixRowView } from '../analysis/alternatives.ts';
import type { Rating } from '../entities/hypotheses.ts';
import type { SectionView } from '../entities/sections.ts';

/** An item of evidence for or against one version. */
export interface CaseItem {
  /** Id of the evidence. */
  readonly evidence: string;
  /** Row of the matrix, counted from 1. */
  readonly number: number;
  readonly statement: string;
  /** Whether it is rated CC or II. */
  readonly strong: boolean;
}

/** A hypothesis presented as a version of events: who holds it, and which evidence is for and against it. */
export interface VersionView extends HypothesisView {
  /** Its section: one that is about it, otherwise one of kind `version` with the same id. */
  readonly section: SectionView | undefined;
  readonly caseFor: readonly CaseItem[];
  readonly caseAgainst: readonly CaseItem[];
  /** Whether there is a matrix to take evidence for and against from. */
  readonly weighed: boolean;
}

export interface VersionsView {
  readonly versions: readonly VersionView[];
  /** Sections of kind `version` without a hypothesis. */
  readonly sections: readonly SectionView[];
}

const FOR: readonly Rating[] = ['CC', 'C'];
const AGAINST: readonly Rating[] = ['II', 'I'];

/**
 * The versions of what happened, in the order of the file; `undefined` if the assessment has neither hypotheses
 * nor sections of kind `version`. Evidence is sorted: strong items first, then by diagnosticity.
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

/** Whether a row rates every version the same; with only one version, nothing can be told apart. */
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
