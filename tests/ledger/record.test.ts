import { describe, expect, test } from 'vitest';
import type { Cells, Row } from '../../src/ledger/columns.ts';
import { trackRecords, wilson } from '../../src/ledger/record.ts';

const TODAY = '2026-11-29';
const past = { text: '2025', earliest: '2025-01-01', latest: '2025-12-31' };
const future = { text: '2030', earliest: '2030-01-01', latest: '2030-12-31' };
const day = (text: string) => ({ text, earliest: text, latest: text });

let threads = 0;
function row(cells: Cells, edition: Cells = {}): Row {
  threads += 1;
  const own: Cells = { thread: String(threads), horizon: past, chance: 50, ...cells };
  return { edition, value: (name) => own[name] ?? edition[name] };
}
const resolved = (outcome: boolean, more: Cells = {}, edition: Cells = {}) =>
  row({ resolved: true, outcome, resolvedBy: ['seen'], ...more }, edition);
const all = (rows: readonly Row[]) => trackRecords(rows, TODAY)[0];

describe('a track record', () => {
  test('of Brier’s worked example is correct to the last digit', () => {
    const forecasts = [
      [20, false],
      [20, true],
      [40, false],
      [60, true],
      [80, true],
      [80, false],
    ] as const;
    const record = all(forecasts.map(([chance, outcome]) => resolved(outcome, { chance })));
    expect(record?.scores.count).toBe(6);
    expect(record?.scores.brier).toBeCloseTo(0.28, 12);
    expect(record?.middle).toBe(0.25);
    expect(record?.isTooFew).toBe(true);
    expect(
      record?.scores.calibration.map(({ low, count, observedRate }) => [low, count, observedRate]),
    ).toEqual([
      [0.2, 2, 0.5],
      [0.4, 1, 0],
      [0.6, 1, 1],
      [0.8, 2, 0.5],
    ]);
  });

  test('counts the judgments that it cannot score, with the reason', () => {
    const record = all([
      row({}),
      row({ horizon: future }),
      row({ withdrawn: true }),
      resolved(true, { horizon: future }),
      resolved(true, { chance: undefined }),
      resolved(true, { resolvedBy: [] }),
      resolved(true),
    ]);
    expect(record?.scores.count).toBe(1);
    expect(record?.counted).toMatchObject({
      open: 1,
      overdue: 1,
      early: 1,
      withoutLikelihood: 1,
      withoutEvidence: 1,
      withdrawn: 1,
    });
  });

  test('scores the likelihood given before the outcome was known, once', () => {
    const thread = 'same';
    const record = all([
      row({ thread, chance: 20 }, { date: day('2024-01-01') }),
      row({ thread, chance: 30, reworded: true }, { date: day('2025-12-15') }),
      resolved(true, { thread, chance: 97, resolvedOn: day('2026-01-02') }, { date: day('2026-02-01') }),
    ]);
    expect(record?.scores).toMatchObject({ count: 1 });
    expect(record?.scores.brier).toBeCloseTo(0.7 ** 2, 12);
    expect(record?.counted).toMatchObject({ changedWhenResolved: 1, rewordedLate: 1 });
  });

  test('is compared with the given base rates', () => {
    const record = all([
      resolved(true, { chance: 80, baseRate: 40 }),
      resolved(false, { chance: 10, baseRate: 40 }),
      resolved(false),
    ]);
    expect(record?.againstBaseRate?.count).toBe(2);
    expect(record?.againstBaseRate?.brier).toBeCloseTo((0.04 + 0.01) / 2, 12);
    expect(record?.againstBaseRate?.baseRate).toBeCloseTo((0.36 + 0.16) / 2, 12);
  });

  test('by group: each group by itself, the largest first; a judgment of two areas counts in both', () => {
    const records = trackRecords(
      [
        resolved(true, {}, { areas: ['North', 'South'] }),
        resolved(true, {}, { areas: ['South'] }),
        resolved(true, {}, {}),
      ],
      TODAY,
      'area',
    );
    expect(records.map(({ group, scores }) => [group, scores.count])).toEqual([
      [undefined, 3],
      ['South', 2],
      ['North', 1],
    ]);
  });

  test('without a judgment has no score', () => {
    expect(all([])?.scores).toMatchObject({ count: 0, brier: undefined, calibration: [] });
  });
});

/** Values of the interval without correction as Newcombe (Statistics in Medicine 17, 1998, table I, method 3) prints them. */
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('Wilson’s interval of %i of %i', (hits, tries, low, high) => {
  const [from, to] = wilson(hits, tries);
  expect(from).toBeCloseTo(low, 4);
  expect(to).toBeCloseTo(high, 4);
});
