import type { Assessment } from '../model/generated/types.ts';
import { type PlacedText, textsOf } from './texts.ts';

const known = new WeakMap<Assessment, readonly PlacedText[]>();

/** Anything beyond plain ASCII: only such a text can contain a misleading character. */
const UNUSUAL = /[^\n\t\r -~]/;

/**
 * The texts of the file in which a character may mislead, including bibliographic items, which are printed too.
 * Cached for an assessment.
 */
export function unusualTexts(assessment: Assessment): readonly PlacedText[] {
  const found = known.get(assessment) ?? [...unusualIn(assessment), ...unusualInSources(assessment)];
  known.set(assessment, found);
  return found;
}

function unusualIn(file: object): PlacedText[] {
  return textsOf(file).filter(({ text }) => UNUSUAL.test(text));
}

function unusualInSources({ sources = [] }: Assessment): PlacedText[] {
  return sources.flatMap(({ csl }, index) =>
    unusualIn(csl ?? {}).map(({ text, parts }) => ({ text, parts: ['sources', index, 'csl', ...parts] })),
  );
}
