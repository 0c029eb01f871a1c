import { diffAssessments } from './diff-assessments.ts';
import { likeness, type WordBag, wordsIn } from './match/similarity.ts';
import type { AssessmentDiff, DiffSide } from './types.ts';

/** An added or removed assessment. */
export interface LoneAssessment {
  readonly id: string;
  readonly title: string;
}

/** Differences between two folders of assessments; each list is sorted by id. */
export interface FolderDiff {
  readonly added: readonly LoneAssessment[];
  readonly removed: readonly LoneAssessment[];
  /** Recognised by content under a new id; the id is one of the changes. */
  readonly renamed: readonly AssessmentDiff[];
  readonly changed: readonly AssessmentDiff[];
  /** Number of assessments in both folders with the same content. */
  readonly unchanged: number;
}

/** Similarity of title and judgments from which a removed and an added assessment are taken to be the same. */
const SAME_ASSESSMENT = 0.75;

/** Compares two folders: assessments are matched by id, the rest by content. */
export function compareFolders(before: readonly DiffSide[], after: readonly DiffSide[]): FolderDiff {
  const old = new Map(before.map((side) => [side.assessment.id, side]));
  const fresh = new Map(after.map((side) => [side.assessment.id, side]));
  const both = [...fresh].flatMap(([id, side]) => {
    const earlier = old.get(id);
    return earlier ? [diffAssessments(earlier, side)] : [];
  });
  const gone = [...old.values()].filter(({ assessment }) => !fresh.has(assessment.id));
  const come = [...fresh.values()].filter(({ assessment }) => !old.has(assessment.id));
  const pairs = pairUp(gone, come);
  const changed = both.filter(({ changes }) => changes.length > 0);
  return {
    added: come
      .filter((side) => !pairs.some((pair) => pair.after === side))
      .map(nameOf)
      .sort(byId),
    removed: gone
      .filter((side) => !pairs.some((pair) => pair.before === side))
      .map(nameOf)
      .sort(byId),
    renamed: pairs.map((pair) => diffAssessments(pair.before, pair.after)).sort(byNewerId),
    changed: changed.sort(byNewerId),
    unchanged: both.length - changed.length,
  };
}

interface SidePair {
  readonly before: DiffSide;
  readonly after: DiffSide;
}

/** The most similar first, each once; ties by id, so that comparing in reverse pairs the same. */
function pairUp(gone: readonly DiffSide[], come: readonly DiffSide[]): SidePair[] {
  if (gone.length === 0 || come.length === 0) return [];
  const bags = new Map([...gone, ...come].map((side) => [side, contentOf(side)]));
  const bagOf = (side: DiffSide): WordBag => bags.get(side) ?? { counts: new Map(), size: 0 };
  const candidates = gone
    .flatMap((before) =>
      come.map((after) => ({
        before,
        after,
        score: likeness(bagOf(before), bagOf(after)),
        tie: [before.assessment.id, after.assessment.id].sort().join(' '),
      })),
    )
    .filter(({ score }) => score >= SAME_ASSESSMENT)
    .sort((a, b) => b.score - a.score || (a.tie < b.tie ? -1 : 1));
  const taken = new Set<DiffSide>();
  return candidates.filter(({ before, after }) => {
    if (taken.has(before) || taken.has(after)) return false;
    taken.add(before).add(after);
    return true;
  });
}

function contentOf({ assessment }: DiffSide): WordBag {
  return wordsIn({
    title: assessment.title,
    judgments: assessment.judgments.map(({ statement }) => statement),
  });
}

function nameOf({ assessment: { id, title } }: DiffSide): LoneAssessment {
  return { id, title };
}

function byId(a: LoneAssessment, b: LoneAssessment): number {
  return a.id < b.id ? -1 : 1;
}

function byNewerId(a: AssessmentDiff, b: AssessmentDiff): number {
  return a.id.after < b.id.after ? -1 : 1;
}
