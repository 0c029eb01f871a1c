import { expect, test } from 'vitest';
import { pointerTo, proseFieldsOf } from '../../src/check/prose-fields.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import assessmentSchema from '../../src/model/schema/assessment.schema.json' with { type: 'json' };
import { assessmentWith, judgment } from '../support/assessments.ts';

/** The names of all properties that the schema calls prose. */
const proseProperties = new Set<string>();
collect(assessmentSchema, '');

function collect(value: unknown, name: string): void {
  if (typeof value !== 'object' || value === null) return;
  if ('$ref' in value && value.$ref === '#/$defs/prose') proseProperties.add(name);
  for (const [key, item] of Object.entries(value)) collect(item, key);
}

const whole: Partial<Assessment> = {
  question: 'Q?',
  bottomLine: ['B.'],
  judgments: [
    { ...judgment, statement: 'Later.', wouldChange: 'W.', confidence: { level: 'low', basis: 'Basis.' } },
    { ...judgment, id: 'key', key: true, statement: 'Key.' },
  ],
  sections: [{ id: 's', heading: 'H', body: ['One.', 'Two.'] }],
  actors: [
    {
      id: 'a',
      name: 'A',
      summary: 'S.',
      intent: { level: 'none', rationale: 'R.' },
      capabilities: [{ dimension: 'finance', level: 'none', rationale: 'R.' }],
    },
  ],
  relationships: [{ id: 'r', from: 'a', to: 'a', type: 'supports', summary: 'S.' }],
  incidents: [
    { id: 'i', title: 'T', dateNote: 'D.', summary: 'S.', killed: { reports: [{ value: 1 }], note: 'N.' } },
  ],
  trends: [{ id: 't', subject: 'a', direction: 'rising', summary: 'S.', method: 'M.' }],
  assumptions: [{ id: 'a', statement: 'S.', ifWrong: 'I.' }],
  gaps: [{ id: 'g', question: 'Q?', collection: 'C.' }],
  hypotheses: [{ id: 'h', statement: 'S.', summary: 'S.' }],
  matrix: [{ evidence: 'e', ratings: { h: 'C' }, note: 'N.' }],
  scenarios: [{ id: 's', title: 'T', narrative: 'N.' }],
  indicators: [{ id: 'i', statement: 'S.' }],
  implications: [{ id: 'i', statement: 'S.' }],
  recommendations: [{ id: 'r', action: 'A.', rationale: 'R.' }],
  evidence: [{ id: 'e', statement: 'S.', wording: 'W' }],
  sources: [{ id: 's', csl: { type: 'book' }, note: 'N.' }],
  media: [{ id: 'm', file: 'm.png', alt: 'A.', caption: 'C.', credit: 'Photo: P.' }],
  edition: { number: 2, changes: [{ entity: 'judgments/key', reason: 'R.' }] },
  exceptions: [{ rule: 'long-sentence', at: '/title', reason: 'R.' }],
};

const fields = proseFieldsOf(assessmentWith(whole));

test('the walk visits every property that the schema calls prose', () => {
  const walked = new Set(fields.map(({ parts }) => String(parts.at(-1))));
  expect([...proseProperties].filter((name) => !walked.has(name))).toEqual([]);
});

test('texts come in reading order: bottom line, key judgments, sections, other judgments', () => {
  const texts = fields.map(({ text }) => text);
  const order = ['A sample', 'Q?', 'B.', 'Key.', 'One.\nTwo.', 'Later.'].map((text) => texts.indexOf(text));
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test('reported prose is distinguished from asserted prose', () => {
  expect(fields.filter(({ reported }) => reported).map(({ kind }) => kind)).toEqual(['evidence', 'wording']);
});

test('a place in a list is a line, a place in a text the whole text', () => {
  const [list, text] = ['narrative', 'question'].map((kind) => fields.find((field) => field.kind === kind));
  expect(list && [pointerTo(list, 0), pointerTo(list, 6)]).toEqual([
    '/sections/0/body/0',
    '/sections/0/body/1',
  ]);
  expect(text && pointerTo(text, 1)).toBe('/question');
});

test('texts are gathered once', () => {
  const assessment = assessmentWith(whole);
  expect(proseFieldsOf(assessment)).toBe(proseFieldsOf(assessment));
});
