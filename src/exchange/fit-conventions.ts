import type { Conventions } from '../model/conventions/conventions.ts';
import { readMarking } from '../model/conventions/markings.ts';
import type { ImportedPart } from './doors.ts';

/** A part as the project can hold it, and what had to become of it for that. */
export interface FittedPart {
  readonly part: ImportedPart;
  /** Markings of another scheme that came, each once. */
  readonly foreign: readonly string[];
  /** What stands in their place: the most restrictive label of the project's scheme. */
  readonly instead: string;
}

/**
 * Importers speak TLP and ICD 203, as the formats do. In a project with a marking scheme of its own, what came marked by
 * another is marked with the most restrictive label until a person decides: no scheme says what a label of another means.
 * Terms of likelihood keep their scale, which is named where it is not the project's.
 */
export function fitToConventions(part: ImportedPart, conventions: Conventions): FittedPart {
  const { scheme, standards, likelihood } = conventions;
  const instead = scheme.labels.at(-1)?.label ?? '';
  const foreign = new Set<string>();
  const content = remarked(part.content, (marking) => {
    if (readMarking(scheme, marking)) return marking;
    foreign.add(marking);
    return instead;
  }) as ImportedPart['content'];
  const own = likelihood[standards.likelihood];
  const terms = new Set<string>();
  gatherTerms(content, terms);
  const isOwn = [...terms].every((term) =>
    own?.bands.some((band) => band.terms.includes(term) || band.forms?.includes(term)),
  );
  const isNamed = isOwn || content.standards?.likelihood !== undefined;
  return {
    part: isNamed
      ? { ...part, content }
      : { ...part, content: { ...content, standards: { ...content.standards, likelihood: 'icd-203' } } },
    foreign: [...foreign].sort(),
    instead,
  };
}

/** The value with every marking in it as `of` has it. */
function remarked(value: unknown, of: (marking: string) => string, within = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => remarked(item, of, within));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isMarking = key === 'marking' || key === 'releasable' || within === 'markings' || key === 'level';
      const isOurs = key !== 'level' || within === 'released';
      return [key, isMarking && isOurs && typeof item === 'string' ? of(item) : remarked(item, of, key)];
    }),
  );
}

function gatherTerms(value: unknown, terms: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'likelihood' && typeof item === 'object' && item !== null && 'term' in item) {
      terms.add(String(item.term));
    } else gatherTerms(item, terms);
  }
}
