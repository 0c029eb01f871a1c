import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvExporter, tableText } from '../../../src/exchange/tables/export.ts';
import { cellText } from '../../../src/model/csv.ts';
import { assessmentWith } from '../../support/assessments.ts';
import { shippedAssessments, shippedRegister } from '../shipped.ts';

test.each([
  ['=1+2', "'=1+2"],
  ['+x', "'+x"],
  ['-x', "'-x"],
  ['-3.5', '-3.5'],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =x', "' =x"],
  ['a,b', '"a,b"'],
  ['a "b"', '"a ""b"""'],
])('%j is written as %j', (text, expected) => {
  expect(cellText(text)).toBe(expected);
});

test('an exported value is read unchanged, except for the apostrophe before a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ a: fc.string(), b: fc.string() }), { minLength: 1 }), (entries) => {
      const rows = parse(tableText(entries), {
        bom: true,
        relax_column_count: true,
        skip_empty_lines: false,
      }) as string[][];
      const back = rows.slice(1).map(([a = '', b = '']) => ({ a, b }));
      const safe = (text: string) => (back.some(({ a, b }) => [a, b].includes(text)) ? text : `'${text}`);
      expect(back).toEqual(entries.map(({ a, b }) => ({ a: safe(a), b: safe(b) })));
    }),
  );
});

test('any collection of any shipped assessment is a table', () => {
  for (const assessment of shippedAssessments()) {
    for (const collection of ['incidents', 'judgments', 'evidence', 'actors'] as const) {
      const { files, losses } = csvExporter.export({
        assessment,
        register: shippedRegister,
        options: { collection },
      });
      const rows = parse(String(files[0]?.content), { bom: true }) as string[][];
      expect(rows).toHaveLength((assessment[collection]?.length ?? 0) + 1);
      expect(losses.map(({ at }) => at)).not.toContain(`/${collection}`);
      expect(files[0]?.name).toBe(`${assessment.id}.${collection}.csv`);
    }
  }
});

test('an unknown list is reported', () => {
  const [assessment] = shippedAssessments();
  if (!assessment) throw new Error('nothing is shipped');
  const { remarks, files } = csvExporter.export({
    assessment,
    register: {},
    options: { collection: 'poems' },
  });
  expect(files).toEqual([]);
  expect(remarks).toMatchObject([
    {
      rule: 'no-such-collection',
      message: 'The assessment has no list `poems`.',
      help: expect.stringContaining('sources, evidence'),
    },
  ]);
});

test('an assessment without a list has no table', () => {
  const { files, remarks } = csvExporter.export({
    assessment: { ...assessmentWith({}), judgments: [] },
    register: {},
    options: {},
  });
  expect(files).toEqual([]);
  expect(remarks).toMatchObject([
    { message: 'The assessment has no list that could be a table.', help: 'Nothing is written.' },
  ]);
});
