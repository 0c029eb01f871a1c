import { dirname, resolve } from 'node:path';
import type { BuildReport, BuildResult } from '../build/build-options.ts';
import { hashOf } from '../cache/store.ts';
import { UsageFault } from '../model/fault.ts';
import type { Finding, SuppressedFinding } from '../model/finding.ts';
import { isRecord } from '../model/json.ts';
import type { Effects } from '../project/effects.ts';
import type { CheckReport } from '../review/check/check-report.ts';
import type { Shard, Share } from './share.ts';

/** Version of the file format: parts with another version are rejected. */
const VERSION = 1;

/** The result for one file of a shard. */
export interface PartFile {
  /** Index among all files named, from 0. */
  readonly position: number;
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** For a build: files written, stale files, and why the memo could not be made. */
  readonly outputs: readonly string[];
  readonly stale: readonly string[];
  readonly fault?: { readonly message: string; readonly help: string };
}

/** The results of one shard, as written for `merge-reports`. */
export interface Part {
  readonly threatMemoPart: typeof VERSION;
  readonly kind: 'check' | 'build';
  readonly shard: number;
  readonly of: number;
  /** Identifies the run: program, command, options, files. Equal in all parts of one run. */
  readonly run: string;
  /** Number of files in all shards. */
  readonly total: number;
  readonly files: readonly PartFile[];
  readonly notices: readonly string[];
  /** For a build: whether outputs were only compared. */
  readonly compared: boolean;
}

/** A run without `--shard` is the only shard. */
const WHOLE: Shard = { number: 1, of: 1 };

/** What all shards of a run share. */
export interface SharedRun {
  readonly share: Share;
  readonly shard: Shard | undefined;
  /** Identifies the program and the options, compared as JSON. */
  readonly identity: unknown;
}

export function partOfCheck({ perFile }: CheckReport, run: SharedRun): Part {
  const files = perFile.map(({ file, findings, suppressed }) => ({
    ...placeOf(file, run),
    findings,
    suppressed,
    outputs: [],
    stale: [],
  }));
  return { ...headOf('check', run), files, notices: [], compared: false };
}

export function partOfBuild({ results, notices }: BuildReport, compared: boolean, run: SharedRun): Part {
  const files = results.map(({ file, findings, outputs, stale, fault }: BuildResult) => ({
    ...placeOf(file, run),
    findings,
    suppressed: [],
    outputs,
    stale,
    ...(fault && { fault: { message: fault.message, help: fault.help } }),
  }));
  return { ...headOf('build', run), files, notices, compared };
}

/** Writes a part to a file named by the user. Rejects with a MachineFault on failure. */
export async function writePart(file: string, part: Part, { calledIn, writeFiles }: Effects): Promise<void> {
  const path = resolve(calledIn, file);
  await writeFiles([{ path, content: `${JSON.stringify(part)}\n`, within: [dirname(path)] }]);
}

function headOf(kind: Part['kind'], { share, shard = WHOLE, identity }: SharedRun) {
  const run = hashOf(JSON.stringify([kind, identity, [...share.all.keys()]]));
  return {
    threatMemoPart: VERSION,
    kind,
    shard: shard.number,
    of: shard.of,
    run,
    total: share.all.size,
  } as const;
}

function placeOf(file: string, { share }: SharedRun): Pick<PartFile, 'position' | 'file'> {
  return { position: share.all.get(file) ?? 0, file };
}

/** Reads a part written by a shard; throws UsageFault if it is not one. */
export function readPart(name: string, bytes: Uint8Array): Part {
  let data: unknown;
  try {
    data = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    data = undefined;
  }
  if (!isPart(data)) {
    throw new UsageFault(`${name} is not the report of a shard: write one with --shard i/n --report <file>.`);
  }
  return data;
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

function isPart(value: unknown): value is Part {
  return (
    isRecord(value) &&
    value.threatMemoPart === VERSION &&
    (value.kind === 'check' || value.kind === 'build') &&
    isCount(value.shard) &&
    isCount(value.of) &&
    isText(value.run) &&
    isCount(value.total) &&
    typeof value.compared === 'boolean' &&
    isListOf(value.files, isPartFile) &&
    isListOf(value.notices, isText)
  );
}

function isPartFile(value: unknown): boolean {
  return (
    isRecord(value) &&
    isCount(value.position) &&
    isText(value.file) &&
    isListOf(value.findings, isFinding) &&
    isListOf(value.suppressed, (item) => isFinding(item) && isRecord(item) && isText(item.reason)) &&
    isListOf(value.outputs, isText) &&
    isListOf(value.stale, isText) &&
    (value.fault === undefined ||
      (isRecord(value.fault) && isText(value.fault.message) && isText(value.fault.help)))
  );
}

function isFinding(value: unknown): boolean {
  return (
    isRecord(value) &&
    [value.rule, value.file, value.pointer, value.message].every(isText) &&
    ['error', 'warning', 'note'].some((severity) => severity === value.severity) &&
    [value.line, value.column, value.endLine, value.endColumn].every(isCount) &&
    [value.help, value.excerpt, value.anchor, value.url].every((text) => text === undefined || isText(text))
  );
}
