import { expect, test } from 'vitest';
import { MAX_CASES } from '../../src/derive/analysis/question-record.ts';
import { questionRecord } from '../../src/ledger/question-record.ts';
import { ledgerOf } from '../../src/ledger/released-ledger.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { readRecord } from '../../src/verify/carried-history.ts';
import { manyAssessments, manyRegister } from '../support/many-assessments.ts';

const chances: Readonly<Record<string, number>> = {
  'almost no chance': 0.03,
  'very unlikely': 0.125,
  unlikely: 0.325,
  'roughly even chance': 0.5,
  likely: 0.675,
  'very likely': 0.875,
};
/** First editions alone: what a judgment of several editions counts is for the track record's own tests. */
const all = manyAssessments(150).filter(({ edition }) => edition?.number === 1);
const rowsOf = (assessments: readonly Assessment[]) =>
  ledgerOf(
    assessments.map((assessment) => ({
      assessment,
      register: manyRegister,
      shown: `${assessment.id}.json`,
      previous: undefined,
    })),
    0,
  ).rows('judgments');

/** A memo of today on an actor. */
const asking = (more: Partial<Assessment> = {}): Assessment => ({
  ...(all[0] as Assessment),
  id: 'asking',
  asOf: '2026-06-30',
  marking: 'TLP:RED',
  judgments: [{ id: 'now', statement: 'It goes on.', about: ['actors/iskp'] }],
  ...more,
});

test('counts the same as a few lines of code without the ledger', () => {
  const memo = asking();
  const on = all.flatMap(({ judgments }) =>
    judgments.filter(({ about = [] }) => about.includes('actors/iskp')),
  );
  const known = on.filter(
    ({ resolution, horizon = '', likelihood }) =>
      resolution?.evidence && likelihood && `${horizon}-12-31`.slice(0, 10) < memo.asOf,
  );
  const errors = known.map(
    ({ likelihood, resolution }) =>
      ((chances[likelihood?.term ?? ''] ?? 0) - Number(resolution?.outcome)) ** 2,
  );
  const record = questionRecord(rowsOf([...all, memo]), memo);
  expect(record).toMatchObject({
    id: 'asking',
    asOf: '2026-06-30',
    judgments: on.length,
    scored: known.length,
  });
  expect(known.length).toBeGreaterThan(MAX_CASES);
  expect(record?.brier).toBeCloseTo(errors.reduce((sum, one) => sum + one, 0) / errors.length, 10);
  expect(record?.cases).toHaveLength(MAX_CASES);
  const { open = 0, overdue = 0, unscored = 0 } = record ?? {};
  expect(open + overdue + unscored + known.length).toBe(on.length);
});

test('excludes judgments written later, marked above the memo, or on another question', () => {
  const count = (more: Partial<Assessment>) => questionRecord(rowsOf([...all, asking(more)]), asking(more));
  const onIskp = (holds: (one: Assessment) => boolean) =>
    all
      .filter(holds)
      .flatMap(({ judgments }) => judgments.filter(({ about = [] }) => about.includes('actors/iskp'))).length;
  expect(count({ marking: 'TLP:GREEN' })?.judgments).toBe(onIskp(({ marking }) => marking !== 'TLP:AMBER'));
  expect(count({ asOf: '2023-01-01' })?.judgments).toBe(onIskp(({ asOf }) => asOf <= '2023-01-01'));
  expect(
    count({ judgments: [{ id: 'now', statement: 'It goes on.', about: ['actors/nobody'] }] }),
  ).toBeUndefined();
});

test('a series is one question; judgments of its own editions are listed in the memo', () => {
  const series = { name: 'Weekly' };
  const [first, second] = all as [Assessment, Assessment];
  const memo = asking({ series, judgments: [{ id: 'now', statement: 'It goes on.' }] });
  const rows = rowsOf([{ ...first, series, marking: 'TLP:CLEAR' }, second, memo]);
  expect(questionRecord(rows, memo)?.judgments).toBe(3);
  expect(questionRecord(rowsOf([memo]), memo)).toBeUndefined();
});

test('is read from a PDF as it was attached, and rejected if anything in it is invalid', () => {
  const record = questionRecord(rowsOf([...all, asking()]), asking());
  const text = JSON.stringify(record);
  expect(readRecord(text)).toEqual(JSON.parse(text));
  for (const wrong of [
    { judgments: -1 },
    { brier: 2 },
    { asOf: '2026-02-30' },
    { cases: [{}] },
    { open: '1' },
  ]) {
    expect(readRecord(JSON.stringify({ ...record, ...wrong }))).toBeUndefined();
  }
});
