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
 * Puts the parts of a run together, in the order of its files. Throws UsageFault where they are not all parts of one run: a report
 * in which a shard is missing would call clean what nobody has looked at.
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

/** The first of the parts, where they are all there is of one run. */
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
 * The files in order. What is wrong with the configuration, a register or the reviews is said by each shard with its first file
 * that uses them; one run says it once.
 */
function withoutRepeats(files: readonly PartFile[]): PartFile[] {
  const said = new Set<string>();
  return [...files]
    .sort((a, b) => a.position - b.position)
    .map((file) => {
      const shared = file.findings.filter((finding) => isShared(finding, file));
      const repeated = new Set(shared.filter((finding) => said.has(JSON.stringify(finding))));
      for (const finding of shared) said.add(JSON.stringify(finding));
      return { ...file, findings: file.findings.filter((finding) => !repeated.has(finding)) };
    });
}

/** Mistakes in a template are said of every memo of the form, in one run too. */
function isShared({ file: of, rule }: Finding, { file }: PartFile): boolean {
  return of !== file && rule !== 'template-error';
}
