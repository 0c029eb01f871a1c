import { dirname } from 'node:path';
import { releaseOf } from '../../build/memo-source.ts';
import type { Cache } from '../../cache/cache.ts';
import { compareAssessments } from '../../derive/comparison/compare.ts';
import type { AssessmentComparison, Compared } from '../../derive/comparison/types.ts';
import { emptyRegister } from '../../derive/entities/resolve.ts';
import { placeRemarks } from '../../load/place-findings.ts';
import { readDocument } from '../../load/read-document.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import { UsageFault } from '../../model/fault.ts';
import { type Finding, hasErrors } from '../../model/finding.ts';
import type { Marking, Register } from '../../model/generated/types.ts';
import type { Effects } from '../../project/effects.ts';
import { Forms } from '../../project/forms.ts';
import { findInputs, type InputFile } from '../../project/inputs.ts';
import { loadBytes } from '../../project/load-bytes.ts';
import { AssessmentReader } from '../../project/read-assessment.ts';
import { loadSettings } from '../../project/settings.ts';
import { readContext } from '../../project/shared-context.ts';
import { dateText } from '../../render/wording/dates.ts';
import { messagesFor } from '../../render/wording/messages.ts';
import { validateAssessment } from '../../validate/validate.ts';
import { ask } from '../ask.ts';
import type { TableName } from '../columns.ts';
import { openLedger } from '../ledger.ts';

export interface CompareOptions {
  /** Ids, patterns of ids, files or folders; all of `assessments/` if none is named. */
  readonly named: readonly string[];
  /** Of these, only assessments with a row matching the query. */
  readonly query?: { readonly of: TableName; readonly text: string };
  /** Everything marked above is left out of each assessment before comparing. */
  readonly release?: Marking;
  readonly cache?: Cache | undefined;
}

export interface ComparedSet {
  readonly comparison: AssessmentComparison;
  /** Why a file is not compared. */
  readonly findings: readonly Finding[];
  /** How many assessments a release leaves out completely; never which. */
  readonly leftOut: number;
}

/**
 * Compares any set of assessments. Files are only validated, not checked. Throws UsageFault for wrong names, an
 * invalid query, and fewer than two assessments.
 */
export async function compareSet(options: CompareOptions, effects: Effects): Promise<ComparedSet> {
  const inputs = await findInputs(options.named, effects);
  const chosen = options.query ? await answering(inputs, options, effects) : inputs;
  const { compared, findings, leftOut } = options.release
    ? await released(chosen, options.release, effects)
    : await asTheyAre(chosen, effects);
  if (compared.length < 2 && findings.length === 0) {
    const query = options.query ? ` that fit ${JSON.stringify(options.query.text)}` : '';
    throw new UsageFault(
      `A comparison needs two assessments; there ${compared.length === 1 ? 'is one' : 'is none'}${query}${leftOut > 0 ? ' that can be released' : ''}.`,
    );
  }
  return { comparison: compareAssessments(compared), findings, leftOut };
}

/** Dates as memos in English write them: "about 26 March 2024". */
export async function daysInWords(effects: Effects): Promise<(date: EdtfDate) => string> {
  const { messages } = await new Forms(effects).load('policy-memo');
  const phrases = messagesFor('en', messages);
  return (date) => dateText(date, phrases);
}

/** The files of assessments with a row that matches the query. */
async function answering(
  inputs: readonly InputFile[],
  { named, query, release, cache }: CompareOptions,
  effects: Effects,
): Promise<readonly InputFile[]> {
  if (!query) return inputs;
  const ledger = await openLedger(effects, { named, cache, ...(release && { release }) });
  const { rows } = ask(ledger, { of: query.of, query: query.text }, effects.today());
  const files = new Set(rows.map(({ edition }) => edition.file));
  return inputs.filter(({ shown }) => files.has(shown));
}

type Read = Omit<ComparedSet, 'comparison'> & { readonly compared: readonly Compared[] };

async function asTheyAre(inputs: readonly InputFile[], effects: Effects): Promise<Read> {
  const findings: Finding[] = [];
  const compared: Compared[] = [];
  const registers = new Map<string, Register>();
  const settings = loadSettings(effects);
  const { conventions } = await settings;
  for (const input of inputs) {
    const folder = dirname(input.path);
    if (!registers.has(folder)) {
      const read = await readContext(folder, effects, settings, {});
      findings.push(...read.findings.flat().filter(({ severity }) => severity === 'error'));
      registers.set(folder, read.context.register ?? emptyRegister);
    }
    const { bytes, findings: unreadable } = await loadBytes(input, effects);
    findings.push(...unreadable);
    if (!bytes) continue;
    const { document, findings: malformed } = readDocument(input.shown, bytes);
    const validated =
      document && !hasErrors(malformed) ? validateAssessment(document.data, conventions) : undefined;
    const register = registers.get(folder) ?? emptyRegister;
    if (validated?.assessment) compared.push({ assessment: validated.assessment, register });
    else findings.push(...malformed, ...(document ? placeRemarks(document, validated?.remarks ?? []) : []));
  }
  return { compared, findings, leftOut: 0 };
}

async function released(inputs: readonly InputFile[], level: Marking, effects: Effects): Promise<Read> {
  const reader = new AssessmentReader(effects, { forms: await new Forms(effects).names() });
  const compared: Compared[] = [];
  let leftOut = 0;
  for (const input of inputs) {
    const read = await reader.read(input);
    const { assessment, findings } = releaseOf(read, input.path, level);
    if (assessment && !hasErrors(findings)) compared.push({ assessment, register: read.register });
    else leftOut += 1;
  }
  return { compared, findings: [], leftOut };
}
