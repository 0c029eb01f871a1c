import { type LikelihoodScale, shippedConventions } from '../../src/model/conventions/conventions.ts';

function shipped(id: string): LikelihoodScale {
  const scale = shippedConventions.likelihood[id];
  if (scale === undefined) throw new Error(`There is no scale ${id}.`);
  return scale;
}

/** The scales that are shipped, by id. */
export const likelihoodScales = { 'icd-203': shipped('icd-203'), phia: shipped('phia') } as const;

export type LikelihoodScaleId = keyof typeof likelihoodScales;

/** The labels of TLP 2.0, from the least restrictive. */
export const markings = shippedConventions.scheme.labels.map(({ label }) => label);

export const defaultLikelihoodScale = 'icd-203';
