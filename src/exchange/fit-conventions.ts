import type { Conventions } from '../model/conventions/conventions.ts';
import { readMarking } from '../model/conventions/markings.ts';
import type { ImportedPart } from './interfaces.ts';

/** An imported part fitted to the project's conventions, and what was changed for that. */
export interface FittedPart {
  readonly part: ImportedPart;
  /** Markings of another scheme found in the part, each once. */
  readonly foreign: readonly string[];
  /** The marking put in their place: the most restrictive label of the project's scheme. */
  readonly instead: string;
}

/**
 * Importers use TLP and ICD 203, as the formats do. If the project has a marking scheme of its own, everything
 * marked by another scheme gets the most restrictive label until a person decides: no scheme says what a label
 * of another scheme means. Likelihood terms keep their scale, which is named if it is not the project's.
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

/** The value with `of` applied to every marking in it. */
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
