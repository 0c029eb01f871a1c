import type { ErrorObject } from 'ajv';
import { nearest } from '../model/suggest.ts';
import { branchesOf, explainChoice, explainMissing } from './explain-missing.ts';
import { calledHere, explainUnknown } from './explain-unknown.ts';
import { type Explanation, type Mistake, membersOf } from './mistake.ts';

/**
 * Explains everything wrong with the members of one object. A property that is missing and an unknown one with
 * nearly its name are one mistake: a misspelling.
 */
export function explainObject(mistakes: readonly Mistake[]): Explanation[] {
  const [mistake] = mistakes;
  if (mistake === undefined) return [];
  const errors = mistakes.map((one) => one.error);
  const unknown = errors.flatMap((error) => textParameter(error, 'additionalProperty'));
  let missing = errors.flatMap((error) => textParameter(error, 'missingProperty'));
  let choice = mistakes.find(({ error }) => error.keyword === 'oneOf' || error.keyword === 'anyOf');

  const explanations: Explanation[] = [];
  for (const name of unknown) {
    const alternatives = choice ? wantedBy(choice) : [];
    const wanted = [...missing, ...alternatives];
    const called = calledHere(mistake, name);
    const meant = nearest(name, wanted) ?? wanted.find((property) => property === called);
    if (meant !== undefined && alternatives.includes(meant)) choice = undefined;
    missing = missing.filter((one) => one !== meant);
    explanations.push(explainUnknown(mistake, name, meant));
  }
  if (missing.length > 0) explanations.push(explainMissing(mistake, missing));
  if (choice) explanations.push(explainChoice(choice));
  return explanations;
}

/** The properties that the branches ask for and that are not there. */
function wantedBy(choice: Mistake): string[] {
  const members = membersOf(choice.value);
  return branchesOf(choice)
    .flat()
    .filter((name) => !Object.hasOwn(members, name));
}

function textParameter(error: ErrorObject, name: string): string[] {
  const value: unknown = error.params[name];
  return typeof value === 'string' ? [value] : [];
}
