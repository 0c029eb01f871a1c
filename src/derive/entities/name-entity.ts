import { printedNumbers } from '../release/numbers.ts';
import { letterOf } from './hypothesis-letter.ts';
import { byId, proseText, type ResolvedAssessment } from './resolve.ts';

/** An entity as a memo names it: a judgment by its printed number, anything else by its name. */
export interface NamedEntity {
  readonly kind: 'judgment' | 'named';
  readonly number: number | undefined;
  readonly name: string;
}

/**
 * The name of a `collection/id`, or of an id alone. `numbers` are the printed numbers of judgments by id. An
 * entity with neither number nor name is named by its id.
 */
export function nameEntity(
  ref: string,
  assessment: ResolvedAssessment,
  numbers: ReadonlyMap<string, number>,
): NamedEntity {
  const [collection, id = ''] = ref.includes('/') ? ref.split('/') : [undefined, ref];
  const inCollection = (name: string) => collection === undefined || collection === name;
  const number = inCollection('judgments') ? numbers.get(id) : undefined;
  if (number !== undefined) return { kind: 'judgment', number, name: id };
  const named =
    (inCollection('scenarios') && byId(assessment.scenarios).get(id)?.title) ||
    (inCollection('actors') && assessment.knownActors.get(id)?.name) ||
    (inCollection('incidents') && byId(assessment.incidents).get(id)?.title) ||
    (inCollection('hypotheses') && proseText(byId(assessment.hypotheses).get(id)?.statement)) ||
    (inCollection('relationships') && nameRelationship(id, assessment)) ||
    (inCollection('trends') && byId(assessment.trends).get(id)?.measure) ||
    (inCollection('relationships') && sidesOf(id, assessment)) ||
    id;
  return { kind: 'named', number: undefined, name: named };
}

/** A relationship is named by its two sides: "Ukraine – Crocus City Hall attackers". */
function nameRelationship(
  id: string,
  { relationships, knownActors }: ResolvedAssessment,
): string | undefined {
  const found = byId(relationships).get(id);
  return found && [found.from, found.to].map((side) => knownActors.get(side)?.name ?? side).join(' – ');
}

/** The two sides of a relationship: "A – B". */
function sidesOf(id: string, { relationships, knownActors }: ResolvedAssessment): string | undefined {
  const found = byId(relationships).get(id);
  return found && [found.from, found.to].map((side) => knownActors.get(side)?.name ?? side).join(' – ');
}

/** A named entity, or a hypothesis by its letter, if letters are known. */
export type EntityReference =
  | { readonly kind: 'judgment'; readonly number: number }
  | { readonly kind: 'hypothesis'; readonly letter: string }
  | { readonly kind: 'named'; readonly name: string };

/** Names a `collection/id`, or an id alone, as briefly as possible. */
export function referTo(
  ref: string,
  assessment: ResolvedAssessment,
  numbers: ReadonlyMap<string, number>,
): EntityReference {
  const { number, name } = nameEntity(ref, assessment, numbers);
  if (number !== undefined) return { kind: 'judgment', number };
  const hypotheses = assessment.hypotheses ?? [];
  const index = hypotheses.findIndex(({ id }) => ref === `hypotheses/${id}` || ref === id);
  const byName = index < 0 || proseText(hypotheses[index]?.statement) !== name;
  return byName
    ? { kind: 'named', name }
    : {
        kind: 'hypothesis',
        letter: letterOf((printedNumbers(assessment, 'hypotheses')[index] ?? 1) - 1),
      };
}
