import { expect, test } from 'vitest';
import { inspectionCsv } from '../../../src/cli/print/inspection-csv.ts';

test('each value is a row with its path; formulas for spreadsheets are printed as text', () => {
  const inspection = {
    id: 'memo',
    title: '=1+1',
    judgments: [{ id: 'fires', number: 1, likelihood: { low: 55, high: 80 }, horizon: undefined }],
    incoherences: [{ sentence: 'Both, "certainly"', judgments: ['a', 'b'] }],
    sensitivity: undefined,
  };
  expect(
    inspectionCsv([inspection])
      .replace(/^\ufeff/, '')
      .split('\r\n'),
  ).toEqual([
    'assessment,part,entry,property,value',
    "memo,title,,,'=1+1",
    'memo,judgments,fires,id,fires',
    'memo,judgments,fires,number,1',
    'memo,judgments,fires,likelihood.low,55',
    'memo,judgments,fires,likelihood.high,80',
    'memo,incoherences,1,sentence,"Both, ""certainly"""',
    'memo,incoherences,1,judgments.1,a',
    'memo,incoherences,1,judgments.2,b',
    '',
  ]);
});
