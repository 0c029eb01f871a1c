import { pathToFileURL } from 'node:url';
import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import type { Finding, Place, Severity } from '../model/finding.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

/** Places count from 1, positions of the protocol from 0; both count UTF-16 code units. */
export function rangeOfPlace({ line, column, endLine, endColumn }: Place): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}

/** A finding as an editor shows it. `programFolder` is where its rule is documented. */
export function toDiagnostic(finding: Finding, programFolder: string): Diagnostic {
  const { url, help } = finding;
  const [path = '', fragment = ''] = (url ?? '').split('#');
  return {
    range: rangeOfPlace(finding),
    severity: SEVERITIES[finding.severity],
    source: 'threat-memo',
    code: finding.rule,
    message: help === undefined ? finding.message : `${finding.message}\n${help}`,
    ...(url !== undefined && {
      codeDescription: {
        href: `${pathToFileURL(programFolder).href.replace(/\/$/, '')}/${path}#${fragment}`,
      },
    }),
  };
}
