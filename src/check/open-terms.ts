import { assessmentFields } from '../model/generated/fields.ts';
import type { Assessment } from '../model/generated/types.ts';
import { type PointerPart, toPointer } from '../model/pointer.ts';
import type { Term, Vocabulary } from '../model/vocabularies.ts';

/** A term an assessment uses, from a vocabulary that projects can extend. */
export interface PlacedTerm {
  readonly vocabulary: Vocabulary;
  readonly value: Term;
  readonly pointer: string;
}

const OPEN = Object.entries(assessmentFields).flatMap(([path, { open, terms }]) =>
  open ? [{ steps: path.split('/'), vocabulary: terms as Vocabulary }] : [],
);

export function openTermsIn(assessment: Assessment): PlacedTerm[] {
  return OPEN.flatMap(({ steps, vocabulary }) =>
    valuesAt(assessment, steps).map(({ value, parts }) => ({
      vocabulary,
      value: value as Term, // the assessment is valid
      pointer: toPointer(parts),
    })),
  );
}

function valuesAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  parts: readonly PointerPart[] = [],
): { readonly value: unknown; readonly parts: readonly PointerPart[] }[] {
  if (value === undefined || value === null) return [];
  if (step === undefined) return [{ value, parts }];
  if (step === '*') {
    return (value as readonly unknown[]).flatMap((item, index) => valuesAt(item, rest, [...parts, index]));
  }
  return valuesAt((value as Readonly<Record<string, unknown>>)[step], rest, [...parts, step]);
}
