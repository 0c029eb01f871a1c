import { extname } from 'node:path';
import { type ChangeFilter, filterChanges } from '../../diff/weigh/filter.ts';
import { UsageFault } from '../../model/fault.ts';
import { compareFindings, type Finding } from '../../model/finding.ts';
import { nearest } from '../../model/suggest.ts';
import type { Effects } from '../../project/effects.ts';
import { isRegister, stemOf } from '../../project/inputs.ts';
import { loadSettings } from '../../project/settings.ts';
import { type Comparison, compareFiles, compareSides } from './compare-sides.ts';
import { sidesNamed } from './diff-arguments.ts';
import { openSide, type Side, type SideFile } from './diff-sides.ts';
import type { ReadSide } from './read-side.ts';
import { readSides } from './read-sides.ts';
import { singleIds } from './single-ids.ts';

export type { ComparedAssessment, Spot } from './compare-sides.ts';

export interface DiffOptions extends ChangeFilter {
  /** A file, a folder, a git revision, or a range of two (`v1..v2`). */
  readonly old: string;
  /** The same; the working tree when left out. */
  readonly fresh?: string;
  /** Ids or paths of the assessments to compare; all when empty. */
  readonly assessments: readonly string[];
}

/** What differs between two sides. Lists are sorted by id; those that differ, by their newer one. */
export interface DiffReport extends Comparison {
  /** What the sides are called. */
  readonly labels: { readonly before: string; readonly after: string };
  readonly findings: readonly Finding[];
}

/**
 * Compares two states of assessments. Files with the same content on both sides are not read unless the register differs.
 * What cannot be read, and an id that two files of a side have, is a finding, and the other assessments are compared all
 * the same. Throws UsageFault for what the sides do not have.
 */
export async function diff(options: DiffOptions, effects: Effects): Promise<DiffReport> {
  const [from, to] = await sidesNamed(options.old, options.fresh, effects);
  const [before, after] = await Promise.all([openSide(from, to, effects), openSide(to, from, effects)]);
  const files = [...before.assessments, ...after.assessments];
  if (files.length === 0) {
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
  );
  const only = names.size === 0 ? undefined : idsNamed(names, files, [...older.files, ...newer.files]);
  const { doubled, ...sides } = singleIds(older, newer);
  const found = isPair ? compareFiles(older, newer) : compareSides(sides.older, sides.newer, only);
  const findings = [
    ...[...older.findings, ...newer.findings].filter((finding) => !only || concerns(finding, only)),
    ...doubled.filter(({ id }) => !only || only.has(id)).flatMap((double) => double.findings),
  ];
  const { isSingle, compared } = found;
  const filtered = compared.map((one) => ({ ...one, diff: filterChanges(one.whole, options) }));
  return {
    labels: { before: before.label, after: after.label },
    ...found,
    compared: filtered.filter((one) => isSingle || one.diff.changes.length > 0),
    unchanged: found.unchanged + (only ? 0 : unread.length / 2),
    findings: findings.sort(compareFindings),
  };
}

/** Names of files that have the same content on both sides. */
function sameFiles(before: Side, after: Side): ReadonlySet<string> {
  const old = new Map(before.assessments.map(({ name, oid }) => [name, oid]));
  return new Set(after.assessments.filter(({ name, oid }) => old.get(name) === oid).map(({ name }) => name));
}

/** The ids that names of files or ids stand for. Throws UsageFault where neither side has one of that name. */
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
    ids.add(name); // one that cannot be read
  }
  return ids;
}

function unknownAssessment(name: string, all: readonly string[]): UsageFault {
  const meant = nearest(name, all);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return new UsageFault(`Neither side has an assessment ${name}.${hint}`);
}

/** Whether a finding is about one of the assessments, or about the register that they use. */
function concerns({ file }: Finding, ids: ReadonlySet<string>): boolean {
  const path = file.replace(/^.*:/, '');
  return isRegister(path) || ids.has(stemOf(path));
}
