import { describe, expect, test } from 'vitest';
import { foreignLikelihoodTerm } from '../../src/check/rules/foreign-likelihood-term.ts';
import type { Assessment, Likelihood } from '../../src/model/generated/types.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

/** A likelihood in every place that has one. */
function everywhere(likelihood: Likelihood): Partial<Assessment> {
  return {
    judgments: [judgment, { ...judgment, id: 'second', likelihood }],
    scenarios: [{ id: 's', title: 'S', likelihood }],
    hypotheses: [{ id: 'h', statement: 'H.', likelihood }],
    incidents: [
      { id: 'i', title: 'I' },
      { id: 'k', title: 'K', attributions: [{ actor: 'x' }, { actor: 'y', likelihood }] },
    ],
  };
}

describe('bad', () => {
  test('a term of the yardstick in a file that speaks ICD 203, wherever it stands', () => {
    const message = '`highly likely` is no term of ICD 203, the scale this file declares.';
    const found = objectionsOf(foreignLikelihoodTerm, everywhere({ term: 'highly likely' }));
    expect(found.map(({ pointer }) => pointer)).toEqual([
      '/judgments/1/likelihood/term',
      '/scenarios/0/likelihood/term',
      '/hypotheses/0/likelihood/term',
      '/incidents/1/attributions/1/likelihood/term',
    ]);
    for (const objection of found) expect(objection.message).toBe(message);
    expect(found[0]?.help).toBe(
      'Its terms: almost no chance, remote, very unlikely, highly improbable, unlikely, improbable, ' +
        'roughly even chance, roughly even odds, likely, probable, very likely, highly probable, ' +
        'almost certain, nearly certain.',
    );
  });

  test('a term of ICD 203 in a file that speaks the yardstick', () => {
    const standards = { likelihood: 'phia' as const };
    const likelihood = { term: 'roughly even chance' as const };
    expect(
      objectionsOf(foreignLikelihoodTerm, { standards, judgments: [{ ...judgment, likelihood }] }),
    ).toEqual([
      {
        pointer: '/judgments/0/likelihood/term',
        message: '`roughly even chance` is no term of the PHIA yardstick, the scale this file declares.',
        help:
          'Its terms: remote chance, highly unlikely, unlikely, realistic possibility, ' +
          'likely, probable, highly likely, almost certain.',
      },
    ]);
  });

  test('a near term is proposed', () => {
    const standards = { likelihood: 'phia' as const };
    const likelihood = { term: 'nearly certain' as const };
    const [found] = objectionsOf(foreignLikelihoodTerm, {
      standards,
      scenarios: [{ id: 's', title: 'S', likelihood }],
    });
    expect(found?.help).toMatch(/^Did you mean `almost certain`\? Its terms: remote chance,/);
  });
});

describe('clean', () => {
  test.each<[Assessment['standards'], Likelihood]>([
    [undefined, { term: 'highly improbable' }],
    [{ likelihood: 'icd-203' }, { term: 'almost certainly' }],
    [{ likelihood: 'phia' }, { term: 'almost certainly' }],
    [{ likelihood: 'phia' }, { term: 'unlikely' }],
    [{ sourceGrading: 'admiralty' }, { term: 'unlikely' }],
    [{ likelihood: 'phia' }, { range: [0.5, 0.55] }],
  ])('%j with %j', (standards, likelihood) => {
    expect(
      objectionsOf(foreignLikelihoodTerm, { ...everywhere(likelihood), ...(standards && { standards }) }),
    ).toEqual([]);
  });
});
