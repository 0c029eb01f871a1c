import { schemeOf } from '../../model/conventions/conventions.ts';
import { isAbove } from '../../model/conventions/markings.ts';
import type { Assessment, Marking } from '../../model/generated/types.ts';

/** Collections whose entries have a marking of their own. */
export const MARKED_COLLECTIONS = [
  'actors',
  'evidence',
  'incidents',
  'judgments',
  'media',
  'sections',
  'sources',
] as const;

/** Properties on how a file is to be read and handled, not on its subject. */
const FRAME = new Set([
  '$schema',
  'schemaVersion',
  'id',
  'form',
  'language',
  'status',
  'marking',
  'markings',
  'releasable',
  'releasableNames',
  'released',
  'standards',
  'asOf',
  'published',
]);

/**
 * The parts of an assessment without a marking of their own, if the marking of the whole keeps them from
 * readers of a level: `title`, `assumptions`, `sources/rail-authority`. Empty if the whole is marked no higher,
 * or its author has declared the unmarked parts releasable (`releasable`).
 */
export function unmarkedAbove(assessment: Assessment, level: Marking): string[] {
  const { marking, releasable = marking, markings = {} } = assessment;
  if (!isAbove(schemeOf(assessment), marking, level) || !isAbove(schemeOf(assessment), releasable, level))
    return [];
  return Object.entries(assessment).flatMap(([part, value]): string[] => {
    if (FRAME.has(part) || Object.hasOwn(markings, part)) return [];
    if (part === 'edition' && Object.keys(value as object).every((key) => key === 'number')) return [];
    if (!isMarkedCollection(part) || !Array.isArray(value)) return [part];
    return value.flatMap((entry: Readonly<Record<string, unknown>>) =>
      entry.marking === undefined ? `${part}/${String(entry.id ?? entry.ref ?? '')}` : [],
    );
  });
}

function isMarkedCollection(part: string): boolean {
  return (MARKED_COLLECTIONS as readonly string[]).includes(part);
}
