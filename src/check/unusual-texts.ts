import type { Assessment } from '../model/generated/types.ts';
import { type PlacedText, textsOf } from './texts.ts';

const known = new WeakMap<Assessment, readonly PlacedText[]>();

/** What is not plain ASCII: no other text can hold a character that misleads. */
const UNUSUAL = /[^\n\t\r -~]/;

/**
 * The texts of the file in which a character may mislead, those of bibliographic items too: they are printed as well.
 * Gathered once for an assessment.
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
