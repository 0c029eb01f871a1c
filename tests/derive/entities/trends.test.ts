import { expect, test } from 'vitest';
import { memoWith } from '../../support/assessments.ts';

test('the subject of a trend is an actor by name, or plain words; its values are in order of time', () => {
  const { trends } = memoWith({
    actors: [{ id: 'iskp', name: 'ISKP' }],
    trends: [
      {
        id: 't',
        subject: 'iskp',
        direction: 'rising',
        period: '2022/2024',
        series: [
          { at: '2024', value: 3.5, source: 's' },
          { at: '2022', value: 1 },
        ],
        drivers: ['money'],
      },
      { id: 'u', subject: 'prison uprisings', direction: 'unknown' },
    ],
  });
  expect(trends).toMatchObject([
    {
      subject: 'ISKP',
      period: { latest: '2024-12-31' },
      series: [
        { at: { text: '2022' }, value: 1, source: undefined },
        { at: { text: '2024' }, value: 3.5, source: 's' },
      ],
      drivers: ['money'],
    },
    { subject: 'prison uprisings', measure: undefined, series: [], drivers: [], evidence: [] },
  ]);
});
