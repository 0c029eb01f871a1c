import { diffAssessments } from '../../src/diff/diff-assessments.ts';
import type { Change } from '../../src/diff/types.ts';
import type { Assessment, Register } from '../../src/model/generated/types.ts';

/** A small assessment with these properties put in. */
export function assessmentWith(properties: Partial<Assessment> = {}): Assessment {
  return {
    id: 'sample',
    form: 'policy-memo',
    title: 'A sample',
    asOf: '2024-03-22',
    marking: 'TLP:CLEAR',
    judgments: [{ id: 'attacks-continue', statement: 'Attacks will continue.' }],
    ...properties,
  };
}

/** The changes between the minimal assessment with these and with those properties. */
export function changesBetween(
  before: Partial<Assessment>,
  after: Partial<Assessment>,
  registers: { readonly before?: Register; readonly after?: Register } = {},
): readonly Change[] {
  return diffAssessments(
    { assessment: assessmentWith(before), register: registers.before ?? {} },
    { assessment: assessmentWith(after), register: registers.after ?? {} },
  ).changes;
}

/** What a reader sees first of a change. */
export function brief({ class: name, type, entity, field, summary }: Change): string {
  return `${name} ${type} ${entity.collection}/${entity.id} ${field ?? '-'}: ${summary}`;
}
