import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HistoryView, JudgmentState } from '../../src/derive/analysis/history.ts';
import { drawHistory } from '../../src/figures/history.ts';
import { overlap } from '../../src/figures/kit/boxes.ts';
import { parseEdtf } from '../../src/model/edtf.ts';
import { memoWith } from '../support/assessments.ts';
import { likelihoodScales } from '../support/scales.ts';
import { sizeOf, textsIn } from './layout.ts';
import { wordsOf } from './words.ts';

const words = wordsOf(memoWith());
const bands = likelihoodScales['icd-203'].bands;

const date = fc
  .integer({ min: 0, max: 2_000 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));

const state: fc.Arbitrary<JudgmentState | undefined> = fc.option(
  fc.record({
    likelihood: fc.option(
      fc.constantFrom(...bands).map(({ low, high, terms }) => ({
        term: terms[0] ?? null,
        low,
        high,
        approximate: false,
      })),
    ),
    confidence: fc.option(fc.constantFrom('low' as const, 'moderate' as const, 'high' as const)),
  }),
  { nil: undefined },
);

const view: fc.Arbitrary<HistoryView> = fc.uniqueArray(date, { minLength: 2, maxLength: 14 }).chain((days) =>
  fc
    .array(
      fc.record({
        key: fc.boolean(),
        statement: fc.lorem({ maxCount: 30 }),
        states: fc.array(state, { minLength: days.length, maxLength: days.length }),
      }),
      { minLength: 1, maxLength: 14 },
    )
    .map((judgments) => ({
      editions: days.sort().flatMap((day, index) => {
        const asOf = parseEdtf(day);
        return asOf ? [{ number: index + 1, asOf }] : [];
      }),
      judgments: judgments.map((judgment, index) => ({ ...judgment, number: index + 1 })),
    })),
);

test.each(['ltr', 'rtl'] as const)(
  'for any movements: texts do not overlap and stay inside, and the figure fits a page (%s)',
  (direction) => {
    fc.assert(
      fc.property(view, (history) => {
        const { svg, alt, caption } = drawHistory(history, direction, words);
        const { width, height } = sizeOf(svg);
        expect(width).toBe(605);
        expect(height).toBeLessThanOrEqual(756);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        expect([alt, caption]).not.toContain('');
        const texts = textsIn(svg);
        for (const { text, box } of texts) {
          const where = `${JSON.stringify(text)} ${JSON.stringify(box)} in ${width} × ${height}`;
          expect(box.left, where).toBeGreaterThanOrEqual(-0.6);
          expect(box.right, where).toBeLessThanOrEqual(width + 0.6);
          expect(box.bottom, where).toBeLessThanOrEqual(height + 0.6);
        }
        for (const [index, a] of texts.entries()) {
          for (const b of texts.slice(index + 1)) {
            if (overlap(a.box, b.box, -0.4))
              throw new Error(`${JSON.stringify(a)} and ${JSON.stringify(b)} overlap`);
          }
        }
        // No bar is turned inside out.
        expect(svg).not.toMatch(/(?:width|height)="-/);
      }),
      { numRuns: 60 },
    );
  },
);

const twoEditions = (...days: readonly string[]): HistoryView => ({
  editions: days.flatMap((day, index) => {
    const asOf = parseEdtf(day);
    return asOf ? [{ number: index + 1, asOf }] : [];
  }),
  judgments: [
    {
      number: 1,
      key: true,
      statement: 'Fires will go on.',
      states: [55, 80].map((low) => ({
        likelihood: { term: low === 55 ? 'likely' : 'very likely', low, high: low + 15, approximate: false },
        confidence: 'low' as const,
      })),
    },
  ],
});

test.each(['ltr', 'rtl'] as const)(
  'the current state of a judgment is written at the end of the time axis, in both directions of writing (%s)',
  (direction) => {
    const { svg } = drawHistory(twoEditions('2024-05', '2024-09'), direction, words);
    const now = textsIn(svg).find(({ text }) => text.includes('very likely'));
    const bars = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="9.3"/g)];
    const ends = bars.map(([, x, width]) => Number(x) + Number(width));
    expect(bars).toHaveLength(2);
    expect(now?.box.left).toBeGreaterThanOrEqual(Math.max(...ends));
  },
);

test('a date that needs more room gets it', () => {
  const { svg } = drawHistory(twoEditions('2024-05%', '2024-09%'), 'ltr', words);
  const written = textsIn(svg).map(({ text }) => text.replaceAll('\u00a0', ' '));
  expect(written.filter((text) => text.endsWith('…'))).toEqual([]);
  expect(written.join(' ')).toContain('(uncertain)');
});
