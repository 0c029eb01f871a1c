import type { Finding, Severity } from '../../model/finding.ts';
import { printable, visible } from './printable.ts';
import type { Colors } from './terminal.ts';

/**
 * A finding for people: severity, place and rule; the line with a caret under the offending text; what to do.
 * Ends with an empty line.
 */
export function findingText(finding: Finding, color: Colors): string {
  const { file, line, column, rule, severity, message, help, excerpt } = finding;
  const paint = painter(severity, color);
  const lines = [
    `${color.bold(`${printable(file)}:${line}:${column}`)} ${paint(severity)} ${printable(message)} ${color.dim(`[${rule}]`)}`,
  ];
  if (excerpt !== undefined && excerpt.trim() !== '') {
    const number = String(line);
    const gutter = ' '.repeat(number.length);
    const { text, caret } = window(excerpt, finding);
    lines.push(`  ${color.dim(`${number} |`)} ${text}`, `  ${color.dim(`${gutter} |`)} ${paint(caret)}`);
  }
  if (help !== undefined && help !== '') lines.push(`  ${help.split('\n').map(printable).join('\n')}`);
  return `${lines.join('\n')}\n\n`;
}

/** One line on a fix; the place is that before the fix. */
export function fixedText({ file, line, column, rule, message }: Finding, color: Colors): string {
  return `${color.bold(`${printable(file)}:${line}:${column}`)} ${color.green('fixed')} ${printable(message)} ${color.dim(`[${rule}]`)}\n`;
}

/** Longest excerpt of a line shown around the place. */
const MAX_SHOWN = 100;

/** The part of the line around the place, with carets under the offending text; a tab counts as one column. */
function window(excerpt: string, finding: Finding): { text: string; caret: string } {
  const { line, column, endLine, endColumn, excerptColumn = column } = finding;
  const flat = visible(excerpt.replaceAll('\t', ' '));
  const start = Math.max(0, Math.min(excerptColumn - 1, flat.length));
  const end = endLine === line ? start + Math.max(1, endColumn - column) : flat.length;
  const trimmed = flat.length - flat.trimStart().length;
  const from = start - 60 > trimmed ? start - 60 : Math.min(trimmed, start);
  const shown = flat.slice(from, from + MAX_SHOWN);
  const head = from > trimmed ? '…' : '';
  const length = Math.max(1, Math.min(end, from + MAX_SHOWN) - start);
  return {
    text: head + shown + (from + MAX_SHOWN < flat.length ? '…' : ''),
    caret: ' '.repeat(start - from + head.length) + '^'.repeat(length),
  };
}

function painter(severity: Severity, color: Colors): (text: string) => string {
  return severity === 'error' ? color.red : severity === 'warning' ? color.yellow : color.cyan;
}

/** "3 errors and 1 warning in 2 files". */
export function summaryText(findings: readonly Finding[], files: number): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const parts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const number = count(severity);
    return number === 0 ? [] : plural(number, severity);
  });
  const what = parts.length === 0 ? 'No findings' : parts.join(parts.length > 2 ? ', ' : ' and ');
  return `${what} in ${plural(files, 'file')}.`;
}

export function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Findings as JSON for programs: an array of `{rule, severity, file, line, column, pointer, message, url}`. */
export function findingsJson(findings: readonly Finding[]): string {
  return `${JSON.stringify(findings, null, 2)}\n`;
}
