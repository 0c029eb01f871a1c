import type { ReferenceKind } from '../derive/references.ts';
import type { RuleInput } from './rule.ts';

/** The ids that a reference of a kind may have. */
export function idsOf(kind: Exclude<ReferenceKind, 'entity'>, input: RuleInput): ReadonlySet<string> {
  const { assessment, resolved, register } = input;
  const ids = (items: readonly { readonly id?: string }[] | undefined) =>
    (items ?? []).flatMap(({ id }) => id ?? []);
  switch (kind) {
    case 'source':
      return new Set(resolved.knownSources.keys());
    case 'citation':
      return new Set([...ids(assessment.evidence), ...resolved.knownSources.keys()]);
    case 'actor':
    case 'party':
      return new Set(resolved.knownActors.keys());
    case 'evidence':
      return new Set(ids(assessment.evidence));
    case 'assumption':
      return new Set(ids(assessment.assumptions));
    case 'judgment':
      return new Set(ids(assessment.judgments));
    case 'hypothesis':
      return new Set(ids(assessment.hypotheses));
    case 'indicator':
      return new Set(ids(assessment.indicators));
    case 'place':
      return new Set(ids(register.places));
    case 'register-actor':
      return new Set(ids(register.actors));
    case 'register-incident':
      return new Set(ids(register.incidents));
    case 'register-source':
      return new Set(ids(register.sources));
  }
}
