import { expect, test } from 'vitest';
import { diffAssessments } from '../../../src/diff/diff-assessments.ts';
import { judgmentMoves } from '../../../src/diff/weigh/judgment-moves.ts';
import type { Judgment } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../../support/assessments.ts';

const register = {};
const moves = (before: readonly Judgment[], after: readonly Judgment[]) => {
  const [old, fresh] = [before, after].map((judgments) => ({
    assessment: assessmentWith({ judgments: [...judgments] }),
    register,
  }));
  if (!old || !fresh) throw new Error('Two editions are needed.');
  return judgmentMoves(diffAssessments(old, fresh), old, fresh);
};
const judgment = (
  id: string,
  term: 'likely' | 'very likely' | 'unlikely',
  level: 'low' | 'moderate',
): Judgment => ({
  id,
  statement: `The ${id} is blocked.`,
  likelihood: { term },
  confidence: { level, basis: 'One report.' },
});

test('likelihood and confidence of one judgment are each described by their own measure', () => {
  expect(
    moves([judgment('pier', 'likely', 'low')], [judgment('pier', 'very likely', 'moderate')]),
  ).toMatchObject([
    {
      id: 'pier',
      sign: '↑',
      likelihood: 'likely → very likely (one band up)',
      confidence: 'low → moderate (one step up)',
    },
  ]);
});

test('an unchanged value is printed as it is', () => {
  const [only] = moves([judgment('pier', 'likely', 'low')], [judgment('pier', 'unlikely', 'low')]);
  expect(only).toMatchObject({
    sign: '↓',
    likelihood: 'likely → unlikely (two bands down)',
    confidence: 'low',
  });
});

test('a new or removed judgment is listed with its values, and an unchanged one is not listed', () => {
  const stays = judgment('mill', 'likely', 'low');
  const other = {
    ...judgment('bridge', 'unlikely', 'moderate'),
    statement: 'Money from abroad pays for new boats.',
  };
  const found = moves([stays, judgment('pier', 'likely', 'low')], [stays, other]);
  expect(
    found.map(({ id, sign, likelihood, confidence }) => [id, sign, likelihood, confidence]).toSorted(),
  ).toEqual([
    ['bridge', '+', 'unlikely', 'moderate'],
    ['pier', '-', 'likely', 'low'],
  ]);
});

test('the reason comes from the edition', () => {
  const sides = (['likely', 'very likely'] as const).map((term, index) => ({
    assessment: assessmentWith({
      judgments: [judgment('pier', term, index === 0 ? 'low' : 'moderate'), judgment('mill', term, 'low')],
      edition: {
        number: index + 1,
        ...(index === 1 && { changes: [{ entity: 'judgments/pier', reason: 'It burned again.' }] }),
      },
    }),
    register,
  }));
  const [old, fresh] = sides;
  if (!old || !fresh) throw new Error('Two editions are needed.');
  const found = judgmentMoves(diffAssessments(old, fresh), old, fresh);
  expect(found.map(({ id, reason }) => [id, reason]).toSorted()).toEqual([
    ['mill', undefined],
    ['pier', 'It burned again.'],
  ]);
});

test("a new id is traced to the judgment's previous id", () => {
  const [only] = moves(
    [judgment('pier', 'likely', 'low')],
    [{ ...judgment('pier', 'very likely', 'low'), id: 'harbour' }],
  );
  expect(only).toMatchObject({ id: 'harbour', likelihood: 'likely → very likely (one band up)' });
});
