import type { BuildReport, BuildResult } from '../build/build-options.ts';
import { MachineFault, UsageFault } from '../model/fault.ts';
import type { Finding } from '../model/finding.ts';
import { type CheckReport, reportOf } from '../review/check/check-report.ts';
import type { Part, PartFile } from './part.ts';

/** What one run over everything would have reported. */
export type Merged =
  | { readonly kind: 'check'; readonly report: CheckReport }
  | { readonly kind: 'build'; readonly report: BuildReport; readonly compared: boolean };

/**
 * Combines the parts of a run, in the order of its files. Throws UsageFault if they are not all parts of one
 * run: a report with a missing shard would call files clean that nobody has checked.
 */
export function mergeParts(parts: readonly Part[]): Merged {
  const first = wholeRun(parts);
  const files = withoutRepeats(parts.flatMap((part) => part.files));
  if (first.kind === 'check') return { kind: 'check', report: reportOf(files) };
  const results = files.map(({ file, findings, outputs, stale, fault }): BuildResult => {
    const result = { file, findings, outputs, stale };
    return fault ? { ...result, fault: new MachineFault(fault.message, fault.help) } : result;
  });
  const notices = [...new Set(parts.flatMap((part) => part.notices))];
  return { kind: 'build', report: { results, notices }, compared: first.compared };
}

/** The first of the parts, if they are exactly the parts of one run. */
function wholeRun(parts: readonly Part[]): Part {
  const [first] = parts;
  if (!first) throw new UsageFault('There is no report to merge.');
  const other = parts.find(
    ({ run, of, kind }) => run !== first.run || of !== first.of || kind !== first.kind,
  );
  if (other) {
    throw new UsageFault(
      `The report of shard ${other.shard}/${other.of} is of another run than that of shard ${first.shard}/${first.of}: other files, options or another version of the program.`,
    );
  }
  const numbers = parts.map(({ shard }) => shard);
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) throw new UsageFault(`There are two reports of shard ${twice}/${first.of}.`);
  const missing = Array.from({ length: first.of }, (_, index) => index + 1).filter(
    (number) => !numbers.includes(number),
  );
  if (missing.length > 0) {
    const which = missing.map((number) => `${number}/${first.of}`).join(', ');
    throw new UsageFault(`The report of ${missing.length === 1 ? 'shard' : 'shards'} ${which} is missing.`);
  }
  const positions = new Set(parts.flatMap(({ files }) => files.map(({ position }) => position)));
  if (positions.size !== first.total) {
    throw new UsageFault(`The reports speak of ${positions.size} files, and there are ${first.total}.`);
  }
  return first;
}

/**
 * The files in order. Each shard reports mistakes in the configuration, a register or the reviews with its
 * first file that uses them; a single run reports them once.
 */
function withoutRepeats(files: readonly PartFile[]): PartFile[] {
  const seen = new Set<string>();
  return [...files]
    .sort((a, b) => a.position - b.position)
    .map((file) => {
      const shared = file.findings.filter((finding) => isShared(finding, file));
      const repeated = new Set(shared.filter((finding) => seen.has(JSON.stringify(finding))));
      for (const finding of shared) seen.add(JSON.stringify(finding));
      return { ...file, findings: file.findings.filter((finding) => !repeated.has(finding)) };
    });
}

/**
 * Whether a finding is about a shared file. Mistakes in a template are reported for every memo of the form, in
 * a single run too.
 */
function isShared({ file: of, rule }: Finding, { file }: PartFile): boolean {
  return of !== file && rule !== 'template-error';
}
