import { emptyRegister } from '../../derive/entities/resolve.ts';
import { diffAssessments } from '../../diff/diff-assessments.ts';
import { compareFolders, type LoneAssessment } from '../../diff/folders.ts';
import { registerChanges } from '../../diff/register-changes.ts';
import type { AssessmentDiff, Change, DiffSide } from '../../diff/types.ts';
import { joinChanges } from '../../diff/weigh/join/join.ts';
import type { ScoreAnswer } from '../../model/generated/types.ts';
import { stemOf } from '../../project/inputs.ts';
import type { SourceFile } from '../../project/provenance.ts';
import type { ReadFile, ReadSide } from './read-side.ts';

/** A place in a file of one side; line and column are counted from 1. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An assessment on both sides, with its differences. */
export interface ComparedAssessment {
  /** The changes after filtering. */
  readonly diff: AssessmentDiff;
  /** All changes. */
  readonly whole: AssessmentDiff;
  readonly before: DiffSide;
  readonly after: DiffSide;
  /** The bytes of both. */
  readonly files: { readonly before: SourceFile; readonly after: SourceFile };
  /** Reviewers' answers about the older state to the scorecard's questions; absent if there are none. */
  readonly answers?: readonly ScoreAnswer[];
  /** The place of a change on both sides, if it exists there. */
  spotsOf(change: Change): { readonly before?: Spot; readonly after?: Spot };
}

/** The same with its changes as reported to a reader: see `joinChanges`. */
export function asDescribed(one: ComparedAssessment): ComparedAssessment {
  const { diff, before, after } = one;
  return { ...one, diff: { ...diff, changes: joinChanges(diff.changes, before, after) } };
}

/** What is on both sides, on one, and different. */
export interface Comparison {
  /** Whether two states of one assessment were named, so that there is one result and no list. */
  readonly isSingle: boolean;
  readonly added: readonly LoneAssessment[];
  readonly removed: readonly LoneAssessment[];
  readonly compared: readonly ComparedAssessment[];
  /** Number of assessments on both sides without differences. */
  readonly unchanged: number;
}

/** What changed in the register itself. */
export interface ComparedRegister {
  readonly changes: readonly Change[];
  spotsOf(change: Change): { readonly before?: Spot; readonly after?: Spot };
}

/**
 * Compares the registers of two sides; `undefined` if either is unreadable. With `unused`, changes in entries
 * that assessments on both sides refer to are left to those assessments.
 */
export function compareRegisters(
  older: ReadSide,
  newer: ReadSide,
  unused: boolean,
): ComparedRegister | undefined {
  if (!older.register || !newer.register) return undefined;
  const [before, after] = [older, newer].map(({ register, files }) => ({
    register: register?.register ?? emptyRegister,
    users: files.map(({ assessment }) => assessment),
  }));
  if (!before || !after) return undefined;
  return {
    changes: registerChanges(before, after, unused),
    spotsOf: spotsIn(older.register, newer.register),
  };
}

type Placed = Partial<Pick<ReadFile, 'document' | 'file'>> | undefined;

function spotsIn(older: Placed, newer: Placed) {
  return ({ pointers }: Change) => {
    const spots = { before: spotAt(older, pointers.before), after: spotAt(newer, pointers.after) };
    return { ...(spots.before && { before: spots.before }), ...(spots.after && { after: spots.after }) };
  };
}

/** Two files are two states of one assessment, whatever their ids; a single file was added or removed. */
export function compareFiles(older: ReadSide, newer: ReadSide): Comparison {
  const [old, fresh] = [older.files[0], newer.files[0]];
  if (old && fresh) {
    const one = comparing(older, newer).compare(old, fresh);
    return { isSingle: true, added: [], removed: [], compared: [one], unchanged: 0 };
  }
  const isBroken = older.unreadable.length + newer.unreadable.length > 0;
  const lone = (file: ReadFile | undefined) =>
    file && !isBroken ? [{ id: file.assessment.id, title: file.assessment.title }] : [];
  return { isSingle: false, added: lone(fresh), removed: lone(old), compared: [], unchanged: 0 };
}

/** Assessments are matched by id, the rest by content. With `only`, just these ids are compared. */
export function compareSides(older: ReadSide, newer: ReadSide, only?: ReadonlySet<string>): Comparison {
  // The other state of an unreadable file was neither added nor removed.
  const broken = new Set([...older.unreadable, ...newer.unreadable].map(({ name }) => stemOf(name)));
  const readable = ({ files }: ReadSide) => files.filter(({ file }) => !broken.has(stemOf(file.name)));
  const [old, fresh] = [readable(older), readable(newer)];
  const { before, after, compare } = comparing(older, newer);
  const folders = compareFolders(old.map(before), fresh.map(after));
  const isAsked = (...ids: readonly string[]) => only === undefined || ids.some((id) => only.has(id));
  const fileOf = (files: readonly ReadFile[], id: string) =>
    files.findLast((file) => file.assessment.id === id);
  const both = [...folders.renamed, ...folders.changed].flatMap((diff) => {
    const [was, is] = [fileOf(old, diff.id.before), fileOf(fresh, diff.id.after)];
    return was && is && isAsked(diff.id.before, diff.id.after) ? [compare(was, is, diff)] : [];
  });
  const added = folders.added.filter(({ id }) => isAsked(id));
  const removed = folders.removed.filter(({ id }) => isAsked(id));
  const lists = { added, removed, compared: both.sort(byNewerId), unchanged: folders.unchanged };
  if (only === undefined) return { isSingle: false, ...lists };

  const unchanged = [...only].flatMap((id) => {
    const [was, is] = [fileOf(old, id), fileOf(fresh, id)];
    return was && is && !both.some(({ diff }) => diff.id.after === id) ? [compare(was, is)] : [];
  });
  const isSingle = only.size === 1 && added.length + removed.length === 0;
  return isSingle
    ? { isSingle, ...lists, compared: [...both, ...unchanged].slice(0, 1), unchanged: 0 }
    : { isSingle, ...lists, unchanged: unchanged.length };
}

/**
 * If one register is unreadable, the other side's is used for both: otherwise everything it names would seem to
 * change.
 */
function comparing(older: ReadSide, newer: ReadSide) {
  const register = {
    before: (older.register ?? newer.register)?.register ?? emptyRegister,
    after: (newer.register ?? older.register)?.register ?? emptyRegister,
  };
  const before = ({ assessment }: ReadFile): DiffSide => ({ assessment, register: register.before });
  const after = ({ assessment }: ReadFile): DiffSide => ({ assessment, register: register.after });
  const compare = (
    old: ReadFile,
    fresh: ReadFile,
    diff = diffAssessments(before(old), after(fresh)),
  ): ComparedAssessment => ({
    diff,
    whole: diff,
    before: before(old),
    after: after(fresh),
    files: { before: sourceOf(old), after: sourceOf(fresh) },
    spotsOf: (change) =>
      (change.origin === 'register' ? spotsIn(older.register, newer.register) : spotsIn(old, fresh))(change),
  });
  return { before, after, compare };
}

function sourceOf({ file, bytes }: ReadFile): SourceFile {
  return { path: file.name, bytes };
}

function spotAt(
  read: Partial<Pick<ReadFile, 'document' | 'file'>> | undefined,
  pointer: string | undefined,
): Spot | undefined {
  if (!read?.document || pointer === undefined) return undefined;
  const { line, column } = read.document.locate(pointer);
  return { file: read.file?.shown ?? read.document.file, line, column };
}

function byNewerId(a: ComparedAssessment, b: ComparedAssessment): number {
  return a.diff.id.after < b.diff.id.after ? -1 : 1;
}
