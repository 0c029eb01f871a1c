/** Scales of likelihood. A term stands for a band of probability; bands are in percent. */

export type LikelihoodScaleId = 'icd-203' | 'phia';

export interface LikelihoodBand {
  /** Lower and upper end in percent. */
  readonly low: number;
  readonly high: number;
  /** Terms of this band. ICD 203 has two rows: the first term is row 1, the second row 2. */
  readonly terms: readonly string[];
  /** Other grammatical forms of the terms, accepted in a file and printed as they are. */
  readonly forms?: readonly string[];
}

export interface LikelihoodScale {
  readonly id: LikelihoodScaleId;
  /** True where the source gives the ends as approximate. */
  readonly approximate: boolean;
  /** From the least to the most likely. */
  readonly bands: readonly LikelihoodBand[];
}

/** US Intelligence Community Directive 203 (2015, technical amendment 2022), D.6.e(2)(a). Neighbours share their edge. */
const icd203: LikelihoodScale = {
  id: 'icd-203',
  approximate: false,
  bands: [
    { low: 1, high: 5, terms: ['almost no chance', 'remote'] },
    { low: 5, high: 20, terms: ['very unlikely', 'highly improbable'] },
    { low: 20, high: 45, terms: ['unlikely', 'improbable'] },
    { low: 45, high: 55, terms: ['roughly even chance', 'roughly even odds'] },
    { low: 55, high: 80, terms: ['likely', 'probable'] },
    { low: 80, high: 95, terms: ['very likely', 'highly probable'] },
    { low: 95, high: 99, terms: ['almost certain', 'nearly certain'], forms: ['almost certainly'] },
  ],
};

/** UK Professional Head of Intelligence Assessment probability yardstick. The gaps between bands are deliberate. */
const phia: LikelihoodScale = {
  id: 'phia',
  approximate: true,
  bands: [
    { low: 0, high: 5, terms: ['remote chance'] },
    { low: 10, high: 20, terms: ['highly unlikely'] },
    { low: 25, high: 35, terms: ['unlikely'] },
    { low: 40, high: 50, terms: ['realistic possibility'] },
    { low: 55, high: 75, terms: ['likely', 'probable'] },
    { low: 80, high: 90, terms: ['highly likely'] },
    { low: 95, high: 100, terms: ['almost certain'], forms: ['almost certainly'] },
  ],
};

export const likelihoodScales: Readonly<Record<LikelihoodScaleId, LikelihoodScale>> = {
  'icd-203': icd203,
  phia,
};

/** The scale a file speaks when it does not say. */
export const defaultLikelihoodScale: LikelihoodScaleId = 'icd-203';

/** Labels of the Traffic Light Protocol 2.0 (FIRST), from the least to the most restrictive. */
export const markings = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const;
