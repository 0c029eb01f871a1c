import type { Assessment } from '../model/generated/types.ts';
import { eachText, type PlacedText } from './texts.ts';

/** Every text of the file, those of bibliographic items too: they are printed as well. */
export function* everyText(assessment: Assessment): Generator<PlacedText> {
  yield* eachText(assessment);
  for (const [index, { csl }] of (assessment.sources ?? []).entries()) {
    yield* eachText(csl, ['sources', index, 'csl']);
  }
}
