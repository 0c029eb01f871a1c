import { createHash } from 'node:crypto';
import type { Location, Log, MultiformatMessageString, ReportingDescriptor, Result } from 'sarif';
import { categories, type RuleSummary, ruleCatalogue } from '../../catalogue/explain.ts';
import type { Finding, SuppressedFinding } from '../../model/finding.ts';
import type { CheckReport } from '../../review/check/check-report.ts';

/** SARIF's name for the working folder, to which paths of files are relative. */
const BASE = '%SRCROOT%';
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const STANDARD_PAGE = 'docs/rules.md';

/**
 * Findings as a SARIF 2.1.0 log (OASIS Standard, 2020; errata 01, 2023) of one run, for tools that show them
 * beside the line. Findings that the assessment suppresses are included, marked as suppressed, with the reason.
 */
export function sarifText(report: Pick<CheckReport, 'findings' | 'suppressed'>): string {
  return `${JSON.stringify(sarifLog(report), null, 2)}\n`;
}

function sarifLog({ findings, suppressed }: Pick<CheckReport, 'findings' | 'suppressed'>): Log {
  const fingerprints = new Fingerprints();
  const results = [...findings, ...suppressed].map((finding) => toResult(finding, fingerprints.of(finding)));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'threat-memo',
            version: __VERSION__,
            semanticVersion: __VERSION__,
            rules: ruleCatalogue.map(toDescriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        originalUriBaseIds: {
          [BASE]: { description: { text: 'The folder that threat-memo was called in.' } },
        },
        results,
      },
    ],
  };
}

function toDescriptor({ id, category, severity, fixed, why, source, url }: RuleSummary): ReportingDescriptor {
  return {
    id,
    name: inPascalCase(id),
    shortDescription: { text: literal(why) },
    fullDescription: { text: literal(`${why} It serves: ${source}.`) },
    help: helpOn({ id, why, source, url }),
    defaultConfiguration: { level: severity },
    properties: { tags: [category], category: categories.get(category), fixed },
  };
}

/** Viewers show the Markdown; the page it names is part of the program. */
function helpOn({ id, why, source, url }: Pick<RuleSummary, 'id' | 'why' | 'source' | 'url'>) {
  const text = `${why} It serves: ${source}. Examples: threat-memo explain ${id}, or ${url}.`;
  const markdown = `${why}\n\n*Serves:* ${source}.\n\nExamples: \`threat-memo explain ${id}\`, or \`${STANDARD_PAGE}\`.`;
  return { text: literal(text), markdown: literal(markdown) } satisfies MultiformatMessageString;
}

/** Braces that are not placeholders are doubled in messages (§3.11.5). */
function literal(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}

/** `duplicate-id` to `DuplicateId`: rule names in SARIF style. */
function inPascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

const ruleIndex = new Map(ruleCatalogue.map(({ id }, index) => [id, index]));

function toResult(finding: Finding | SuppressedFinding, fingerprint: string): Result {
  const { rule, severity, message, help } = finding;
  const index = ruleIndex.get(rule);
  return {
    ruleId: rule,
    ...(index !== undefined && { ruleIndex: index }),
    level: severity,
    message: { text: literal(help === undefined || help === '' ? message : `${message} ${help}`) },
    locations: [toLocation(finding)],
    partialFingerprints: { 'ruleAndPlace/v1': fingerprint },
    ...('reason' in finding && {
      suppressions: [
        { kind: 'inSource' as const, status: 'accepted' as const, justification: finding.reason },
      ],
    }),
  };
}

function toLocation({ file, line, column, endLine, endColumn, pointer, anchor }: Finding): Location {
  return {
    physicalLocation: {
      artifactLocation: addressOf(file),
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
    ...(pointer !== '' && {
      logicalLocations: [{ fullyQualifiedName: anchor ?? pointer, kind: 'property' }],
    }),
  };
}

/** Relative to the working folder, or absolute for a file outside of it. */
function addressOf(file: string): { uri: string; uriBaseId?: string } {
  const encode = (path: string) =>
    path
      .split('/')
      .map((part) => encodeURIComponent(part))
      .join('/');
  if (file.startsWith('//')) return { uri: `file:${encode(file)}` }; // a Windows network share
  if (file.startsWith('/')) return { uri: `file://${encode(file)}` };
  const [, drive, rest] = /^([A-Za-z]:)(\/.*)$/.exec(file) ?? [];
  if (drive !== undefined && rest !== undefined) return { uri: `file:///${drive}${encode(rest)}` };
  return { uri: encode(file), uriBaseId: BASE };
}

/**
 * Identifies a finding when lines shift: its rule, its file and its path by ids. Of several in one place, the
 * second and later ones are numbered.
 */
class Fingerprints {
  readonly #seen = new Map<string, number>();

  of({ rule, file, anchor = '' }: Finding): string {
    const key = JSON.stringify([rule, file, anchor]);
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    return createHash('sha256').update(`${key}:${count}`).digest('hex').slice(0, 32);
  }
}
