import { expect, test } from 'vitest';
import { ask, rowAsData } from '../../src/ledger/ask.ts';
import { readFigure, writtenFigure } from '../../src/ledger/columns/casualties.ts';
import { ledgerOf } from '../../src/ledger/released-ledger.ts';
import type { Assessment, Incident, QuantityReport } from '../../src/model/generated/types.ts';
import { Forms } from '../../src/project/forms.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { messagesFor } from '../../src/render/wording/messages.ts';
import { SiteWords, siteLanguages } from '../../src/site/words.ts';
import { root } from '../e2e/run.ts';

const TODAY = '2026-11-29';

function incidents(list: readonly Partial<Incident>[]) {
  const assessment = {
    id: 'attacks',
    form: 'policy-memo',
    title: 'Attacks',
    marking: 'TLP:CLEAR',
    asOf: '2016-05-01',
    judgments: [],
    incidents: list,
  } as unknown as Assessment;
  const ledger = ledgerOf([{ assessment, register: {}, shown: 'attacks.json', previous: undefined }], 0);
  const columns = [
    'id',
    'killedAtLeast',
    'killedAtMost',
    'countedWith',
    'killedTogether',
    'injuredAtLeast',
    'injuredTogether',
  ];
  const find = (query: string) => ask(ledger, { of: 'incidents', query, columns }, TODAY);
  const all = find('');
  return {
    rows: all.rows.map((row) => rowAsData(all, row)),
    ids: (query: string) => find(query).rows.map((row) => row.value('id')),
  };
}

test('a toll of several incidents is not a figure of one: both name the other, and the figure is separate', () => {
  const { rows, ids } = incidents([
    {
      id: 'first',
      title: 'First fire',
      killed: { reports: [{ value: 22 }, { value: 24, qualifier: 'at-least' }], across: ['second'] },
      injured: { reports: [{ value: 3 }] },
    },
    { id: 'second', title: 'Second fire' },
    { id: 'third', title: 'Third fire', killed: { reports: [{ value: 139, qualifier: 'at-least' }] } },
  ]);
  expect(rows).toEqual([
    {
      id: 'first',
      countedWith: ['second'],
      killedTogether: '22 to 24 or more',
      injuredAtLeast: 3,
    },
    { id: 'second', countedWith: ['first'] },
    { id: 'third', countedWith: [], killedAtLeast: 139 },
  ]);
  expect(ids('killedAtLeast>=20')).toEqual(['third']);
  expect(ids('countedWith:first')).toEqual(['second']);
});

test('figures are read back as reported', () => {
  const reports: QuantityReport[] = [
    { value: 5 },
    { value: 0.5, qualifier: 'about' },
    { value: 139, qualifier: 'at-least' },
    { min: 4, max: 6 },
    { min: 4 },
    { max: 6 },
  ] as QuantityReport[];
  expect(reports.map((report) => readFigure(writtenFigure(report)))).toEqual(reports);
  expect(readFigure('many')).toBeUndefined();
});

test('a site describes undetermined figures in words, in each of its languages', async () => {
  const { messages } = await new Forms(nodeEffects(root, root)).load('policy-memo');
  const said = siteLanguages.map((language) => {
    const words = new SiteWords(language, messagesFor(language, messages));
    return [[{ value: 139, qualifier: 'at-least' as const }], [{ value: 5 }], [{ max: 6 }], []].map(
      (reports) => words.figures(reports as QuantityReport[]),
    );
  });
  expect(said).toEqual([
    ['at least 139', '5', 'at most 6', ''],
    ['не менее 139', '5', 'не более 6', ''],
    ['לפחות 139', '5', 'לכל היותר 6', ''],
  ]);
});
