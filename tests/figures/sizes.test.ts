import { describe, expect, test } from 'vitest';
import { type FigureKey, figureKeys } from '../../src/figures/figure.ts';
import { overlap } from '../../src/figures/kit/boxes.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { figureOf } from './draw.ts';
import { sizeOf, textsIn } from './layout.ts';

const many = (count: number) => Array.from({ length: count }, (_, index) => index);
const LEVELS = ['none', 'limited', 'substantial', 'extensive'] as const;
const TERMS = ['very unlikely', 'unlikely', 'likely', 'very likely'] as const;
const IMPACTS = ['negligible', 'minor', 'moderate', 'major', 'severe'] as const;
const TYPES = ['supports', 'part-of', 'hostile-to', 'directs', 'linked-to'] as const;
const RATINGS = ['II', 'I', 'N', 'C', 'CC', 'NA'] as const;

/** A date `index` weeks after the first of 2015. */
function week(index: number): string {
  return new Date(Date.UTC(2015, 0, 1 + 7 * index)).toISOString().slice(0, 10);
}

/** For each figure: an assessment with as many data points of its kind. */
const DATA: Readonly<Record<FigureKey, (count: number) => Partial<Assessment>>> = {
  judgments: (count) => ({
    judgments: many(count).map((index) => ({
      id: `j${index}`,
      key: true,
      statement: `It is ${TERMS[index % 4]} that pattern ${index} spreads to another line of the northern network.`,
      likelihood: { term: TERMS[index % 4] ?? 'likely' },
      confidence: { level: 'low', basis: 'One source.' },
    })),
  }),
  capabilities: (count) => ({
    actors: many(count).map((index) => ({
      id: `a${index}`,
      name: `Group ${index} of the Northern Province`,
      intent: { level: LEVELS[index % 4] ?? 'none', trend: 'rising' },
    })),
  }),
  network: (count) => ({
    actors: many(count + 1).map((index) => ({ id: `a${index}`, name: `Group ${index} of the Province` })),
    relationships: many(count).map((index) => ({
      id: `r${index}`,
      from: `a${index + 1}`,
      to: `a${Math.floor(index / 4)}`,
      type: TYPES[index % 5] ?? 'supports',
    })),
  }),
  chronology: (count) => ({
    incidents: many(count).map((index) => ({
      id: `i${index}`,
      title: `Cabinet fire number ${index} of a long and dry summer`,
      date: week(index),
      place: { name: 'Norham', country: 'Northland' },
      killed: { reports: [{ value: index % 7 }] },
    })),
  }),
  hypotheses: (count) => ({
    evidence: many(count).map((index) => ({ id: `e${index}`, statement: `Item ${index} of the evidence.` })),
    hypotheses: many(3).map((index) => ({ id: `h${index}`, statement: `Band ${index} sets the fires.` })),
    matrix: many(count).map((index) => ({
      evidence: `e${index}`,
      ratings: Object.fromEntries(many(3).map((at) => [`h${at}`, RATINGS[(index * 5 + at) % 6] ?? 'N'])),
    })),
  }),
  quantity: (count) => ({
    incidents: [
      {
        id: 'i',
        title: 'Fire at Norham',
        killed: {
          reports: many(count).map((index) => ({
            value: 10 + index,
            asOf: week(index),
            by: `Spokesman ${index} of the Regional Directorate for Health`,
          })),
        },
      },
    ],
  }),
  trend: (count) => ({
    trends: [
      {
        id: 't',
        subject: 'The line',
        measure: 'fires',
        direction: 'fluctuating',
        series: many(count).map((index) => ({
          at: week(index),
          value: Math.round(20 + 15 * Math.sin(index / 6)),
        })),
      },
    ],
  }),
  map: (count) => ({
    incidents: many(count).map((index) => ({
      id: `i${index}`,
      title: `Fire ${index}`,
      place: {
        name: `Place ${index}`,
        country: 'Poland',
        coordinates: { latitude: 49.5 + (index % 20) / 4, longitude: 15 + Math.floor(index / 20) * 0.8 },
      },
    })),
  }),
  scenarios: (count) => ({
    scenarios: many(count).map((index) => ({
      id: `s${index}`,
      title: `Course ${index} of events`,
      likelihood: { term: TERMS[index % 4] ?? 'likely' },
      impact: IMPACTS[index % 5] ?? 'minor',
    })),
  }),
};

/** Where nothing is drawn: two values make no trend, two dates no timeline, two judgments no picture, and forty no first page. */
const REFUSED = ['judgments 2', 'judgments 25', 'judgments 200', 'capabilities 2', 'chronology 2', 'trend 2'];

describe.each(figureKeys)('%s', (key) => {
  const data = DATA[key];

  test.each([2, 3, 25, 200])('with %i data points is legible, or is not drawn', async (points) => {
    const figure = await figureOf(key, data(points));
    expect(figure === undefined).toBe(REFUSED.includes(`${key} ${points}`));
    if (figure === undefined) return;
    const { width, height } = sizeOf(figure.svg);
    expect(width).toBe(605);
    expect(height).toBeLessThanOrEqual(756);
    const sizes = [...figure.svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11); // 8.25 points
    const texts = textsIn(figure.svg);
    expect(texts.length).toBeGreaterThan(2);
    for (const [index, a] of texts.entries()) {
      expect(a.box.left, a.text).toBeGreaterThanOrEqual(-0.6);
      expect(a.box.right, a.text).toBeLessThanOrEqual(width + 0.6);
      const over = texts.slice(index + 1).find((b) => overlap(a.box, b.box, -0.4));
      expect(over && [a.text, over.text]).toBeUndefined();
    }
    // What is not drawn is said, and stands in the table.
    const left =
      /(\d+) (?:more|actors?|relationships?|levels?|places?)\D* (?:not|left out|only)|\d+ of \d+ are shown/.exec(
        figure.caption,
      );
    if (points === 200 && ['chronology', 'quantity', 'network', 'scenarios'].includes(key))
      expect(left, figure.caption).not.toBeNull();
    expect(figure.table?.rows.length ?? points).toBeGreaterThanOrEqual(Math.min(points, 3));
  });
});
