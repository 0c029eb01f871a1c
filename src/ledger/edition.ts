import { chains, type EvidenceChain } from '../derive/analysis/chain.ts';
import { viewDate } from '../derive/entities/dates.ts';
import { emptyRegister, type ResolvedAssessment, resolve } from '../derive/entities/resolve.ts';
import { deriveMemo, type MemoView } from '../derive/memo-view.ts';
import { diffAssessments } from '../diff/diff-assessments.ts';
import type { AssessmentDiff } from '../diff/types.ts';
import {
  type ConfidenceScale,
  confidenceScaleOf,
  likelihoodScaleOf,
  schemeOf,
  shippedConventions,
} from '../model/conventions/conventions.ts';
import type { EdtfDate } from '../model/edtf.ts';
import type { Assessment, Register } from '../model/generated/types.ts';
import { plainText } from '../render/wording/plain.ts';
import { likelihoodOrder } from './columns/edition.ts';
import type { Cells, DateValue } from './columns.ts';

/** One edition of an assessment, as read for the ledger. */
export interface EditionFile {
  readonly assessment: Assessment;
  readonly register: Register;
  /** Where it was read: a file, or `revision:path`. */
  readonly shown: string;
  /** The edition it replaces, if that can be read. */
  readonly previous?: Assessment | undefined;
}

/** An edition with everything the tables need, computed once. */
export interface ReadEdition extends EditionFile {
  readonly resolved: ResolvedAssessment;
  readonly view: MemoView;
  readonly chains: ReadonlyMap<string, EvidenceChain>;
  /** What changed since the previous edition. */
  readonly diff: AssessmentDiff | undefined;
  /** Name and aliases of an actor, or the id alone. */
  readonly namesOf: (actor: string) => readonly string[];
}

export function readEdition(file: EditionFile): ReadEdition {
  const { assessment, register, previous } = file;
  const resolved = resolve(assessment, register);
  const aliases = new Map<string, readonly string[]>();
  for (const { id, name, aliases: others = [] } of [...(register.actors ?? []), ...resolved.actors]) {
    aliases.set(id, [...new Set([...(aliases.get(id) ?? []), name, ...others])]);
  }
  return {
    ...file,
    resolved,
    view: deriveMemo(assessment, register),
    chains: chains(resolved),
    // The same register on both sides: its own changes do not count.
    diff:
      previous &&
      diffAssessments({ assessment: previous, register: emptyRegister }, { assessment, register }),
    namesOf: (actor) => aliases.get(actor) ?? [actor],
  };
}

export function editionCells({ assessment, shown }: Pick<ReadEdition, 'assessment' | 'shown'>): Cells {
  const { id, title, form, status, language, asOf, published, authors, scope, series, edition } = assessment;
  const { geography } = scope ?? {};
  return {
    assessment: id,
    title,
    form,
    status,
    handling: assessment.marking,
    language: language ?? 'en',
    date: dateValue(published ?? asOf),
    asOf: dateValue(asOf),
    authors: (authors ?? []).map(({ name }) => name),
    areas: geography === undefined ? [] : typeof geography === 'string' ? [geography] : geography,
    series: series?.name,
    edition: edition?.number,
    file: shown,
    ...ordersOf(assessment),
  };
}

/** The orders of an edition's scheme and scales, if they are not the shipped ones, which is rare. */
function ordersOf(assessment: Assessment): Cells {
  const scheme = schemeOf(assessment);
  const likelihood = likelihoodScaleOf(assessment);
  const confidence = confidenceScaleOf(assessment);
  const { standards } = shippedConventions;
  return {
    ...(scheme.id !== shippedConventions.scheme.id && {
      markingOrder: scheme.labels.map(({ label }) => label),
    }),
    ...(likelihood.id !== standards.likelihood && { likelihoodOrder: likelihoodOrder(likelihood) }),
    ...(confidence.id !== standards.confidence && { confidenceOrder: levelsOf(confidence) }),
  };
}

function levelsOf({ levels }: ConfidenceScale): string[] {
  return levels.map(({ level }) => level);
}

/** A date of the file as a row has it. */
export function dateValue(date: string | EdtfDate | undefined): DateValue | undefined {
  const view = typeof date === 'string' ? viewDate(date) : date;
  if (view === undefined) return undefined;
  const { text, earliest, latest } = view;
  return { text, ...(earliest && { earliest }), ...(latest && { latest }) };
}

/** Prose as plain words in one line, without citations. */
export function oneLine(text: string | undefined): string | undefined {
  return text === undefined ? undefined : plainText(text);
}

/** The ids of one collection in references, given as `collection/id` or as an id alone. */
export function idsAbout(
  references: readonly string[] | undefined,
  collection: string,
  has: (id: string) => boolean,
): string[] {
  const ids = (references ?? []).flatMap((reference) => {
    const slash = reference.indexOf('/');
    const named = slash < 0 ? collection : reference.slice(0, slash);
    const id = reference.slice(slash + 1);
    return named === collection && has(id) ? [id] : [];
  });
  return [...new Set(ids)];
}
