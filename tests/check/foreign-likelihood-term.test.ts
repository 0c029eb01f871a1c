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
  test('a term of the yardstick in a file with ICD 203, in any field', () => {
    const message = '`highly likely` is not a term of ICD 203, the scale this file declares.';
    const found = objectionsOf(foreignLikelihoodTerm, everywhere({ term: 'highly likely' }));
    expect(found.map(({ pointer }) => pointer)).toEqual([
      '/judgments/1/likelihood/term',
      '/hypotheses/0/likelihood/term',
      '/scenarios/0/likelihood/term',
      '/incidents/1/attributions/1/likelihood/term',
    ]);
    for (const objection of found) expect(objection.message).toBe(message);
    expect(found[0]?.help).toBe(
      'In the PHIA yardstick it stands for 80–90 %. Choose by the odds: ' +
        'almost no chance or remote (1–5 %); very unlikely or highly improbable (5–20 %); ' +
        'unlikely or improbable (20–45 %); roughly even chance or roughly even odds (45–55 %); ' +
        'likely or probable (55–80 %); very likely or highly probable (80–95 %); ' +
        'almost certain or nearly certain (95–99 %).',
    );
  });

  test('a term of ICD 203 in a file with the yardstick', () => {
    const standards = { likelihood: 'phia' as const };
    const likelihood = { term: 'roughly even chance' as const };
    expect(
      objectionsOf(foreignLikelihoodTerm, { standards, judgments: [{ ...judgment, likelihood }] }),
    ).toEqual([
      {
        pointer: '/judgments/0/likelihood/term',
        message: '`roughly even chance` is not a term of the PHIA yardstick, the scale this file declares.',
        help:
          'In ICD 203 it stands for 45–55 %. Choose by the odds: remote chance (0–5 %); ' +
          'highly unlikely (10–20 %); unlikely (25–35 %); realistic possibility (40–50 %); ' +
          'likely or probable (55–75 %); highly likely (80–90 %); almost certain (95–100 %).',
      },
    ]);
  });

  test('no term is suggested by spelling: `improbable` resembles `probable`, but is its opposite', () => {
    const standards = { likelihood: 'phia' as const };
    const likelihood = { term: 'improbable' as const };
    const [found] = objectionsOf(foreignLikelihoodTerm, {
      standards,
      scenarios: [{ id: 's', title: 'S', likelihood }],
    });
    expect(found?.help).toMatch(/^In ICD 203 it stands for 20–45 %\. Choose by the odds: /);
    expect(found?.help).not.toContain('Did you mean');
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
