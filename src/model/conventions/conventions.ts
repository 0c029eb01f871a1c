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
  /** Set if the project declares it; shipped ones have their words in the message files. */
  readonly isOwn?: true;
}

/** Likelihood terms with their probability bands in percent, from the least to the most likely. */
export interface LikelihoodScale extends DescribedLikelihoodScale, Named {}

/** Levels of confidence, from the least to the most. */
export interface ConfidenceScale extends DescribedConfidenceScale, Named {}

/** Marking labels, from the least to the most restrictive, with their prefixes and caveats. */
export interface MarkingScheme extends DescribedScheme, Named {}

/**
 * The meaning of an assessment's terms: its project's marking scheme and scales. Plain data from files: the
 * shipped ones, and what the project's configuration adds.
 */
export interface Conventions {
  readonly scheme: MarkingScheme;
  /** By id; a project may use several scales. */
  readonly likelihood: Readonly<Record<string, LikelihoodScale>>;
  readonly confidence: Readonly<Record<string, ConfidenceScale>>;
  /** The project's own terms for open vocabularies. */
  readonly vocabularies?: OwnVocabularies;
  /** Titles of the project's own fields (`x-…`) that a memo prints. */
  readonly fieldTitles?: Readonly<Record<string, string>>;
  /** Ids of the scales for a file that names none. */
  readonly standards: { readonly likelihood: string; readonly confidence: string };
}

/** Shipped scales used in a project without settings. */
const DEFAULTS = { likelihood: 'icd-203', confidence: 'three-level' } as const;

/** The conventions of a project without settings: TLP 2.0, ICD 203. */
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
 * Attaches to an assessment the conventions it was read with. They stay with it and its copies (`{
 * ...assessment }`), because its terms mean nothing without them, but are not a property of the file: code that
 * walks, compares or writes it does not see them. They are lost when it is sent to another thread, and have to
 * be attached again.
 */
export function withConventions<T extends object>(assessment: T, conventions: Conventions): T {
  return conventions === shippedConventions && !(KEY in assessment)
    ? assessment
    : { ...assessment, [KEY]: conventions };
}

/** The conventions an assessment was read with; by default the shipped ones. */
export function conventionsOf(assessment: object): Conventions {
  return (assessment as { readonly [KEY]?: Conventions })[KEY] ?? shippedConventions;
}

type Speaker = object & Pick<Assessment, 'standards'>;

/** The likelihood scale of an assessment. */
export function likelihoodScaleOf(assessment: Speaker): LikelihoodScale {
  const { likelihood, standards } = conventionsOf(assessment);
  return pick(likelihood, assessment.standards?.likelihood, standards.likelihood);
}

/** The confidence scale of an assessment. */
export function confidenceScaleOf(assessment: Speaker): ConfidenceScale {
  const { confidence, standards } = conventionsOf(assessment);
  return pick(confidence, assessment.standards?.confidence, standards.confidence);
}

/** The marking scheme of an assessment's project. */
export function schemeOf(assessment: object): MarkingScheme {
  return conventionsOf(assessment).scheme;
}

/** Validation guarantees that the named scale exists, so that only unvalidated data fall back. */
function pick<T>(scales: Readonly<Record<string, T>>, named: string | undefined, standard: string): T {
  const found =
    (named !== undefined && Object.hasOwn(scales, named) ? scales[named] : undefined) ?? scales[standard];
  if (found === undefined) throw new RangeError(`There is no scale ${standard}.`);
  return found;
}
