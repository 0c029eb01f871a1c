import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyRegister } from '../../src/derive/entities/resolve.ts';
import { deriveMemo } from '../../src/derive/memo-view.ts';
import { figureKeys } from '../../src/figures/figure.ts';
import { overlap } from '../../src/figures/kit/boxes.ts';
import { prepareFigures } from '../../src/figures/make-figures.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { sampled } from '../support/soak.ts';
import { sizeOf, textsIn } from './layout.ts';
import { anyAssessment } from './random.ts';
import { wordsOf } from './words.ts';

async function figuresOf(assessment: Assessment) {
  const view = deriveMemo(assessment, emptyRegister);
  const set = await prepareFigures(view, wordsOf(view), figureKeys);
  return figureKeys.flatMap((key) => set.get(key) ?? []);
}

test('for any data: texts do not overlap and stay inside, and a figure fits a page', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(anyAssessment, async (assessment) => {
      for (const { key, svg, alt, caption } of await figuresOf(assessment)) {
        seen.set(key, (seen.get(key) ?? 0) + 1);
        const { width, height } = sizeOf(svg);
        expect(width, key).toBe(605);
        expect(height, key).toBeLessThanOrEqual(756); // 20 cm
        expect(svg, key).not.toMatch(/NaN|Infinity|undefined/);
        expect(svg, key).not.toMatch(/ id="|href|<style|<script|<image|url\(| transform=/);
        expect([alt, caption], key).not.toContain('');
        const texts = textsIn(svg);
        for (const { text, box } of texts) {
          const where = `${key}: ${JSON.stringify(text)} ${JSON.stringify(box)} in ${width} × ${height}`;
          expect(box.left, where).toBeGreaterThanOrEqual(-0.6);
          expect(box.right, where).toBeLessThanOrEqual(width + 0.6);
          expect(box.top, where).toBeGreaterThanOrEqual(-1);
          expect(box.bottom, where).toBeLessThanOrEqual(height + 0.6);
        }
        for (const [index, a] of texts.entries()) {
          for (const b of texts.slice(index + 1)) {
            if (overlap(a.box, b.box, -0.4)) {
              throw new Error(`${key}: ${JSON.stringify(a)} and ${JSON.stringify(b)} overlap`);
            }
          }
        }
      }
    }),
    { numRuns: sampled(30, 300) },
  );
  for (const key of figureKeys) expect(seen.get(key), key).toBeGreaterThan(5);
}, 120_000);

test('the same data gives the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(anyAssessment, async (assessment) => {
      expect(await figuresOf(structuredClone(assessment))).toEqual(await figuresOf(assessment));
    }),
    { numRuns: 5 },
  );
}, 60_000);
