import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkAssessment } from '../../src/check/check.ts';
import type { ImportContext, Imported, Importer, ImportSource, Loss } from '../../src/exchange/interfaces.ts';
import { groupLosses } from '../../src/exchange/losses.ts';
import { openSource } from '../../src/exchange/source.ts';
import type { Assessment, Register } from '../../src/model/generated/types.ts';
import { fromPointer, toPointer } from '../../src/model/pointer.ts';
import { validateAssessment } from '../../src/validate/validate.ts';

/** The public samples beside a checkout, where they are there; ours are in `tests/fixtures/exchange/`. */
export const publicSamples = fileURLToPath(new URL('../../../shared/samples/', import.meta.url));
export const ownSamples = fileURLToPath(new URL('../fixtures/exchange/', import.meta.url));

export function hasPublicSamples(): boolean {
  return existsSync(publicSamples);
}

export function sourceFrom(file: string, content: string | Uint8Array): ImportSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { source } = openSource(file, bytes);
  if (!source) throw new Error(`${file} is too large`);
  return source;
}

export const context: ImportContext = { today: '2026-11-29', register: {} };

export function importFile(importer: Importer, path: string): Imported {
  return importer.import(sourceFrom(basename(path), readFileSync(path)), context);
}

export function importData(importer: Importer, data: unknown, register: Register = {}): Imported {
  return importer.import(sourceFrom('sample.json', JSON.stringify(data)), { ...context, register });
}

/** The one assessment that came, validated. */
export function assessmentOf(imported: Imported): Assessment {
  const [part, ...more] = imported.parts;
  if (!part || more.length > 0)
    throw new Error(`${imported.parts.length} parts: ${JSON.stringify(imported.remarks)}`);
  return validated(part.content);
}

export function validated(content: unknown): Assessment {
  // What is written is JSON: a property that is `undefined` is not there.
  const { assessment, remarks } = validateAssessment(JSON.parse(JSON.stringify(content)));
  if (!assessment)
    throw new Error(remarks.map(({ pointer, message }) => `${pointer}: ${message}`).join('\n'));
  return assessment;
}

/** Errors that the check finds in it: of severity error, or of a rule named. */
export function errorsIn(assessment: Assessment, register: Register = {}): readonly string[] {
  const remarks = checkAssessment({
    assessment,
    register,
    fileStem: assessment.id,
    forms: [assessment.form],
    today: context.today,
  });
  return remarks
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, pointer }) => `${rule} ${pointer}`);
}

/** Losses as a reader sees them: how many of a kind, why, and where the first is. */
export function printedLosses(losses: readonly Loss[]): string {
  return groupLosses(losses)
    .map(
      ({ degree, what, why, losses: members }) =>
        `${members.length} × ${what} (${degree}): ${why} ${members[0]?.at ?? ''}`,
    )
    .join('\n');
}

/** Pointers at which two values differ, as near to the leaves as both have something. Lines of prose count as one text. */
export function differences(
  before: unknown,
  after: unknown,
  path: readonly (string | number)[] = [],
): readonly string[] {
  const [a, b] = [asText(before), asText(after)];
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [toPointer(path)];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) =>
    differences((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], [...path, key]),
  );
}

/** Whether a loss is at a pointer or around it. */
export function covers(loss: Pick<Loss, 'at'>, pointer: string): boolean {
  const [outer, inner] = [fromPointer(loss.at), fromPointer(pointer)];
  return outer.length <= inner.length && outer.every((part, index) => part === inner[index]);
}

function asText(value: unknown): unknown {
  return Array.isArray(value) && value.length > 0 && value.every((line) => typeof line === 'string')
    ? value.join('\n')
    : value;
}
