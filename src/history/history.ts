import {
  type AssessmentHistory,
  type HistoryState,
  type JudgmentState,
  judgmentState,
  statementText,
} from '../derive/analysis/history.ts';
import { isUnrelated } from '../derive/analysis/reused-ids.ts';
import { emptyRegister, resolve } from '../derive/entities/resolve.ts';
import { redactedAbove } from '../derive/release/redacted.ts';
import { unmarkedAbove } from '../derive/release/unmarked.ts';
import { diffAssessments } from '../diff/diff-assessments.ts';
import type { AssessmentDiff } from '../diff/types.ts';
import { confidenceScaleOf } from '../model/conventions/conventions.ts';
import { UsageFault } from '../model/fault.ts';
import type { Assessment, Judgment, Level, Marking, Register } from '../model/generated/types.ts';
import { termText } from '../model/vocabularies.ts';
import type { Effects } from '../project/effects.ts';
import { type FileHistory, type FileVersion, fileHistory } from '../project/git/file-history.ts';
import { findInputs, type InputFile } from '../project/inputs.ts';
import { AssessmentReader } from '../project/read-assessment.ts';

export type { AssessmentHistory, HistoryState, JudgmentState } from '../derive/analysis/history.ts';

export interface HistoryReport {
  readonly history: AssessmentHistory;
  /** The newest version, and the register as it is now. */
  readonly last: Assessment;
  readonly register: Register;
  /** Versions that cannot be read, which are left out. */
  readonly skipped: FileHistory['skipped'];
}

/**
 * Follows one assessment, named by id or path, through the git history. Throws UsageFault if it does not exist.
 */
export async function history(named: string, effects: Effects): Promise<HistoryReport> {
  const [input, another] = await findInputs([named], effects);
  if (!input || another) throw new UsageFault(`Name one assessment: ${named} is several.`);
  // Mistakes in the register are left to the check: only its names are needed.
  const { register } = await new AssessmentReader(effects).read(input);
  return historyOf(input, register, effects);
}

/** The same for a file already found. Names of actors come from the present register. */
async function historyOf(input: InputFile, register: Register, effects: Effects): Promise<HistoryReport> {
  const { versions, skipped } = await fileHistory(input, effects);
  const last = versions.at(-1)?.assessment;
  if (!last) {
    throw new UsageFault(
      `No version of ${input.shown} can be read: ${skipped.at(-1)?.why ?? 'there is none.'}`,
    );
  }
  return { history: track(versions, last, register), last, register, skipped };
}

/**
 * The history that an assessment's memo may show: its own judgments only, and nothing of versions or judgments
 * that were marked above it, by their marking at the time. With `level`, nothing that could not have been
 * released at that level.
 */
export async function memoHistory(
  input: InputFile,
  assessment: Assessment,
  register: Register,
  level: Marking | undefined,
  effects: Effects,
): Promise<AssessmentHistory> {
  const { versions } = await fileHistory(input, effects);
  const visible = versions.flatMap((version): FileVersion[] => {
    const judgments = judgmentsFor(version.assessment, level ?? assessment.marking);
    if (judgments.length === 0) return [];
    return [{ ...version, assessment: { ...version.assessment, judgments } }];
  });
  const { id, title, states, judgments } = track(visible, assessment, register);
  // Of two with one id, the first is the one that still has it.
  const own = assessment.judgments.flatMap(
    (judgment) => judgments.find((one) => one.id === judgment.id) ?? [],
  );
  return { id, title, states, judgments: own, levels: [] };
}

/** The judgments of a version that readers of a marking may see. */
function judgmentsFor(version: Assessment, level: Marking): Assessment['judgments'] {
  const withheld = redactedAbove(version, level).entries;
  const unmarked = new Set(unmarkedAbove(version, level));
  return version.judgments.filter(
    ({ id }) => !withheld.has(`judgments/${id}`) && !unmarked.has(`judgments/${id}`),
  ) as Assessment['judgments'];
}

