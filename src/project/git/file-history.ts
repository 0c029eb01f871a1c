import { posix, relative } from 'node:path';
import { readDocument } from '../../load/read-document.ts';
import type { Conventions } from '../../model/conventions/conventions.ts';
import { UsageFault } from '../../model/fault.ts';
import { hasErrors } from '../../model/finding.ts';
import type { Assessment } from '../../model/generated/types.ts';
import { validatePrevious } from '../../validate/validate.ts';
import type { Effects } from '../effects.ts';
import { type InputFile, isAssessmentFile, stemOf } from '../inputs.ts';
import { loadSettings } from '../settings.ts';
import { ask, contentsOf, filesAt, prefixInRepository } from './revisions.ts';

/** One version of a file. */
export interface FileVersion {
  /** Hash of the commit and its time (ISO 8601); both `null` for what is not committed. */
  readonly commit: string | null;
  readonly committed: string | null;
  readonly assessment: Assessment;
}

/** The versions of an assessment's file, the oldest first. */
export interface FileHistory {
  readonly versions: readonly FileVersion[];
  /** Versions that cannot be read, and why. */
  readonly skipped: readonly { readonly where: string; readonly why: string }[];
}

/** One commit of the log, with the content of the file after it. */
interface LogEntry {
  readonly commit: string;
  readonly committed: string;
  readonly path: string;
  readonly oid: string;
}

const LOG = [
  'log',
  // What a merge brought in counts from the merge: states on the side branch were never the assessment's.
  '--first-parent',
  '--follow',
  '--find-renames',
  '--no-show-signature',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--raw',
  '-z',
  '--no-abbrev',
  '--format=tformat:%x01%H%x00%cI%x00',
];

/**
 * Reads every version of an assessment's file in git, under any name, and the one on disk. Throws UsageFault
 * without git or a repository.
 */
export async function fileHistory({ path, shown }: InputFile, effects: Effects): Promise<FileHistory> {
  const inside = relative(effects.projectFolder, path).replaceAll('\\', '/');
  const { stdout, code } = await ask([...LOG, '--', inside], effects, undefined, [128]);
  if (code !== 0) await assertRepository(effects);
  const entries = (await withPredecessors(logEntries(stdout.toString('utf8')), effects)).reverse();
  const contents = await contentsOf(
    entries.map(({ oid }) => oid),
    effects,
  );
  const { conventions } = await loadSettings(effects);
  const skipped: { where: string; why: string }[] = [];
  const versions: FileVersion[] = [];
  const add = (
    where: string,
    name: string,
    bytes: Uint8Array | undefined,
    at: Omit<FileVersion, 'assessment'>,
  ) => {
    if (!bytes) return;
    const read = readAssessment(name, bytes, conventions);
    if (typeof read === 'string') skipped.push({ where, why: read });
    else versions.push({ ...at, assessment: read });
  };
  for (const { commit, committed, path: name, oid } of entries) {
    add(`${commit.slice(0, 10)}:${name}`, name, contents.get(oid), { commit, committed });
  }
  const bytes = await effects.readFile(path);
  const committed = contents.get(entries.at(-1)?.oid ?? '');
  const isChanged = bytes && !(committed && Buffer.compare(bytes, committed) === 0);
  if (isChanged) add(shown, shown, bytes, { commit: null, committed: null });
  return { versions, skipped };
}

/** Most names that a file's history is followed through. */
const MAX_NAMES = 20;

/**
 * Continues where git lost track of the file: one that was rewritten when renamed or converted (JSON to YAML)
 * is the same if it contains the same assessment. `entries` are the newest first.
 */
async function withPredecessors(entries: readonly LogEntry[], effects: Effects): Promise<LogEntry[]> {
  const found = [...entries];
  let prefix: string | undefined;
  for (let names = 1; names < MAX_NAMES; names += 1) {
    const oldest = found.at(-1);
    const path = oldest && (await predecessorOf(oldest, effects));
    if (path === undefined) break;
    // Git gives paths from the root of the repository, but runs in the project's folder.
    prefix ??= await prefixInRepository(effects);
    const here = posix.relative(prefix, path);
    const { stdout } = await ask([...LOG, `${oldest?.commit}^1`, '--', here], effects);
    const earlier = logEntries(stdout.toString('utf8'));
    if (earlier.length === 0) break;
    found.push(...earlier);
  }
  return found;
}

/**
 * The file that a new file replaced: removed in the same commit, or beside it with the same name in another
 * format.
 */
async function predecessorOf({ commit, path, oid }: LogEntry, effects: Effects): Promise<string | undefined> {
  const before = `${commit}^1`;
  const range = ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', before, commit];
  const { stdout, code } = await ask(range, effects, undefined, [128]);
  if (code !== 0) return undefined; // the first commit
  const gone = [...stdout.toString('utf8').matchAll(/:100\d+ 0+ ([0-9a-f]+) 0+ D\0([^\0]+)\0/g)].map(
    ([, blob = '', name = '']) => ({ path: name, oid: blob }),
  );
  const folder = posix.dirname(path);
  const beside = (await filesAt(before, folder === '.' ? '' : folder, effects)).filter(
    (file) => file.path !== path && stemOf(file.path) === stemOf(path),
  );
  const candidates = [...beside, ...gone].filter((file) => isAssessmentFile(posix.basename(file.path)));
  if (candidates.length === 0) return undefined;
  const contents = await contentsOf([oid, ...candidates.map((file) => file.oid)], effects);
  const idOf = (file: { readonly path: string; readonly oid: string }) => {
    const bytes = contents.get(file.oid);
    const data: unknown = bytes && readDocument(file.path, bytes).document?.data;
    return typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;
  };
  const id = idOf({ path, oid });
  return candidates.find((file) => id !== undefined && idOf(file) === id)?.path;
}

/** Without a repository this is a usage error; in one, the log fails only if there are no commits. */
async function assertRepository(effects: Effects): Promise<void> {
  const { code } = await ask(['rev-parse', '--verify', '--quiet', 'HEAD'], effects, undefined, [1]);
  if (code === 0)
    throw new UsageFault('Git cannot tell the history of this file: it lies outside of the repository.');
}

function logEntries(text: string): LogEntry[] {
  return text.split('\u0001').flatMap((record) => {
    const [commit = '', committed = '', ...rest] = record.split('\0');
    const raw = /:\d+ 100\d+ [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*\0([^\0]+)\0(?:([^\0]+)\0)?/.exec(rest.join('\0'));
    const [, oid, from, to] = raw ?? [];
    // A deleted file has no content; if it returns, that is another entry.
    if (oid === undefined || from === undefined || /^0+$/.test(oid)) return [];
    return [{ commit, committed, path: to ?? from, oid }];
  });
}

function readAssessment(name: string, bytes: Uint8Array, conventions: Conventions): Assessment | string {
  const { document, findings } = readDocument(name, bytes);
  const first = findings.find((finding) => hasErrors([finding]));
  if (!document || first) return first?.message ?? 'It cannot be read.';
  const { assessment, remarks } = validatePrevious(document.data, conventions);
  return assessment ?? remarks[0]?.message ?? 'It is not an assessment.';
}
