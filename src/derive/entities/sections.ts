import type { Marking, Section } from '../../model/generated/types.ts';
import { proseText, type ResolvedAssessment } from './resolve.ts';

export interface SectionView {
  readonly id: string;
  readonly heading: string;
  readonly kind: NonNullable<Section['kind']>;
  readonly body: string;
  /** What it argues, as `collection/id` or id. */
  readonly about: readonly string[];
  readonly marking: Marking | undefined;
}

/** The narrative in the order of the file. */
export function viewSections(assessment: ResolvedAssessment): SectionView[] {
  return (assessment.sections ?? []).map((section) => ({
    id: section.id,
    heading: section.heading,
    kind: section.kind ?? 'narrative',
    body: proseText(section.body) ?? '',
    about: section.about ?? [],
    marking: section.marking,
  }));
}
