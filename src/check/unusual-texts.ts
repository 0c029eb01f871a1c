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
  const found = known.get(assessment) ?? everyText(assessment).filter(({ text }) => UNUSUAL.test(text));
  known.set(assessment, found);
  return found;
}

function everyText(assessment: Assessment): PlacedText[] {
  const printed = (assessment.sources ?? []).flatMap(({ csl }, index) =>
    csl ? textsOf(csl).map(({ text, parts }) => ({ text, parts: ['sources', index, 'csl', ...parts] })) : [],
  );
  return [...textsOf(assessment), ...printed];
}
