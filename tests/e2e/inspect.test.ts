import { expect, test } from 'vitest';
import { folderWith, run, small } from './run.ts';

/** The worked example of the forecast scores: forecasts and what came of them. */
const WORKED = [
  [0.2, false],
  [0.2, true],
  [0.4, false],
  [0.6, true],
  [0.8, true],
  [0.8, false],
] as const;

const judgments = WORKED.map(([probability, outcome], index) => ({
  id: `j${index}`,
  statement: 'It happens.',
  likelihood: { range: [probability, probability] },
  resolution: { outcome },
}));
const overdue = { id: 'late', statement: 'It happens.', likelihood: { term: 'likely' }, horizon: '2020' };

test('one assessment as JSON: every key, and the worked example to the last digit', async () => {
  const folder = await folderWith({
    'assessments/x.json': small('x', { judgments: [...judgments, overdue] }),
  });
  const { code, out } = await run(['inspect', 'x', '--format', 'json'], folder);
  expect(code).toBe(0);
  const inspection = JSON.parse(out);
  expect(Object.keys(inspection)).toEqual(
    expect.arrayContaining(['quantities', 'chronology', 'hypotheses', 'evidence', 'judgments', 'forecasts']),
  );
  expect(inspection.forecasts).toMatchObject({ count: 6, unresolved: 1, overdue: ['late'] });
  expect(inspection.forecasts.brier).toBeCloseTo(0.28, 12);
  expect(inspection.forecasts.logScore).toBeCloseTo(0.781136, 6);
  expect(inspection.forecasts.reliability).toBeCloseTo(0.113333, 6);
  expect(inspection.forecasts.resolution).toBeCloseTo(0.083333, 6);
  expect(inspection.forecasts.skill).toBeCloseTo(-0.12, 12);
});

test('a folder: each assessment, and the scores of all together; a bad one does not stop the rest', async () => {
  const folder = await folderWith({
    'assessments/a.json': small('a', { judgments: judgments.slice(0, 3) }),
    'assessments/b.json': small('b', { judgments: judgments.slice(3) }),
    'assessments/c.json': '{',
  });
  const { code, out, err } = await run(['inspect', '--format', 'json'], folder);
  expect(code).toBe(1);
  expect(err).toContain('assessments/c.json:1');
  const { assessments, forecasts } = JSON.parse(out);
  expect(assessments.map(({ id }: { id: string }) => id)).toEqual(['a', 'b']);
  expect(forecasts.count).toBe(6);
  expect(forecasts.brier).toBeCloseTo(0.28, 12);
});

test('text for people: hypotheses, what the lead depends on, and how a term becomes a number', async () => {
  const hypotheses = ['one', 'two'].map((id) => ({ id, statement: `It was ${id}.` }));
  const evidence = ['e1', 'e2'].map((id) => ({ id, statement: 'Seen.' }));
  const matrix = [
    { evidence: 'e1', ratings: { one: 'C', two: 'II' } },
    { evidence: 'e2', ratings: { one: 'I', two: 'C' } },
  ];
  const folder = await folderWith({
    'assessments/x.json': small('x', { judgments, hypotheses, evidence, matrix }),
  });
  const { code, out } = await run(['inspect', 'x'], folder);
  expect(code).toBe(0);
  expect(out).toContain('Leading: one.');
  expect(out).toContain('Without e1: two leads.');
  expect(out).toMatch(/1 +one +-1 +-1\.00/);
  expect(out).toContain('Brier score (binary, 0 is best): 0.280; log score: 0.781; skill: -0.120.');
  expect(out).toContain('midpoint');
  expect(out).not.toContain('undefined');
});