/** Follows judgments and levels through versions; `last` determines their names and order. */
function track(versions: readonly FileVersion[], last: Assessment, register: Register): AssessmentHistory {
  const states: FileVersion[] = [];
  const judgments = new Tracks<JudgmentState, Judgment>('judgments');
  const levels = new Tracks<Level, never>('actors');
  for (const version of versions) {
    const before = states.at(-1);
    const diff = before && diffAssessments(sideOf(before), sideOf(version));
    // A version that only looks different is skipped.
    // Reordering moves no judgment.
    if (diff?.changes.every(({ type }) => type === 'order-changed')) continue;
    const at = states.push(version) - 1;
    const { assessment } = version;
    judgments.follow(diff);
    levels.follow(diff);
    for (const judgment of assessment.judgments) {
      judgments.set(judgment.id, '', at, judgmentState(judgment, assessment), judgment);
    }
    for (const { id = '', ref = '', intent, capabilities = [] } of assessment.actors ?? []) {
      if (intent) levels.set(id || ref, 'intent', at, intent.level);
      for (const { dimension, level } of capabilities) levels.set(id || ref, termText(dimension), at, level);
    }
  }
  const names = namesOf(states, register);
  const scale = confidenceScaleOf(last);
  return {
    id: last.id,
    title: last.title,
    ...(scale.isOwn && { confidence: scale.levels.map(({ level }) => level) }),
    states: states.map(stateOf),
    judgments: judgments
      .all(
        states.length,
        last.judgments.map(({ id }) => id),
      )
      .map(({ id, states: own, last: judgment }) => ({
        id,
        statement: judgment ? statementText(judgment) : '',
        states: own,
      })),
    levels: levels
      .all(
        states.length,
        (last.actors ?? []).map(({ id, ref }) => id ?? ref ?? ''),
      )
      .map(({ id, part, states: own }) => ({
        actor: id,
        name: names.get(id) ?? id,
        dimension: part,
        states: own,
      })),
  };
}

function sideOf({ assessment }: FileVersion) {
  return { assessment, register: emptyRegister };
}

function stateOf({ commit, committed, assessment }: FileVersion): HistoryState {
  const { edition, asOf, published } = assessment;
  return { commit, committed, edition: edition?.number ?? null, asOf, published: published ?? null };
}

function namesOf(states: readonly FileVersion[], register: Register): ReadonlyMap<string, string> {
  const known = (assessment: Assessment) =>
    resolve(assessment, register).actors.map(({ id, name }) => [id, name] as const);
  return new Map(states.flatMap(({ assessment }) => known(assessment)));
}

interface Track<State, Entry> {
  /** Its last id. */
  readonly id: string;
  /** Which part of the entity: a dimension, or empty for the whole. */
  readonly part: string;
  readonly states: (State | null)[];
  /** The entry as it was last. */
  readonly last?: Entry | undefined;
  /** Whether its id means something else since. */
  readonly isOver?: boolean;
}

/** The entries of a collection, followed through renames, until their id is used for something else. */
class Tracks<State, Entry> {
  readonly #collection: string;
  #tracks: Track<State, Entry>[] = [];

  constructor(collection: string) {
    this.#collection = collection;
  }

  follow(diff: AssessmentDiff | undefined): void {
    const own = (diff?.changes ?? []).filter(({ entity }) => entity.collection === this.#collection);
    const renamed = own.filter(({ type }) => type === 'renamed');
    const ids = new Map(renamed.map(({ before, after }) => [String(before), String(after)]));
    const used = new Set(ids.values());
    const added = new Map(
      own.flatMap(({ type, field, entity: { id }, after }) =>
        type === 'added' && field === null ? [[id, after] as const] : [],
      ),
    );
    const wentNow = new Set(
      own.flatMap(({ field, before, entity: { id } }) => (field === null && before !== null ? id : [])),
    );
    this.#tracks = this.#tracks.map((track) => {
      const { id, last, isOver } = track;
      if (isOver) return track;
      const to = ids.get(id);
      if (to !== undefined) return { ...track, id: to };
      // One that was gone, and comes back, goes on.
      const isOther = wentNow.has(id) || isUnrelated(this.#collection, last, added.get(id));
      return used.has(id) || (added.has(id) && isOther) ? { ...track, isOver: true } : track;
    });
  }

  set(id: string, part: string, at: number, state: State, last?: Entry): void {
    const place = this.#tracks.findIndex((one) => one.id === id && one.part === part && !one.isOver);
    const track = this.#tracks[place] ?? { id, part, states: [] };
    track.states[at] = state;
    this.#tracks.splice(place === -1 ? this.#tracks.length : place, 1, { ...track, last });
  }

  /** All tracks with a state or `null` for each version, in the order of the ids; others follow. */
  all(length: number, ids: readonly string[]): Track<State, Entry>[] {
    const place = ({ id, isOver }: Track<State, Entry>) =>
      ids.includes(id) && !isOver ? ids.indexOf(id) : ids.length;
    return this.#tracks
      .map((track) => ({
        ...track,
        states: Array.from({ length }, (_, index) => track.states[index] ?? null),
      }))
      .sort((a, b) => place(a) - place(b));
  }
}
