import type { Assessment, Marking } from '../../model/generated/types.ts';
import type { JudgmentViews } from '../entities/judgments.ts';

/** What a release says about itself. */
export interface ReleasedView {
  readonly level: Marking;
  readonly leftOut: readonly LeftOutView[];
}

export interface LeftOutView {
  /** Name of a collection of the file. */
  readonly collection: string;
  readonly count: number;
  /** Headings of the sections after which one was left out. */
  readonly after: readonly string[];
  /** Printed numbers of the judgments that lost evidence. */
  readonly behind: readonly number[];
}

export function viewReleased(
  { released, sections = [] }: Pick<Assessment, 'released' | 'sections'>,
  judgments: JudgmentViews,
): ReleasedView | undefined {
  if (!released) return undefined;
  return {
    level: released.level,
    leftOut: released.leftOut.map(({ collection, count, near = [] }) => ({
      collection,
      count,
      after: sections.filter(({ id }) => near.includes(`sections/${id}`)).map(({ heading }) => heading),
      behind: judgments.all.filter(({ id }) => near.includes(`judgments/${id}`)).map(({ number }) => number),
    })),
  };
}
