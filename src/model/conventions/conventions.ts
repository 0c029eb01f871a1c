import type {
  Assessment,
  ConfidenceScale as DescribedConfidenceScale,
  LikelihoodScale as DescribedLikelihoodScale,
  MarkingScheme as DescribedScheme,
} from '../generated/types.ts';
import type { OwnVocabularies } from '../vocabularies.ts';
import { shippedConfidenceScales, shippedLikelihoodScales, shippedSchemes } from './shipped.ts';

export type { LikelihoodBand } from '../generated/types.ts';

interface Named {
  readonly id: string;
  /** Whether the project declares it; what is shipped has its words in the message files. */
  readonly isOwn?: true;
}

/** Terms of likelihood with the bands of probability that they stand for, in percent, from the least to the most likely. */
export interface LikelihoodScale extends DescribedLikelihoodScale, Named {}

/** Levels of confidence, from the least to the most. */
export interface ConfidenceScale extends DescribedConfidenceScale, Named {}

/** Labels of markings, from the least to the most restrictive, and what may stand around them. */
export interface MarkingScheme extends DescribedScheme, Named {}

/**
 * What the terms of an assessment mean: the marking scheme of its project, and the scales it may speak. All of it is data
 * from files: what is shipped, and what the configuration of the project adds.
 */
export interface Conventions {
  readonly scheme: MarkingScheme;
  /** By id; more than one scale may be in use in a project. */
  readonly likelihood: Readonly<Record<string, LikelihoodScale>>;
  readonly confidence: Readonly<Record<string, ConfidenceScale>>;
  /** Terms of the project's own for the open vocabularies. */
  readonly vocabularies?: OwnVocabularies;
  /** What the fields of the project's own (`x-…`) that a memo prints are called. */
  readonly fieldTitles?: Readonly<Record<string, string>>;
  /** Ids of the scales of a file that names none. */
  readonly standards: { readonly likelihood: string; readonly confidence: string };
}

/** A scale of the shipped ones that a file speaks in a project that says nothing else. */
const DEFAULTS = { likelihood: 'icd-203', confidence: 'three-level' } as const;

/** The conventions of a project without a word on them: TLP 2.0, ICD 203. */
export const shippedConventions: Conventions = {
  scheme: named('tlp-2', shippedSchemes['tlp-2']),
  likelihood: allNamed(shippedLikelihoodScales),
  confidence: allNamed(shippedConfidenceScales),
  standards: DEFAULTS,
};

export function named<T extends object>(id: string, value: T, isOwn = false): T & Named {
  return { ...value, id, ...(isOwn && { isOwn }) };
}

export function allNamed<T extends object>(
  shipped: Readonly<Record<string, T>>,
  own: Readonly<Record<string, T>> = {},
): Record<string, T & Named> {
  const all = [
    ...Object.entries(shipped).map(([id, value]) => [id, named(id, value)] as const),
    ...Object.entries(own).map(([id, value]) => [id, named(id, value, true)] as const),
  ];
  return Object.fromEntries(all);
}

const KEY = Symbol('conventions');

/**
 * The assessment with the conventions it was read by. They stay with it and its copies (`{ ...assessment }`), because a term
 * of it means nothing without them, and are no property of the file: nothing that walks, compares or writes it sees them.
 * What crosses a border between threads loses them and has to be given them again.
 */
export function withConventions<T extends object>(assessment: T, conventions: Conventions): T {
  return conventions === shippedConventions && !(KEY in assessment)
    ? assessment
    : { ...assessment, [KEY]: conventions };
}

/** The conventions an assessment was read by; those shipped where it was given none. */
export function conventionsOf(assessment: object): Conventions {
  return (assessment as { readonly [KEY]?: Conventions })[KEY] ?? shippedConventions;
}

type Speaker = object & Pick<Assessment, 'standards'>;

/** The scale of likelihood that an assessment speaks. */
export function likelihoodScaleOf(assessment: Speaker): LikelihoodScale {
  const { likelihood, standards } = conventionsOf(assessment);
  return pick(likelihood, assessment.standards?.likelihood, standards.likelihood);
}

/** The scale of confidence that an assessment speaks. */
export function confidenceScaleOf(assessment: Speaker): ConfidenceScale {
  const { confidence, standards } = conventionsOf(assessment);
  return pick(confidence, assessment.standards?.confidence, standards.confidence);
}

/** The marking scheme of an assessment's project. */
export function schemeOf(assessment: object): MarkingScheme {
  return conventionsOf(assessment).scheme;
}

/** Validation has seen that the scale named is there, so only data that has not passed it falls back. */
function pick<T>(scales: Readonly<Record<string, T>>, named: string | undefined, standard: string): T {
  const found =
    (named !== undefined && Object.hasOwn(scales, named) ? scales[named] : undefined) ?? scales[standard];
  if (found === undefined) throw new RangeError(`There is no scale ${standard}.`);
  return found;
}
