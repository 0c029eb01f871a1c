import { describe, expect, test } from 'vitest';
import { soundAssessment } from '../../../src/check/sound-assessment.ts';
import { emptyRegister } from '../../../src/derive/entities/resolve.ts';
import { deriveMemo } from '../../../src/derive/memo-view.ts';
import { releaseAt } from '../../../src/derive/release/release.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { validateAssessment } from '../../../src/validate/validate.ts';

type Incident = NonNullable<Assessment['incidents']>[number];

const RED = { marking: 'TLP:RED' } as const;
const open = 'rail-authority';
const secret = 'informant';

const informant = {
  id: secret,
  csl: { type: 'report', title: 'A talk at night', issued: '2025-04-20' },
  reliability: 'C',
  ...RED,
} as const;

/** Released at TLP:GREEN: a source is marked above it, and whatever incident says so itself. */
function released(...incidents: Incident[]) {
  const whole: Assessment = {
    ...soundAssessment,
    marking: 'TLP:RED',
    releasable: 'TLP:CLEAR',
    sources: [...(soundAssessment.sources ?? []), informant],
    incidents,
  };
  const { assessment, obstacles } = releaseAt(whole, 'TLP:GREEN');
  expect(obstacles).toEqual([]);
  // What goes out is valid, can be derived from, and has no trace of the source.
  expect(validateAssessment(JSON.parse(JSON.stringify(assessment))).remarks).toEqual([]);
  const view = JSON.stringify(deriveMemo(assessment, emptyRegister));
  for (const text of [JSON.stringify(assessment), view]) expect(text).not.toMatch(/informant|talk at night/);
  return assessment.incidents;
}

const fire = (more: Partial<Incident>): Incident =>
  ({ id: 'fire', title: 'Fire at Norham', date: '2025-03-09', ...more }) as Incident;
const strike = (more: Partial<Incident> = {}): Incident =>
  ({ id: 'strike', title: 'Second fire', ...more }) as Incident;

describe('figures in a release', () => {
  test('a group is removed with the last source that gives it, and the whole stays', () => {
    expect(
      released(
        fire({
          injured: {
            reports: [
              { value: 9, source: open },
              { value: 11, source: secret },
            ],
            per: [
              { group: 'children', reports: [{ value: 2, source: secret }] },
              {
                group: 'passengers',
                reports: [
                  { value: 5, source: open },
                  { value: 6, source: secret },
                ],
              },
            ],
          },
        }),
      ),
    ).toEqual([
      fire({
        injured: {
          reports: [{ value: 9, source: open }],
          per: [{ group: 'passengers', reports: [{ value: 5, source: open }] }],
        },
      }),
    ]);
  });
  test('the whole is removed with its last source, including groups and note, which could reveal it', () => {
    const quantity = {
      reports: [{ value: 11, source: secret }],
      per: [{ group: 'passengers', reports: [{ value: 5, source: open }] }],
      note: 'Counted at the door.',
    };
    expect(
      released(
        fire({
          injured: quantity,
          counts: [
            { of: 'trains burnt', ...quantity },
            { of: 'masts', reports: [{ value: 3, source: open }] },
          ],
        } as Partial<Incident>),
      ),
    ).toEqual([fire({ counts: [{ of: 'masts', reports: [{ value: 3, source: open }] }] })]);
  });
  test('a count of several incidents is removed with any of them, since it would include the withheld one', () => {
    expect(
      released(
        fire({
          killed: { reports: [{ value: 7, source: open }], across: ['strike'] },
          injured: { reports: [{ value: 1, source: open }] },
        }),
        strike(RED),
      ),
    ).toEqual([fire({ injured: { reports: [{ value: 1, source: open }] } })]);
    const both = [
      fire({
        counts: [{ of: 'masts', unit: 'pieces', reports: [{ value: 7, source: open }], across: ['strike'] }],
      }),
      strike(),
    ];
    expect(released(...both)).toEqual(both);
  });
  test('an incident that shares a toll with a withheld one stays, without a figure', () => {
    expect(
      released(
        fire({ ...RED, killed: { reports: [{ value: 7, source: open }], across: ['strike'] } }),
        strike(),
      ),
    ).toEqual([strike()]);
  });
});

describe('dates in a release', () => {
  test('a report is removed with its source, and the date with its last report', () => {
    expect(
      released(
        fire({
          date: {
            reports: [
              { value: '2025-03-09T23:40', source: open },
              { value: '2025-03-10', source: secret },
            ],
          },
          until: { reports: [{ value: '2025-03-12', source: secret }] },
        }),
      ),
    ).toEqual([fire({ date: { reports: [{ value: '2025-03-09T23:40', source: open }] } })]);
  });
});

test('a base rate goes with the source that gives it', () => {
  const [judgment] = soundAssessment.judgments;
  const baseRate = { event: 'fires that went on', count: 3, of: 12 };
  const withRate = (source: string): Assessment => ({
    ...soundAssessment,
    marking: 'TLP:RED',
    releasable: 'TLP:CLEAR',
    sources: [...(soundAssessment.sources ?? []), informant],
    judgments: [{ ...judgment, baseRate: { ...baseRate, source } } as Assessment['judgments'][number]],
  });
  const rateAt = (whole: Assessment) => releaseAt(whole, 'TLP:GREEN').assessment.judgments[0]?.baseRate;
  expect(rateAt(withRate(secret))).toBeUndefined();
  expect(rateAt(withRate(open))).toEqual({ ...baseRate, source: open });
});
