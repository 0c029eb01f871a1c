import { expect, test } from 'vitest';
import { memoWith } from '../../support/assessments.ts';

test('both sides by name, who asserts it, and whether the acting side knows', () => {
  const { relationships } = memoWith(
    {
      actors: [{ ref: 'iskp' }],
      relationships: [
        { id: 'a', from: 'iskp', to: 'is', type: 'part-of', by: 'is', witting: true, period: '2015/..' },
        { id: 'b', from: 'gone', to: 'iskp', type: 'supplies', witting: false, summary: ['It', 'pays.'] },
        { id: 'c', from: 'is', to: 'is', type: 'linked-to' },
      ],
    },
    {
      actors: [
        { id: 'iskp', name: 'ISKP' },
        { id: 'is', name: 'Islamic State' },
      ],
    },
  );
  expect(relationships).toMatchObject([
    {
      from: 'ISKP',
      to: 'Islamic State',
      type: 'part-of',
      by: [{ name: 'Islamic State', actor: 'is' }],
      period: { earliest: '2015-01-01', end: 'open' },
      knowingly: 'relationships.witting',
    },
    { from: 'gone', to: 'ISKP', by: [], knowingly: 'relationships.unwitting', summary: 'It\npays.' },
    { standing: undefined, knowingly: undefined, period: undefined, evidence: [] },
  ]);
});
