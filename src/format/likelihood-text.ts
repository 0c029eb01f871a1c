import { defaultLikelihoodScale, type LikelihoodScale, likelihoodScales } from '../model/scales.ts';

/** `very likely (80–95 %)`, `55–80 %`; `undefined` for what is no likelihood. */
export function likelihoodText(value: unknown, scaleId: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { term, range } = value as { readonly term?: unknown; readonly range?: unknown };
  if (typeof term === 'string') {
    const band = scaleOf(scaleId).bands.find(({ terms, forms }) =>
      [...terms, ...(forms ?? [])].includes(term),
    );
    return band ? `${term} (${band.low}–${band.high} %)` : term;
  }
  if (!Array.isArray(range) || !range.every((end) => typeof end === 'number')) return undefined;
  return `${range.map((end) => Number((end * 100).toFixed(6))).join('–')} %`;
}

function scaleOf(id: unknown): LikelihoodScale {
  return (
    Object.values(likelihoodScales).find((scale) => scale.id === id) ??
    likelihoodScales[defaultLikelihoodScale]
  );
}
