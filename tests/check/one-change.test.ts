import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkAssessment } from '../../src/check/check.ts';
import { EXAMPLE_DAY } from '../../src/check/example-input.ts';
import { emptyRegister } from '../../src/derive/entities/resolve.ts';
import type { Assessment, Register } from '../../src/model/generated/types.ts';
import { validateAssessment } from '../../src/validate/validate.ts';
import { expectGolden } from '../support/golden.ts';

const fixtures = new URL('../fixtures/', import.meta.url);

/** A change of one value, by its way in the file; no value where it is left out. */
type Change = readonly [fixture: string, pointer: string, value?: unknown];

/** What an analyst might have written in these fixtures instead, so that every rule has cases near its bounds. */
const CHANGES: readonly Change[] = [
  ['every-field', '/asOf', '2025-03'],
  ['every-field', '/published', '2025-04'],
  ['every-field', '/title', 'TODO'],
  ['every-field', '/actors'],
  ['every-field', '/indicators'],
  ['every-field', '/media'],
  ['every-field', '/evidence', []],
  ['every-field', '/incidents/0/date', '2025-04'],
  ['every-field', '/incidents/0/claims/0/actor', 'LINE-CELL'],
  ['every-field', '/incidents/0/counts/0/of', 'TRAINS CANCELLED'],
  ['every-field', '/incidents/0/perpetrators/reports/0/min', 3],
  ['every-field', '/incidents/0/perpetrators/reports/0/min', 20],
  ['every-field', '/incidents/1/until/reports', [{ value: '2019' }]],
  ['every-field', '/trends/0/direction', 'falling'],
  ['every-field', '/trends/0/direction', 'steady'],
  ['every-field', '/trends/0/series/2/at', '2019'],
  ['every-field', '/trends/0/series/2/value', 1],
  ['every-field', '/trends/0/series/2/value', 2],
  ['every-field', '/hypotheses/0/likelihood/range/1', 1],
  ['every-field', '/judgments/1/likelihood/range/0', 0],
  ['every-field', '/scenarios/0/indicators'],
  ['every-field', '/sources/2/reliability'],
  ['every-field', '/sections/0/body', 'TODO'],
  ['memos/arabic', '/judgments/0/horizon'],
  ['memos/commentary', '/bottomLine/0'],
  ['memos/commentary', '/hypotheses/0/likelihood/term', 'almost no chance'],
  ['memos/event-report', '/hypotheses/0/likelihood/term', 'almost no chance'],
  ['memos/event-report', '/hypotheses/1/likelihood/term', 'almost certainly'],
  ['memos/everything', '/evidence/4/date', '2019'],
  ['memos/everything', '/indicators/2/observes', 'scenarios/nowhere'],
  ['memos/everything', '/sections/0/body/8', '| 1 | 2 |\n| 1 | 2 |'],
  ['memos/hebrew', '/sources/1/reliability'],
  ['memos/hebrew', '/evidence/1/citations/1/credibility'],
  ['memos/incident-brief', '/judgments/0/contraryEvidence'],
  ['memos/phia', '/judgments/2/likelihood', { range: [0.36, 0.39] }],
  ['memos/russian', '/judgments/1/horizon', '2025-06'],
  ['memos/several-minds', '/judgments/0/dissents'],
  ['memos/several-minds', '/judgments/0/estimates'],
  ['memos/ukrainian', '/judgments/0'],
];

function read(path: string): unknown {
  const file = new URL(path, fixtures);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function changed(assessment: Assessment, pointer: string, value: unknown): Assessment {
  const copy = structuredClone(assessment);
  const [last = '', ...above] = pointer.slice(1).split('/').reverse();
  let holder = copy as unknown as Record<string, unknown>;
  for (const step of above.reverse()) holder = holder[step] as Record<string, unknown>;
  expect(Object.keys(holder)).toContain(last);
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  expect(validateAssessment(copy).remarks.filter(({ severity }) => severity === 'error')).toEqual([]);
  return copy;
}

function findings(assessment: Assessment, register: Register): string[] {
  return checkAssessment({
    assessment,
    register,
    fileStem: assessment.id,
    forms: [assessment.form],
    today: EXAMPLE_DAY,
  }).map(
    ({ rule, severity, pointer, message, help }) =>
      `${severity} ${rule} ${pointer}: ${message}${help === undefined ? '' : ` ${help}`}`,
  );
}

test('the findings on the fixtures, and those that one changed value adds or removes, are as recorded', () => {
  const fixtureNames = [...new Set(CHANGES.map(([fixture]) => fixture))];
  const lines = fixtureNames.flatMap((fixture) => {
    const assessment = read(`${fixture}/assessment.json`) as Assessment;
    const register = (read(`${fixture}/register.json`) ?? emptyRegister) as Register;
    const before = findings(assessment, register);
    const ofChanges = CHANGES.filter(([name]) => name === fixture).flatMap(([, pointer, value]) => {
      const after = findings(changed(assessment, pointer, value), register);
      const said = value === undefined ? 'left out' : JSON.stringify(value);
      return [
        '',
        `${pointer}: ${said}`,
        ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
        ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
      ];
    });
    return [`# ${fixture}`, '', ...before, ...ofChanges, ''];
  });
  expectGolden('one-change-findings.txt', `${lines.join('\n')}`);
});
