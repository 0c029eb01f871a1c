import { shippedConventions } from '../../model/conventions/conventions.ts';
import type { Confidence, Likelihood } from '../../model/generated/types.ts';

/** Machine tags of MISP's taxonomies: `namespace:predicate="value"`. */
export interface MachineTag {
  readonly namespace: string;
  readonly predicate: string;
  readonly value: string;
}

export function readTag(name: string): MachineTag | undefined {
  const [, namespace, predicate, value] = /^([^:="]+):([^="]+)="([^"]*)"$/.exec(name.slice(0, 500)) ?? [];
  return namespace === undefined || predicate === undefined || value === undefined
    ? undefined
    : { namespace, predicate, value };
}

/** Taxonomy `admiralty-scale`. */
export function reliabilityTag(reliability: string): string {
  return `admiralty-scale:source-reliability="${reliability.toLowerCase()}"`;
}

export function credibilityTag(credibility: number): string {
  return `admiralty-scale:information-credibility="${credibility}"`;
}

export function reliabilityOf(tags: readonly string[]): 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | undefined {
  const value = taggedAs(tags, 'admiralty-scale', 'source-reliability')?.toUpperCase();
  return (['A', 'B', 'C', 'D', 'E', 'F'] as const).find((grade) => grade === value);
}

export function credibilityOf(tags: readonly string[]): number | undefined {
  const value = Number(taggedAs(tags, 'admiralty-scale', 'information-credibility'));
  return Number.isInteger(value) && value >= 1 && value <= 6 ? value : undefined;
}

/**
 * The words of MISP's taxonomy `estimative-language` for the bands of ICD 203, from the least to the most
 * likely.
 */
const ESTIMATIVE = [
  'almost-no-chance',
  'very-unlikely',
  'unlikely',
  'roughly-even-chance',
  'likely',
  'very-likely',
  'almost-certain',
];

const ICD_203 = shippedConventions.likelihood['icd-203']?.bands ?? [];

/** The tag for a term of ICD 203; ranges and terms of other scales have none. */
export function likelihoodTag(likelihood: Likelihood | undefined, scale: string): string | undefined {
  if (likelihood?.term === undefined || scale !== 'icd-203') return undefined;
  const band = ICD_203.findIndex(
    ({ terms, forms = [] }) => terms.includes(likelihood.term ?? '') || forms.includes(likelihood.term ?? ''),
  );
  const word = ESTIMATIVE[band];
  return word === undefined ? undefined : `estimative-language:likelihood-probability="${word}"`;
}

export function confidenceTag(confidence: Confidence | undefined): string | undefined {
  // Levels of other scales have no word in the taxonomy.
  return confidence && ESTIMATIVE_LEVELS.includes(confidence.level)
    ? `estimative-language:confidence-in-analytic-judgment="${confidence.level}"`
    : undefined;
}

const ESTIMATIVE_LEVELS: readonly string[] = ['low', 'moderate', 'high'];

/** MISP's `tlp` taxonomy is in lower case; labels of other schemes have no taxonomy and stay as they are. */
export function markingTag(marking: string): string {
  return /^TLP:/.test(marking) ? marking.toLowerCase() : marking;
}

/** What a producer tagged as a likelihood, as a term of ICD 203. */
export function likelihoodOf(tags: readonly string[]): Likelihood | undefined {
  const value = taggedAs(tags, 'estimative-language', 'likelihood-probability');
  const band = ICD_203[ESTIMATIVE.indexOf(value ?? '')];
  const term = band?.terms[0];
  return term === undefined ? undefined : { term };
}

export function confidenceOf(tags: readonly string[]): Confidence | undefined {
  const value = taggedAs(tags, 'estimative-language', 'confidence-in-analytic-judgment');
  return value === 'low' || value === 'moderate' || value === 'high' ? { level: value } : undefined;
}

function taggedAs(tags: readonly string[], namespace: string, predicate: string): string | undefined {
  for (const name of tags) {
    const tag = readTag(name);
    if (tag?.namespace === namespace && tag.predicate === predicate) return tag.value;
  }
  return undefined;
}

/** Whether the import understands a tag; other tags are reported as the producer's classification. */
export function isUnderstood(name: string): boolean {
  return /^(tlp:|admiralty-scale:|estimative-language:)/i.test(name);
}
