import type { Assessment } from '../model/generated/types.ts';
import { type PlacedText, textsOf } from './texts.ts';

/** Every text of the file, those of bibliographic items too: they are printed as well. */
export function everyText(assessment: Assessment): PlacedText[] {
  const items = (assessment.sources ?? []).flatMap(({ csl }, index) =>
    textsOf(csl ?? {}).map(({ text, parts }) => ({ text, parts: ['sources', index, 'csl', ...parts] })),
  );
  return [...textsOf(assessment), ...items];
}
