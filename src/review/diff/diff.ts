import { basename, dirname, extname, posix } from 'node:path';
import { type ChangeFilter, filterChanges } from '../../diff/weigh/filter.ts';
import { UsageFault } from '../../model/fault.ts';
import { compareFindings, type Finding } from '../../model/finding.ts';
import { nearest } from '../../model/suggest.ts';
import type { Effects } from '../../project/effects.ts';
import { isRegister as isRegisterFile, stemOf } from '../../project/inputs.ts';
import { loadSettings } from '../../project/settings.ts';
import {
  type ComparedRegister,
  type Comparison,
  compareFiles,
  compareRegisters,
  compareSides,
} from './compare-sides.ts';
import { type SideSource, sidesNamed } from './diff-arguments.ts';
import { openSide, type Side, type SideFile } from './diff-sides.ts';
import type { ReadSide } from './read-side.ts';
import { readSides } from './read-sides.ts';
import { withAnswers } from './review-answers.ts';
import { singleIds } from './single-ids.ts';

export type { ComparedAssessment, ComparedRegister, Spot } from './compare-sides.ts';

export interface DiffOptions extends ChangeFilter {
  /** A file, a folder, a git revision, or a range of two (`v1..v2`). */
  readonly old: string;
  /** The same; the working tree when left out. */
  readonly fresh?: string;
  /** Ids or paths of the assessments to compare; all when empty. */
  readonly assessments: readonly string[];
}

/** The differences between two sides. Lists are sorted by id; differing assessments by the newer id. */
export interface DiffReport extends Comparison {
  /** Changes in the register itself; absent if there are none. */
  readonly register?: ComparedRegister;
  /** Names of the sides. */
  readonly labels: { readonly before: string; readonly after: string };
  readonly findings: readonly Finding[];
}

/**
 * Compares two states of assessments. Files with the same content on both sides are not read unless the
 * register differs. Unreadable files and duplicate ids on one side are findings, and the other assessments are
 * still compared. Throws UsageFault for names that neither side has.
 */
export async function diff(options: DiffOptions, effects: Effects): Promise<DiffReport> {
  const {
    sides: [from, to],
    isRegister,
  } = foldersOf(await sidesNamed(options.old, options.fresh, effects));
  const [before, after] = await Promise.all([openSide(from, to, effects), openSide(to, from, effects)]);
  const files = [...before.assessments, ...after.assessments];
  if (isRegister && !before.register && !after.register) {
    throw new UsageFault(`There is no register in ${before.label}, nor in ${after.label}.`);
  }
  if (files.length === 0 && !isRegister) {
    throw new UsageFault(`There is no assessment in ${before.label}, nor in ${after.label}.`);
  }
  const isPair = before.isFile && after.isFile;
  const names = new Set(options.assessments.map((name) => (extname(name) === '' ? name : stemOf(name))));
  const isNamed = ({ name }: SideFile) => isPair || names.has(stemOf(name));
  const same = before.register?.oid === after.register?.oid ? sameFiles(before, after) : new Set<string>();
  const { older, newer, unread } = await readSides(
    before,
    after,
    files.filter((file) => same.has(file.name) && !isNamed(file)),
    (await loadSettings(effects)).conventions,
    isRegister,
  );
  const only = names.size === 0 ? undefined : idsNamed(names, files, [...older.files, ...newer.files]);
  const { doubled, ...sides } = singleIds(older, newer);
  const found = isPair ? compareFiles(older, newer) : compareSides(sides.older, sides.newer, only);
  const findings = [
    ...[...older.findings, ...newer.findings].filter((finding) => !only || concerns(finding, only)),
    ...doubled.filter(({ id }) => !only || only.has(id)).flatMap((double) => double.findings),
  ];
  const { isSingle, compared } = found;
  const register =
    only || isPair ? undefined : registerOf(compareRegisters(older, newer, !isRegister), options);
  const common = {
    labels: { before: before.label, after: after.label },
    ...(register && { register }),
  };
  if (isRegister) {
    const own = findings.filter(({ file }) => isRegisterFile(file.replace(/^.*:/, '')));
    return { ...common, isSingle: false, added: [], removed: [], compared: [], unchanged: 0, findings: own };
  }
  const filtered = compared.map((one) => ({ ...one, diff: filterChanges(one.whole, options) }));
  return {
    ...common,
    ...found,
    compared: await withAnswers(
      filtered.filter((one) => isSingle || one.diff.changes.length > 0),
      [from, to],
      effects,
    ),
    unchanged: found.unchanged + (only ? 0 : unread.length / 2),
    findings: findings.sort(compareFindings),
  };
}

/** A register is compared with the assessments around it at hand: they say who refers to what. */
function foldersOf(sides: readonly [SideSource, SideSource]) {
  const isRegister = sides.map(({ path }) => isRegisterFile(basename(path)));
  const [old, fresh] = sides;
  if (!isRegister.includes(true)) return { sides, isRegister: false };
  if (isRegister.includes(false)) throw new UsageFault('Compare a register with a register.');
  return { sides: [folderOf(old), folderOf(fresh)] as const, isRegister: true };
}

function folderOf(side: SideSource): SideSource {
  return side.kind === 'disk'
    ? { ...side, path: dirname(side.path), isFolder: true }
    : { ...side, path: posix.dirname(side.path).replace(/^\.$/, ''), isNamed: false };
}

/** The register's changes after filtering; `undefined` if there are none. */
function registerOf(
  register: ComparedRegister | undefined,
  { only, minWeight = 0 }: ChangeFilter,
): ComparedRegister | undefined {
  const changes = (register?.changes ?? []).filter(
    (change) => (only === undefined || only.includes(change.class)) && change.weight >= minWeight,
  );
  return register && changes.length > 0 ? { ...register, changes } : undefined;
}

/** Names of files that have the same content on both sides. */
function sameFiles(before: Side, after: Side): ReadonlySet<string> {
  const old = new Map(before.assessments.map(({ name, oid }) => [name, oid]));
  return new Set(after.assessments.filter(({ name, oid }) => old.get(name) === oid).map(({ name }) => name));
}

/** The ids for names of files or ids. Throws UsageFault for a name that neither side has. */
function idsNamed(
  names: ReadonlySet<string>,
  files: readonly SideFile[],
  read: ReadSide['files'],
): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const name of names) {
    const found = read.filter(({ file, assessment }) => [stemOf(file.name), assessment.id].includes(name));
    for (const { assessment } of found) ids.add(assessment.id);
    const stems = files.map((file) => stemOf(file.name));
    if (found.length > 0) continue;
    if (!stems.includes(name))
      throw unknownAssessment(name, [...stems, ...read.map((one) => one.assessment.id)]);
    ids.add(name); // an unreadable file
  }
  return ids;
}

function unknownAssessment(name: string, all: readonly string[]): UsageFault {
  const meant = nearest(name, all);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return new UsageFault(`Neither side has an assessment ${name}.${hint}`);
}

/** Whether a finding is about one of the assessments, or about their register. */
function concerns({ file }: Finding, ids: ReadonlySet<string>): boolean {
  const path = file.replace(/^.*:/, '');
  return isRegisterFile(path) || ids.has(stemOf(path));
}
