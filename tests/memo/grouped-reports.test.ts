import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emptyRegister } from '../../src/derive/entities/resolve.ts';
import { buildMemo } from '../../src/memo/build-memo.ts';
import { Forms } from '../../src/project/forms.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { assessmentWith } from '../support/assessments.ts';

const forms = new Forms(nodeEffects(fileURLToPath(new URL('../../', import.meta.url))));

test('figures on which reports differ name their incident and count once', async () => {
  const reports = (...values: number[]) => ({ reports: values.map((value) => ({ value })) });
  const assessment = assessmentWith({
    incidents: [
      { id: 'bridge', title: 'Bridge', date: '2024', killed: reports(1, 2), injured: reports(3, 4) },
      { id: 'pier', title: 'Pier', date: '2025', injured: reports(5, 6) },
    ],
  });
  const form = await forms.load('policy-memo');
  const { markdown } = (await buildMemo({ assessment, register: emptyRegister, form }, { level: 0 }))
    .rendered;
  const [, table = ''] = markdown.split('Figures on which reports differ');
  const rows = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const figures = rows.filter(([, , , figure = '']) => /^\d$/.test(figure));
  expect(figures.map(([, incident, what, figure]) => [incident, what, figure])).toEqual([
    ['Bridge', 'Killed', '1'],
    ['', '', '2'],
    ['', 'Injured', '3'],
    ['', '', '4'],
    ['Pier', 'Injured', '5'],
    ['', '', '6'],
  ]);
});
