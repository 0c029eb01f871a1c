import type { Finding } from '../../../src/model/finding.ts';

/** A finding of a rule at some place. */
export function finding(rule: string): Finding {
  return {
    rule,
    severity: 'warning',
    pointer: '/sources/0',
    message: 'It lacks a grade.',
    file: 'assessments/sample.json',
    line: 3,
    column: 5,
    endLine: 3,
    endColumn: 9,
  };
}
