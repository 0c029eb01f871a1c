import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { HistoryView, JudgmentState } from '../../src/derive/analysis/history.ts';
import { deriveMemo } from '../../src/derive/memo-view.ts';
import { figureKeys } from '../../src/figures/figure.ts';
import { drawHistory } from '../../src/figures/history.ts';
import { prepareFigures } from '../../src/figures/make-figures.ts';
import { readDocument } from '../../src/load/read-document.ts';
import { parseEdtf } from '../../src/model/edtf.ts';
import type { Assessment, Register } from '../../src/model/generated/types.ts';
import { Forms } from '../../src/project/forms.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { wordsFor } from '../../src/render/wording/figure-words.ts';
import { memoWith } from '../support/assessments.ts';
import { expectGolden } from '../support/golden.ts';
import { crowded } from './crowded.ts';
import { wordsOf } from './words.ts';

/*
 * The drawings in `out/figures/` and `tests/fixtures/figures/` have been looked at, and are looked at whenever they change:
 * what moves a line, a word or a bar by a point is seen here. After a change that is meant: `npm run build-report`,
 * `UPDATE_GOLDEN=1 npx vitest run tests/figures/shipped.test.ts`, and look at the drawings that differ.
 */
const root = new URL('../../', import.meta.url);
const forms = new Forms(nodeEffects(fileURLToPath(root)));
const read = (path: string) => readFileSync(new URL(path, root));
const dataOf = (path: string) => readDocument(path, read(path)).document?.data;

async function drawnOf(assessment: Assessment, register: Register) {
  const view = deriveMemo(assessment, register);
  const words = wordsFor(view, await forms.load(assessment.form));
  return { view, figures: await prepareFigures(view, words, figureKeys) };
}

const shipped = readdirSync(new URL('assessments/', root)).filter((name) => !name.startsWith('register.'));
const register = dataOf('assessments/register.json') as Register;

test.each(shipped)('the drawings of %s are as shipped', async (name) => {
  const { view, figures } = await drawnOf(dataOf(`assessments/${name}`) as Assessment, register);
  const folder = `out/figures/${view.id}/`;
  for (const file of readdirSync(new URL(folder, root)))
    expect(figures.get(file.replace('.svg', ''))?.svg, file).toBe(read(folder + file).toString());
});

test.each(['everything', 'hebrew'])('the drawings of the golden memo %s are as recorded', async (name) => {
  const at = `tests/fixtures/memos/${name}`;
  const { figures } = await drawnOf(
    dataOf(`${at}/assessment.json`) as Assessment,
    existsSync(new URL(`${at}/register.json`, root)) ? (dataOf(`${at}/register.json`) as Register) : {},
  );
  for (const key of figureKeys) {
    const figure = figures.get(key);
    if (figure) expectGolden(`figures/${name}/${key}.svg`, figure.svg);
  }
});

test('crowded drawings are as recorded', async () => {
  const { figures } = await drawnOf(crowded, {});
  for (const key of figureKeys) expectGolden(`figures/crowded/${key}.svg`, figures.get(key)?.svg ?? '');
});

/** Judgments that move, come and go through editions. */
const moving: HistoryView = {
  editions: ['2024-03-01', '2024-09', '2025-02-14'].flatMap((day, index) => {
    const asOf = parseEdtf(day);
    return asOf ? [{ number: index + 1, asOf }] : [];
  }),
  judgments: [
    {
      statement: 'The fires will go on.',
      states: [likely(20, 45, 'low'), likely(55, 80, 'low'), likely(55, 80, 'high')],
    },
    { statement: 'Nobody will die.', states: [likely(80, 95), undefined, undefined] },
    {
      statement: 'A state pays the crew that sets them, by way of a firm abroad.',
      states: [undefined, { likelihood: null, confidence: null }, likely(45, 55)],
    },
  ].map((judgment, index) => ({ ...judgment, number: index + 1, key: index !== 1 })),
};

function likely(low: number, high: number, confidence?: 'low' | 'high'): JudgmentState {
  return {
    likelihood: { term: `${low} to ${high}`, low, high, approximate: low === 45 },
    confidence: confidence ?? null,
  };
}

test.each(['ltr', 'rtl'] as const)('the drawing of a history is as recorded (%s)', (direction) => {
  const { svg } = drawHistory(moving, direction, wordsOf(memoWith()));
  expectGolden(`figures/history/${direction}.svg`, svg);
});
