import type { ErrorObject } from 'ajv';
import type { Conventions } from '../model/conventions/conventions.ts';
import { readMarking } from '../model/conventions/markings.ts';
import { shippedLikelihoodScales } from '../model/conventions/shipped.ts';
import { assessmentFields } from '../model/generated/fields.ts';
import { isRecord } from '../model/json.ts';
import { type PointerPart, toPointer } from '../model/pointer.ts';
import { membersOf } from './mistake.ts';

/** Paths of the fields of a kind. */
function pathsOf(isWanted: (field: (typeof assessmentFields)[string], path: string) => boolean): string[][] {
  return Object.entries(assessmentFields)
    .filter(([path, field]) => isWanted(field, path))
    .map(([path]) => path.split('/'));
}

const MARKINGS = pathsOf(
  ({ kind, scale }, path) => kind === 'term' && (scale === 'marking' || path.endsWith('/marking')),
);
const TERMS = pathsOf((_, path) => path.endsWith('likelihood/term'));
const LEVELS = pathsOf(({ kind, terms }) => kind === 'term' && terms === 'confidence');

/**
 * Errors by the project's conventions in data that need not fit the schema, as if the schema had the terms as
 * an `enum`: markings of another scheme, terms missing in the declared scale, unknown scales.
 */
export function conventionErrors(data: unknown, conventions: Conventions): ErrorObject[] {
  const { scheme, likelihood, confidence, standards } = conventions;
  const chosen = membersOf(membersOf(data).standards);
  const errors: ErrorObject[] = [];
  const hold = (
    paths: readonly string[][],
    allowed: readonly string[],
    isKnown: (text: string) => boolean,
  ) => {
    for (const path of paths) {
      for (const { value, parts } of valuesAt(data, path)) {
        if (!isKnown(value)) errors.push(enumError(toPointer(parts), value, allowed));
      }
    }
  };
  const among = (allowed: readonly string[]) => (text: string) => allowed.includes(text);
  const labels = scheme.labels.map(({ label }) => label);
  hold(MARKINGS, labels, (text) => readMarking(scheme, text) !== undefined);
  const scales = Object.keys(likelihood);
  hold([['standards', 'likelihood']], scales, among(scales));
  const levelled = Object.keys(confidence);
  hold([['standards', 'confidence']], levelled, among(levelled));
  const terms = termsOf(conventions, nameOf(chosen.likelihood, scales, standards.likelihood));
  hold(TERMS, terms, among(terms));
  const steps = confidence[nameOf(chosen.confidence, levelled, standards.confidence)]?.levels ?? [];
  const levels = steps.map(({ level }) => level);
  hold(LEVELS, levels, among(levels));
  return errors;
}

function nameOf(chosen: unknown, known: readonly string[], standard: string): string {
  return typeof chosen === 'string' && known.includes(chosen) ? chosen : standard;
}

/**
 * Terms a file may use. Among the shipped scales, a term of another one is not an error here: a check rule
 * reports it, which a team may switch off.
 */
function termsOf({ likelihood }: Conventions, id: string): string[] {
  const own = likelihood[id];
  const scales = own?.isOwn ? [own] : Object.values(shippedLikelihoodScales);
  return [
    ...new Set(scales.flatMap(({ bands }) => bands.flatMap(({ terms, forms = [] }) => [...terms, ...forms]))),
  ];
}

function enumError(instancePath: string, data: unknown, allowedValues: readonly string[]): ErrorObject {
  return {
    instancePath,
    schemaPath: '#/conventions/enum',
    keyword: 'enum',
    params: { allowedValues: [...allowedValues] },
    data,
  };
}

/** The texts at a path with `*` for every index. */
function valuesAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  parts: readonly PointerPart[] = [],
): { readonly value: string; readonly parts: readonly PointerPart[] }[] {
  if (step === undefined) return typeof value === 'string' ? [{ value, parts }] : [];
  if (step === '*') {
    return Array.isArray(value)
      ? value.flatMap((item, index) => valuesAt(item, rest, [...parts, index]))
      : isRecord(value)
        ? Object.entries(value).flatMap(([key, item]) => valuesAt(item, rest, [...parts, key]))
        : [];
  }
  return isRecord(value) && Object.hasOwn(value, step) ? valuesAt(value[step], rest, [...parts, step]) : [];
}
