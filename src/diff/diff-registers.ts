import { referencesOf } from '../derive/entities/references.ts';
import type { Register } from '../model/generated/types.ts';
import { isSame } from './json.ts';
import { REGISTER } from './shapes.ts';
import type { DiffSide } from './types.ts';
import { type Difference, differences } from './walk.ts';

/**
 * Differences in register entries that both assessments refer to. If only one refers to an entry, that
 * reference is already a change of the assessment.
 */
export function registerDifferences(before: DiffSide, after: DiffSide): Difference[] {
  const found = between(before.register, after.register);
  if (found.length === 0) return [];
  const named = [before, after].map(({ assessment, register }) => namedIn(assessment, register));
  return found.filter(({ path }) => named.every((ids) => ids.has(path[1] ?? '')));
}

/** Cache: many assessments share the same two registers. */
const compared = new WeakMap<Register, WeakMap<Register, readonly Difference[]>>();

function between(before: Register, after: Register): readonly Difference[] {
  if (before === after) return [];
  const known = compared.get(before) ?? new WeakMap<Register, readonly Difference[]>();
  compared.set(before, known);
  const found =
    known.get(after) ??
    (isSame(before, after)
      ? []
      : differences({ raw: before, view: before }, after, REGISTER).filter(
          ({ kind, pattern }) => kind === 'value' && pattern.includes('/*/'),
        ));
  known.set(after, found);
  return found;
}

/** Ids that an assessment refers to, and the places of the incidents among them. */
function namedIn(assessment: object, register: Register): ReadonlySet<string> {
  const named = new Set(referencesOf(assessment).map(({ id }) => id));
  for (const { id, place } of register.incidents ?? []) {
    if (named.has(id) && typeof place === 'string') named.add(place);
  }
  return named;
}
