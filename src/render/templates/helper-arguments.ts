import { BUILT_IN } from './compile-options.ts';
import type { Shape } from './shape.ts';

/** The type of a helper's argument. */
export type Argument =
  | { readonly is: 'scalar' | 'number' | 'list' | 'texts' | 'phrase' | 'group' | 'figure' | 'whatever' }
  | { readonly is: 'object'; readonly with: readonly string[]; readonly named: string };

const TEXT: Argument = { is: 'scalar' };
const NUMBER: Argument = { is: 'number' };
const LIST: Argument = { is: 'texts' };
const FIGURE: Argument = { is: 'figure' };
const WHATEVER: Argument = { is: 'whatever' };
const DATE: Argument = { is: 'object', with: ['start', 'end'], named: 'a date' };
const LIKELIHOOD: Argument = { is: 'object', with: ['low', 'high'], named: 'a likelihood' };
const NAMED: Argument = { is: 'object', with: ['name'], named: 'an object with a name' };
const OBJECT: Argument = { is: 'object', with: [], named: 'an object' };

/** The arguments of each helper; `createHelpers` implements them. */
const ARGUMENTS: Readonly<Record<string, readonly Argument[]>> = {
  md: [TEXT],
  portion: [TEXT],
  yaml: [TEXT],
  remark: [TEXT],
  inline: [TEXT],
  sentence: [TEXT],
  headline: [TEXT],
  blocks: [TEXT],
  quote: [TEXT],
  notes: [LIST],
  note: [TEXT],
  t: [{ is: 'phrase' }],
  opening: [TEXT],
  label: [{ is: 'group' }, TEXT],
  list: [LIST],
  toHeading: [OBJECT],
  date: [DATE],
  horizon: [DATE],
  decimal: [NUMBER],
  score: [NUMBER],
  term: [LIKELIHOOD],
  band: [LIKELIHOOD],
  bar: [LIKELIHOOD],
  figure: [FIGURE, TEXT],
  figureNumber: [FIGURE],
  drawn: [FIGURE],
  quantity: [OBJECT],
  quantities: [LIST],
  figures: [OBJECT],
  measure: [OBJECT],
  countedWith: [OBJECT],
  duration: [WHATEVER],
  amount: [NUMBER, WHATEVER],
  ownSign: [WHATEVER],
  own: [WHATEVER, WHATEVER, WHATEVER],
  hasOwn: [WHATEVER, WHATEVER, WHATEVER],
  estimates: [LIST],
  percent: [NUMBER],
  percentage: [NUMBER],
  count: [OBJECT],
  party: [NAMED],
  parties: [LIST],
  partyNames: [LIST],
  standing: [OBJECT],
  standingNames: [OBJECT],
  place: [OBJECT],
  reference: [TEXT],
  short: [TEXT],
  grade: [TEXT, WHATEVER],
  graded: [TEXT, WHATEVER],
  gradeSpan: [OBJECT],
  eq: [WHATEVER, WHATEVER],
  shorts: [LIST],
  judgmentNumbers: [LIST],
  observed: [WHATEVER],
  locator: [TEXT],
  assumptionNumbers: [LIST],
  itemNumbers: [LIST],
  leftOut: [OBJECT],
  numbers: [LIST],
};

/** All helpers, including block helpers. */
export const helperNames: readonly string[] = [...BUILT_IN, ...Object.keys(ARGUMENTS)];

export function argumentsOf(helper: string): readonly Argument[] {
  return Object.hasOwn(ARGUMENTS, helper) ? (ARGUMENTS[helper] ?? []) : [];
}

/**
 * Names whose value is Markdown made by the program: shipped partials, and copies of them, print it unescaped.
 */
export function isFinished(name: string): boolean {
  return name === 'mark' || name === 'scaleTerms';
}

/** Whether a value of a shape is valid for an argument. */
export function fits(expected: Argument, given: Shape): boolean {
  if (given.is === 'any') return true;
  switch (expected.is) {
    case 'scalar':
      return given.is === 'text' || given.is === 'number' || given.is === 'flag';
    case 'number':
      return given.is === 'number';
    case 'list':
      return given.is === 'list' || given.is === 'map' || given.is === 'object';
    case 'texts':
      return given.is === 'list';
    case 'object':
      return given.is === 'object' && expected.with.every((name) => Object.hasOwn(given.fields, name));
    default:
      return true;
  }
}

/** A description of what a helper expects. */
export function expectedText(expected: Argument): string {
  if (expected.is === 'object') return expected.named;
  return expected.is === 'number'
    ? 'a number'
    : expected.is === 'texts' || expected.is === 'list'
      ? 'a list'
      : 'text';
}
