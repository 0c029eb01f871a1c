import { expect, test } from 'vitest';
import { TO_BE_WRITTEN } from '../../src/model/unfinished.ts';
import { skeleton } from '../../src/scaffold/skeleton.ts';
import { validateAssessment } from '../../src/validate/validate.ts';

const WISHES = {
  id: 'rail-sabotage',
  marking: 'TLP:GREEN',
  asOf: '2025-04-30',
  likelihood: 'likely',
  confidence: 'low',
  schema: '../schema.json',
};

/** The texts of an assessment that have words in them, but for headings. */
function texts(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return / /.test(value) && name !== 'heading' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => texts(each, key));
}

test.each(['policy-memo', 'event-report', 'explainer', 'incident-brief', 'commentary', 'a-form-of-ones-own'])(
  'a skeleton of %s is valid, and each of its texts is a question',
  (form) => {
    const made = skeleton({ ...WISHES, form });
    expect(validateAssessment(made).remarks).toEqual([]);
    const questions = texts(made);
    expect(questions.length).toBeGreaterThan(10);
    expect(questions.filter((text) => !text.startsWith(TO_BE_WRITTEN))).toEqual([]);
  },
);

test('requested values are in it: title, marking, cut-off, terms of the scale', () => {
  const made = skeleton({ ...WISHES, form: 'policy-memo', title: 'Sabotage', likelihood: 'eher ja' });
  expect(made).toMatchObject({
    $schema: '../schema.json',
    id: 'rail-sabotage',
    title: 'Sabotage',
    status: 'draft',
    marking: 'TLP:GREEN',
    asOf: '2025-04-30',
    judgments: [{ likelihood: { term: 'eher ja' }, confidence: { level: 'low' } }],
  });
});
