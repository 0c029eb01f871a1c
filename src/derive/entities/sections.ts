import type { Marking, Section } from '../../model/generated/types.ts';
import { proseText, type ResolvedAssessment } from './resolve.ts';

export interface SectionView {
  readonly id: string;
  readonly heading: string;
  readonly kind: NonNullable<Section['kind']>;
  readonly body: string;
  /** What it argues, as `collection/id` or an id alone. */
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

/** A picture as a memo shows it. */
export interface MediumView {
  readonly id: string;
  readonly alt: string;
  /** Prose. */
  readonly caption: string;
  readonly credit: string;
  /** Ids to cite: its source, if it has one. */
  readonly sources: readonly string[];
  readonly marking: Marking | undefined;
}

/** The pictures by id. */
export function viewMedia({ media = [] }: ResolvedAssessment): ReadonlyMap<string, MediumView> {
  return new Map(
    media.map(({ id, alt, caption, credit, source, marking }) => [
      id,
      {
        id,
        alt,
        caption: proseText(caption) ?? '',
        credit,
        sources: source === undefined ? [] : [source],
        marking,
      },
    ]),
  );
}
